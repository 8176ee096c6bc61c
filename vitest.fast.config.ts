/** The tests for every save: `npm run test:fast` leaves out what starts programs, browsers, servers or whole worlds. */
import { defineConfig, mergeConfig } from "vitest/config"
import all from "./vitest.config.ts"

export default mergeConfig(
  all,
  defineConfig({
    test: {
      // Most of the time would go into loading the same modules for every file.
      isolate: false,
      exclude: [
        "**/*.{e2e,integration,browser,simulation}.test.ts",
        // Packs the engine and imports it from outside.
        "packages/engine/test/package/**",
        // Worlds of thousands of events.
        "packages/simulation/test/**",
        "packages/kernel/test/{crash-points,simulation}.test.ts",
        // Judges the answer to every question for every other.
        "packages/lexicon-ru/test/shipped-questions.test.ts",
        // Start the program.
        "packages/cli/test/{judge,play}.test.ts",
        "packages/vk-sandbox/test/state/kill.test.ts",
        "packages/lexicon-ru/test/judge-report.test.ts",
        // Plays fifteen hundred games to draw a page.
        "scripts/test/draw-phases.test.ts"
      ]
    }
  })
)
