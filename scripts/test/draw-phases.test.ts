import { expect, it } from "vitest"
import { phasesFile, phasesPage } from "../draw-phases.ts"

it("docs/phases.md is what the rules draw: run `node scripts/draw-phases.ts` after a change of the rules", () => {
  expect(phasesFile()).toBe(phasesPage())
})
