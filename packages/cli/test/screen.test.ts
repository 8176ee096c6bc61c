/** What is shown fits the terminal and loses nothing. */
import { Player, PlayerId, PresetName, presets } from "@znatoki/engine"
import { refusalWords } from "@znatoki/host/refusal-words"
import { Schema } from "effect"
import fc from "fast-check"
import { stripVTControlCharacters } from "node:util"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"
import { ownQuestions } from "../src/play/own-questions.ts"
import { playTable, withoutWaiting } from "../src/play/play-table.ts"
import { makeRng } from "../src/play/rng.ts"
import { messageLines, noticeLines, paintFor, promptAt, changeLines, talkLines, wrapped } from "../src/play/screen.ts"
import { Table } from "../src/play/table.ts"

const word = fc.array(fc.constantFrom("а", "Ж", "x", "🦉", "👩‍🚀", "漢", "«", "—", "é"), { minLength: 1, maxLength: 90 })
const text = fc.array(
  word.map((parts) => parts.join("")),
  { minLength: 1, maxLength: 40 }
)

describe("words in a terminal", () => {
  it("fit its width behind their margin, whole where they fit, and none is lost", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 200 }), (words, width) => {
        const lines = wrapped(words.join(" "), "┃ ", width)
        for (const line of lines) {
          expect(line.startsWith("┃ ")).toBe(true)
          expect(stringWidth(line)).toBeLessThanOrEqual(width)
        }
        const shown = lines.map((line) => line.slice(2))
        expect(shown.join("").replaceAll(" ", "")).toBe(words.join(""))
        const whole = new Set(shown.flatMap((line) => line.split(" ")))
        for (const each of words) if (stringWidth(each) <= width - 2) expect(whole).toContain(each)
      })
    )
  })
})

const longNames = ["Анна", "Константин-Апполинарий Заболотный-Верхнереченский", "Ж".repeat(70), "Ёж", "Вера Павловна"]
const people = longNames.map((name, i) => Schema.decodeUnknownSync(Player)({ id: String(i + 1), name }))

/** All that is shown of a game with a terminal of this width. */
const shownOf = async (preset: PresetName, seed: number, width: number): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  const paint = paintFor(true)
  const questions = ownQuestions()
  const table: Table = new Table({
    settings: presets[preset],
    questions,
    rng: makeRng(seed),
    observer: {
      heard: (input) => {
        if (input._tag === "Wrote") lines.push(...talkLines(input.by.name, input.text, paint, width))
      },
      played: (_event, effects) => lines.push(...changeLines(effects, paint, width)),
      said: (message) => lines.push(...messageLines(message, paint, width)),
      noticed: (notice) => lines.push(...noticeLines(notice, paint, width))
    }
  })
  const [by] = people
  if (by === undefined) return lines
  for (const text of ["Начать игру", "правила", "настройки", "инфо", "помощь"]) {
    table.input({ _tag: "Wrote", by, text, action: null, order: 0 }, 0)
  }
  await playTable(table, { people, skill: 0.5, questions }, makeRng(seed), withoutWaiting())
  return [...lines, ...noticeLines(refusalWords(table.state, "not seated"), paint, width)]
}

describe("a game in a terminal", () => {
  it.for(PresetName.literals)(
    "of preset %s fits from 60 to 200 columns, and no line begins with a dash",
    async (preset) => {
      for (const width of [60, 80, 100, 200]) {
        // Most lines come in every game, and measuring takes longer than playing.
        const shown = new Set<string>()
        for (let seed = 1; seed <= 5; seed++) for (const line of await shownOf(preset, seed, width)) shown.add(line)
        for (const line of shown) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(width)
          expect(stripVTControlCharacters(line)).not.toMatch(/^(?:┃ |  )[—·] /u)
          expect(line).not.toContain("\u00A0")
        }
      }
    }
  )
})

describe("what the chat tells by changing a message", () => {
  const [by] = people
  const shownOfWords = (...all: ReadonlyArray<string>): string => {
    const lines: Array<string> = []
    const table = new Table({
      settings: presets.quick,
      questions: ownQuestions(),
      rng: makeRng(1),
      observer: {
        heard: () => {},
        played: (_event, effects) => lines.push(...changeLines(effects, paintFor(false))),
        said: () => {},
        noticed: () => {}
      }
    })
    for (const text of all) if (by !== undefined) table.input({ _tag: "Wrote", by, text, action: null, order: 0 }, 0)
    return lines.join("\n")
  }

  it("has a line of its own: other rules, and how a vote stands", () => {
    expect(shownOfWords("Начать игру", "пресет молния")).toBe("  Молния: 3 раунда, 15 секунд на обсуждение")
    const vote = { _tag: "VoteTaken", by: people[0]?.id ?? PlayerId.make("1"), yes: 2, no: 1, left: 1 } as const
    expect(changeLines([vote], paintFor(false))).toEqual(["  За — 2, против — 1"])
  })
})

describe("the prompt", () => {
  it("tells the time that is left, rounded up, and none where none runs", () => {
    const paint = paintFor(false)
    expect(promptAt(null, paint)).toBe("› ")
    expect(promptAt(59_001, paint)).toBe("01:00 › ")
    expect(promptAt(1, paint)).toBe("00:01 › ")
    expect(promptAt(-5, paint)).toBe("00:00 › ")
    expect(promptAt(3_599_001, paint)).toBe("1:00:00 › ")
    expect(promptAt(3_600_001, paint)).toBe("ещё 2 ч › ")
    expect(promptAt(43_199_000, paint)).toBe("ещё 12 ч › ")
  })
})
