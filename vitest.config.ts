import { defineConfig } from "vitest/config"
import { LongestFirst } from "./scripts/order-tests.ts"

/** What needs more than a fresh machine has, or looks at everything there is: `npm run test:strict`. */
const strict = [
  "packages/*/test/**/*.{browser,broker,promtool}.test.ts",
  "packages/engine/test/package/node-20.test.ts",
  // Bots of others, as processes.
  "packages/vk-sandbox/test/clients/clients.test.ts",
  // A terminal that is none.
  "packages/cli/test/e2e/typed-game.e2e.test.ts",
  // Wait for whole minutes of the clock.
  "packages/cli/test/jobs/run-jobs.integration.test.ts",
  "packages/cli/test/e2e/{daily-question,reminders}.e2e.test.ts",
  // Measures under load.
  "packages/cli/test/load/load.e2e.test.ts",
  // A server that is set back.
  "packages/cli/test/e2e/point-in-time.e2e.test.ts",
  // Every statement that the tests of the stores send, planned anew; a server that tells every plan.
  "packages/adapter-postgres/test/plans.integration.test.ts",
  "packages/cli/test/load/plans.e2e.test.ts",
  // Storms over many conversations, and over every life of a bot; `npm test` has each trouble by itself.
  "packages/kernel/test/{simulation,outages.simulation}.test.ts",
  // Every fault of VK in one game.
  "packages/cli/test/e2e/vk-faults.e2e.test.ts",
  // Runs all examples of the published engine from outside.
  "packages/engine/test/package/examples.test.ts",
  // A file system of its own.
  "packages/cli/test/e2e/full-disk.e2e.test.ts",
  // Judges the answer to every question for every other.
  "packages/lexicon-ru/test/shipped-pairs.test.ts",
  // Plays fifteen hundred games to draw a page.
  "scripts/test/draw-phases.test.ts",
  // Helm, and the schemas of Kubernetes.
  "scripts/test/chart.test.ts"
]

/** What starts programs, servers or whole worlds; the rest is for every save: `npm run test:fast`. */
const slow = [
  "packages/*/test/**/*.{e2e,integration,simulation}.test.ts",
  // Pack what is published and import it from outside.
  "packages/{engine,vk-sandbox}/test/package/**/*.test.ts",
  "packages/vk-sandbox/test/examples.test.ts",
  // Worlds of thousands of events.
  "packages/simulation/test/**/*.test.ts",
  "packages/kernel/test/{crash-points,parking,private-dialog,store-trouble}.test.ts",
  // Read, judge, draw and print whatever there is.
  "packages/questions/test/read/any-bytes.property.test.ts",
  "packages/lexicon-ru/test/corpora.test.ts",
  "packages/{card-painter/test/painter,picture-cleaner/test/cleaner}.test.ts",
  "packages/cli/test/screen.test.ts",
  // Start the program.
  "packages/cli/test/{judge,play,questions}.test.ts",
  "packages/vk-sandbox/test/state/kill.test.ts",
  "packages/lexicon-ru/test/judge-report.test.ts"
]

/**
 * Strict too, one after another with nothing beside: their sentence is that nobody waits as long as for an outage, and on a machine with
 * four times as much to do as it can somebody rightly does.
 */
const alone = ["packages/cli/test/e2e/machines.broker.test.ts", "packages/cli/test/chaos/chaos.broker.test.ts"]

const never = ["**/node_modules/**", "**/dist/**"]

export default defineConfig({
  test: {
    // For two cores: the slow tests wait for clocks, processes and databases more than for the processor.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // A bound for what hangs, far beyond what a busy machine needs.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    exclude: never,
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["packages/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
          exclude: [...never, ...slow, ...strict, ...alone],
          // Most of the time would go into loading the same modules for every file.
          isolate: false
        }
      },
      // A second of each for loading, which is longer than many of them take.
      { extends: true, test: { name: "slow", include: slow, exclude: [...never, ...strict], isolate: false } },
      { extends: true, test: { name: "strict", include: strict, exclude: [...never, ...alone] } },
      { extends: true, test: { name: "alone", include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } }
    ]
  }
})
