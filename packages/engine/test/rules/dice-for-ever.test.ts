import { describe, expect, it } from "vitest"
import { pick, shuffle } from "../../src/rules/dice.ts"
import { layBoard, spinWheel } from "../../src/rules/spin-wheel.ts"
import { presets } from "../../src/settings.ts"

const seeds = [0, 1, 7, -42, 2 ** 31 - 1]
const letters = ["a", "b", "c", "d", "e", "f"] as const

/** A logged game holds its seeds, not what they came to: other dice would replay another game. */
describe("the dice of every kind of choice stay as they were", () => {
  it.each([
    ["captain", "baadc", "bacfde adfbce afecbd deabcf cdfeab"],
    ["answerer", "edfed", "edfbac dfbcea fbdace efdbac dcafbe"],
    ["board", "dcddf", "decfab cfbdea dfebac decabf fbdaec"],
    ["sector", "aafad", "aebdcf acbefd faecdb aefdbc dfbcae"],
    ["soloist", "aaeef", "adfbec afecdb ebfdac efcadb fdeabc"]
  ] as const)("%s", (which, oneOfSix, allInARow) => {
    expect(seeds.map((seed) => pick(which, seed, letters)).join("")).toBe(oneOfSix)
    expect(seeds.map((seed) => shuffle(which, seed, letters).join("")).join(" ")).toBe(allInARow)
  })
})

describe("where a seed lays the board and stops the wheel stays as it was", () => {
  const wheel = presets.tv.wheel

  it("for these seeds", () => {
    if (wheel === null) throw new Error("the preset tv has a wheel")
    const boards = seeds.map((seed) => layBoard(wheel, seed).map((kind) => kind.charAt(0)))
    expect(boards.map((board) => board.join(""))).toEqual([
      "oooosoobooooo",
      "ooooooooosboo",
      "osooobooooooo",
      "oooooooboooos",
      "ooosooooboooo"
    ])
    const table = { settings: presets.tv, board: layBoard(wheel, 1) } as unknown as Parameters<typeof spinWheel>[0]
    const stops = [
      [5, "ordinary"],
      [1, "ordinary"],
      [7, "ordinary"],
      [10, "super-blitz"],
      [6, "ordinary"]
    ]
    expect(seeds.map((seed) => spinWheel(table, 1, seed)?.effect)).toEqual(
      stops.map(([sector, kind]) => ({ _tag: "WheelSpun", round: 1, stopped: sector, sector, kind }))
    )
  })
})
