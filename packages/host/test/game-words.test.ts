import { presets } from "@znatoki/engine"
import { describe, expect, it } from "vitest"
import { settingsTitle } from "../src/game-words.ts"

describe("the title of settings", () => {
  it("is that of their preset, and one of its own for a name that is none of ours", () => {
    expect(settingsTitle(presets.quick)).toBe("Быстрая")
    for (const preset of ["наша", "", "toString", "__proto__"]) {
      expect(settingsTitle({ ...presets.quick, preset })).toBe("Свои правила")
    }
  })
})
