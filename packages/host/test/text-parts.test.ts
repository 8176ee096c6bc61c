import type { Text } from "@znatoki/chat/message"
import { plainText } from "@znatoki/chat/plain-text"
import { lengthOf } from "@znatoki/host/fit-text"
import { partsOf } from "@znatoki/host/text-parts"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anya } from "./support/people.ts"

const words = (text: Text) => text.map((span) => (typeof span === "string" ? span : `@${span.mention.name}`)).join("")
const bare = (text: string) => text.replace(/\s/gu, "")
const partsOfWords = (text: string, max: number) => partsOf([text], max).map(plainText)

describe("a text that is too long", () => {
  it.each([
    ["Первое. Второе. Третье.", 23, ["Первое. Второе. Третье."]],
    ["Первое. Второе. Третье.", 16, ["Первое. Второе.", "Третье."]],
    ["Абзац первый.\n\nАбзац второй. Он длиннее.", 32, ["Абзац первый.\n\nАбзац второй.", "Он длиннее."]],
    ["Первый абзац здесь.\n\nВторой абзац. И ещё.", 34, ["Первый абзац здесь.", "Второй абзац. И ещё."]],
    ["одно два три четыре", 9, ["одно два", "три", "четыре"]],
    ["👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 17, ["👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧"]]
  ])("%j in %i: %j", (text, max, parts) => {
    expect(partsOfWords(text, max)).toEqual(parts)
  })

  it("calls somebody whole", () => {
    const call = { mention: anya }
    expect(partsOf(["слово ", call, " слово ", call], 40)).toEqual([["слово ", call, " слово"], [call]])
  })

  it("is said whole, in parts that fit, whatever it is", () => {
    const anySpan = fc.oneof(
      fc.string({ unit: fc.constantFrom("а", "б", ".", " ", "\n", "»", "👍"), maxLength: 40 }),
      fc.constant({ mention: anya })
    )
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), fc.integer({ min: 30, max: 80 }), (text, max) => {
        const parts = partsOf(text, max)
        expect(bare(parts.map(words).join(" "))).toBe(bare(words(text)))
        for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(max)
      })
    )
  })
})
