/** A mutant of the judge has to get past the judge's own tests: games ask it too seldom to tell right from wrong. */
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { ExamplesFirst } from "./examples-first.ts"

export default defineConfig({
  test: {
    include: ["test/judge/**/*.test.ts"],
    setupFiles: [fileURLToPath(new URL("mutation-dice.ts", import.meta.url))],
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 60_000,
    isolate: false
  }
})
