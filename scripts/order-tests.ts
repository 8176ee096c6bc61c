/** In which order test files begin: those named here first, so that no long one is left to run alone at the end. */
import { relative } from "node:path"
import { BaseSequencer, type TestSpecification } from "vitest/node"

/** The longest first. What mostly waits for a minute of the clock stands before what keeps a processor busy. */
export const long: ReadonlyArray<string> = [
  // npm test
  "packages/cli/test/e2e/kill.e2e.test.ts",
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
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.indexOf(relative(this.ctx.config.root, moduleId))
      return at === -1 ? long.length : at
    }
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, of no array
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => rank(one) - rank(other))
  }
}
