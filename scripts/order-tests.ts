/**
 * In which order test files begin: those named here first, so that no long one is left to run alone at the end, and the fast ones last, which
 * are short and never wait.
 */
import { relative } from "node:path"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** The longest first. What mostly waits for a minute of the clock stands before what keeps a processor busy. */
export const long: ReadonlyArray<string> = [
  // npm test
  "packages/cli/test/e2e/kill.e2e.test.ts",
  "packages/embedded-postgres-server/test/embedded-server.integration.test.ts",
  "packages/cli/test/e2e/communities.e2e.test.ts",
  "packages/cli/test/e2e/one-owner.e2e.test.ts",
  "packages/cli/test/e2e/upgrade.e2e.test.ts",
  "packages/cli/test/e2e/bad-input.e2e.test.ts",
  // npm run test:strict
  "packages/cli/test/jobs/run-jobs.integration.test.ts",
  "packages/cli/test/e2e/daily-question.e2e.test.ts",
  "packages/cli/test/e2e/reminders.e2e.test.ts",
  "packages/cli/test/drill/drill.promtool.test.ts",
  "packages/monitoring/test/rules.promtool.test.ts",
  "packages/adapter-postgres/test/plans.integration.test.ts",
  "packages/cli/test/e2e/vk-faults.e2e.test.ts",
  "packages/admin-http/test/desk.browser.test.ts",
  "packages/vk-sandbox/test/web-chat.browser.test.ts",
  "packages/cli/test/image/image.broker.test.ts"
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const at = long.indexOf(relative(this.ctx.config.root, moduleId))
      if (at !== -1) return at
      return project.name === "fast" ? long.length + 1 : long.length
    }
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, of no array
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => rank(one) - rank(other))
  }
}
