import { callsIn } from "../src/intake/calls-in.ts"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("a call in what somebody wrote", () => {
  it.each([
    ["[id7|Аня], Пушкин", "Аня, Пушкин", [["Аня", 7]]],
    ["отвечает [ID2|Борис]!", "отвечает Борис!", [["Борис", 2]]],
    ["отвечает @id2 (Борис)", "отвечает @id2 (Борис)", [["@id2 (Борис)", 2]]],
    ["Пушкин *id7", "Пушкин *id7", [["*id7", 7]]],
    ["Матфей @club1", "Матфей @club1", [["@club1", null]]],
    ["Матфей [club1|@bot]", "Матфей @bot", [["@bot", null]]],
    [
      "[public1|А] [event2|Б]",
      "А Б",
      [
        ["А", null],
        ["Б", null]
      ]
    ],
    ["@все Пушкин", "@все Пушкин", [["@все", null]]],
    [
      "*ALL, [id3|Вера]",
      "*ALL, Вера",
      [
        ["*ALL", null],
        ["Вера", 3]
      ]
    ],
    ["[id12345678901|никто]", "никто", [["никто", null]]],
    ["[id1|]", "", [["", 1]]]
  ])("«%s» is read as «%s»", (written, text, called) => {
    const read = callsIn(written)
    expect(read.text).toBe(text)
    expect(read.calls.map(({ from, person, to }) => [text.slice(from, to), person])).toEqual(called)
  })

  it.each(["a@all.ru", "@mail.ru", "*примечание", "[id7]", "[id|Аня]", "[idx|Аня]", "5*id", "все", "[id1|"])(
    "is not seen in «%s»",
    (written) => {
      expect(callsIn(written)).toEqual({ text: written, calls: [] })
    }
  )

  it("has its place in the text, after the one before it, whatever is written", () => {
    const call = fc.constantFrom("[id1|Аня]", "@id2", "@все", "[club3|К]", "[id1|", "]", "@", " ")
    fc.assert(
      fc.property(fc.array(fc.oneof(call, fc.string({ maxLength: 5 }))), (pieces) => {
        const { calls, text } = callsIn(pieces.join(""))
        let end = 0
        for (const { from, to } of calls) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThanOrEqual(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      })
    )
  })
})
