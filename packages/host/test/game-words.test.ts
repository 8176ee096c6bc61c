import { presets } from "@znatoki/engine"
import { describe, expect, it } from "vitest"
import { settingsTitle } from "../src/game-words.ts"
import { extraMinuteEarned } from "../src/help-messages.ts"

describe("the title of settings", () => {
  it("is that of their preset, and one of its own for a name that is none of ours", () => {
    expect(settingsTitle(presets.quick)).toBe("Быстрая")
    for (const preset of ["наша", "", "toString", "__proto__"]) {
      expect(settingsTitle({ ...presets.quick, preset })).toBe("Свои правила")
    }
  })
})

describe("time in hand", () => {
  it("is counted in words that say what is counted, from the second on", () => {
    const earned = [1, 2, 5].map((inHand) => extraMinuteEarned({ _tag: "ExtraMinuteEarned", inHand }, presets.classic))
    expect(earned).toEqual([
      "⏱ За верный досрочный ответ — ещё минута на обсуждение про запас.",
      "⏱ За верный досрочный ответ — ещё минута на обсуждение про запас, теперь 2 раза.",
      "⏱ За верный досрочный ответ — ещё минута на обсуждение про запас, теперь 5 раз."
    ])
  })
})
