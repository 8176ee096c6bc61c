/** The tests a mutant has to get past: those of the source, the quick ones first, with the same dice for every mutant. */
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { ExamplesFirst } from "./examples-first.ts"

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/package/**", "**/node_modules/**"],
    setupFiles: [fileURLToPath(new URL("mutation-dice.ts", import.meta.url))],
    sequence: { sequencer: ExamplesFirst },
    testTimeout: 60_000,
    // Loading the sources anew for every file takes longer than most mutants live.
    isolate: false
  }
})
