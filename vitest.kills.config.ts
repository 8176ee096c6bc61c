/** Tests that kill real processes hundreds of times: `npm run kills`, apart from `npm test`. */
import { defineConfig } from "vitest/config"
import { KillReport } from "./packages/cli/test/kills/report-kills.ts"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.kills.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    reporters: ["default", new KillReport()],
    // For two cores: a third beside them starves all on a slow machine.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 120_000
  }
})
