/** Which words name one thing, whatever they are compared in. */
import { describe, expect, it } from "vitest"
import { groupsOf, haveOneGroup } from "../../src/judge/words/word-groups.ts"
import { isInGroups, nameAlmostOneThing, nameOneThing } from "../../src/judge/words/same-thing.ts"
import { isSure, worseOf } from "../../src/judge/words/agreement.ts"
import { nearlyNamesOf, otherNamesOf } from "../../src/judge/words/other-names.ts"

const said = (...spellings: ReadonlyArray<string>) => ({ word: { spellings } })

describe("two words", () => {
  it.each([
    [["картошки", "картошка"], ["картофель"], true, false],
    [["картофель"], ["картошечка"], true, false],
    [["картофель"], ["помидор"], false, false],
    [["врач"], ["доктор"], true, false],
    [["врач"], ["др"], false, false],
    [["доктор"], ["врач", "др"], true, false],
    [["боязнь"], ["фобия"], false, true],
    [["страх"], ["фобия"], false, false],
    [["кот"], ["кот"], false, false],
    [["кот"], ["врач"], false, false]
  ])("%j and %j name one thing: %s, almost one: %s", (left, right, one, almost) => {
    expect(nameOneThing(said(...left), said(...right))).toBe(one)
    expect(nameAlmostOneThing(said(...left), said(...right))).toBe(almost)
  })
})

it.each([
  [["картошки", "картошка"], true],
  [["фобия"], true],
  [["кот"], false]
])("of %j it is asked what else they name: %s", (spellings, asked) => {
  expect(isInGroups(spellings)).toBe(asked)
})

describe("lists of words", () => {
  it.each([
    ["а", "б", true],
    ["а", "в", true],
    ["в", "г", true],
    ["а", "г", false],
    ["а", "д", false],
    ["д", "а", false]
  ])("«%s» and «%s» stand in one: %s", (one, other, together) => {
    expect(haveOneGroup(groupsOf(["а б в", "в г"]), one, other)).toBe(together)
  })

  it("may be looked up by a part of each word", () => {
    expect(
      haveOneGroup(
        groupsOf(["кот пёс"], (word) => word.charAt(0)),
        "к",
        "п"
      )
    ).toBe(true)
  })
})

describe("another name", () => {
  it("is that of the same thing, and none is its own", () => {
    expect(otherNamesOf("нидерланды")).toEqual(["голландия", "netherlands", "holland"])
    expect(otherNamesOf("holland")).toEqual(["нидерланды", "голландия", "netherlands"])
    expect(otherNamesOf("кот")).toEqual([])
  })

  it("may be almost the same, in one direction", () => {
    expect(nearlyNamesOf("россия")).toEqual(["русь"])
    expect(nearlyNamesOf("русь")).toEqual([])
  })
})

it.each([
  ["same", "form", "form"],
  ["near", "typo", "near"],
  ["likely typo", "likely typo", "likely typo"]
] as const)("of two agreements the worse counts: %s, %s", (left, right, worse) => {
  expect(worseOf(left, right)).toBe(worse)
})

it.each([
  ["same", true],
  ["form", true],
  ["transliteration", true],
  ["typo", true],
  ["likely typo", false],
  ["near", false],
  ["none", false]
] as const)("«%s» is sure: %s", (agreement, sure) => {
  expect(isSure(agreement)).toBe(sure)
})
