/** Processes of several machines, struck again and again: `npm run chaos`. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.chaos.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    hookTimeout: 240_000
  }
})
