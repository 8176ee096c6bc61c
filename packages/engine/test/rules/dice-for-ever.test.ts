import { describe, expect, it } from "vitest"
import { pick, shuffle } from "../../src/rules/dice.ts"
import { layBoard, spinWheel } from "../../src/rules/spin-wheel.ts"
import { presets } from "../../src/settings.ts"

const seeds = [0, 1, 7, -42, 2 ** 31 - 1]
const letters = ["a", "b", "c", "d", "e", "f"] as const

/** A logged game holds its seeds, not what they came to: other dice would replay another game. */
describe("the dice of every kind of choice stay as they were", () => {
  it.each(["captain", "answerer", "board", "sector", "soloist"] as const)("%s", (which) => {
    expect(seeds.map((seed) => pick(which, seed, letters)).join("")).toMatchSnapshot("one of six")
    expect(seeds.map((seed) => shuffle(which, seed, letters).join("")).join(" ")).toMatchSnapshot("all in a row")
  })
})

describe("where a seed lays the board and stops the wheel stays as it was", () => {
  const wheel = presets.tv.wheel

  it("for these seeds", () => {
    if (wheel === null) throw new Error("the preset tv has a wheel")
    expect(seeds.map((seed) => layBoard(wheel, seed).join(" "))).toMatchSnapshot("boards")
    const table = { settings: presets.tv, board: layBoard(wheel, 1) } as unknown as Parameters<typeof spinWheel>[0]
    expect(seeds.map((seed) => spinWheel(table, 1, seed)?.effect)).toMatchSnapshot("stops")
  })
})
