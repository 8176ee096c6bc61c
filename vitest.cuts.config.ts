/** Cuts connections to PostgreSQL at the worst moments: `npm run kills:cut`. */
import { defineConfig } from "vitest/config"
import { KillReport } from "./packages/cli/test/kills/report-kills.ts"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.cuts.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    reporters: ["default", new KillReport()],
    testTimeout: 600_000,
    hookTimeout: 120_000
  }
})
