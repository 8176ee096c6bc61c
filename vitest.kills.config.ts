/** Tests that kill real processes hundreds of times: `npm run kills`, apart from `npm test`. */
import { defineConfig } from "vitest/config"
import { KillReport } from "./packages/cli/test/kills/report-kills.ts"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.kills.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    reporters: ["default", new KillReport()],
    // Some of them mostly wait.
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 120_000
  }
})
