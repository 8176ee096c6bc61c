import { describe, expect, it } from "vitest"
import { withOptionalParts } from "../../src/judge/letters/brackets.ts"
import { splitOutside } from "../../src/judge/letters/split-outside.ts"

describe("a text cut at semicolons", () => {
  it.each([
    ["а;б", ["а", "б"]],
    ["а (б;в);г", ["а (б;в)", "г"]],
    ["а [б;в];г", ["а [б;в]", "г"]],
    ["«а;б»;в", ["«а;б»", "в"]],
    ['"а;б";в', ['"а;б"', "в"]],
    ["„а;б“;в", ["„а;б“", "в"]],
    ["“а;б”;“в;г”", ["“а;б”", "“в;г”"]],
    ["(а [б;в] г;д);е", ["(а [б;в] г;д)", "е"]],
    ["[а;б", ["[а", "б"]],
    ["(а;);б", ["(а;)", "б"]],
    ["(а [б;в] г;д", ["(а [б;в] г", "д"]],
    ["(а;б;в", ["(а", "б", "в"]],
    [") а;б", [") а", "б"]],
    ["; а ; ;б;", ["а", "б"]],
    [" а ", ["а"]],
    [" ", []],
    [";", []]
  ])("%j is %j", (text, parts) => {
    expect(splitOutside(text, /;/gu)).toEqual(parts)
  })
})

describe("the readings of optional parts", () => {
  it.each([
    ["кот", ["кот"]],
    ["кот[ик]", ["кот", "котик"]],
    ["[чёрный ]кот", ["кот", "чёрный кот"]],
    ["кот [и [пёс]]", ["кот ", "кот и ", "кот и пёс"]],
    ["а]б[", ["аб"]],
    ["[]а", ["а"]],
    [" ", []],
    ["[ ]", []],
    ["[а]", ["а"]],
    ["[а][б][в][г][д][е] я", [" я", "абвгде я"]]
  ])("of %j are %j", (text, readings) => {
    expect(withOptionalParts(text)).toEqual(readings)
  })

  it("are all the subsets of five parts", () => {
    expect(withOptionalParts("[а][б][в][г][д] я")).toHaveLength(32)
  })

  it("take several names one by one", () => {
    expect(withOptionalParts("[Иван Иваныч] Котов")).toEqual(expect.arrayContaining(["Иван  Котов", " Иваныч Котов"]))
    expect(withOptionalParts("[Иван иваныч] Котов")).toEqual([" Котов", "Иван иваныч Котов"])
  })
})
