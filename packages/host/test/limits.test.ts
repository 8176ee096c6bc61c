import type { GameEffect, GameState, Player, Question } from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { speak as speakTo, type Via } from "@znatoki/host/speak"
import { describe, expect, it } from "vitest"
import { calls } from "./support/effects.ts"
import { textMax, troubles } from "./support/limits.ts"
import { anya, person } from "./support/people.ts"
import { fullQuestion } from "./support/questions.ts"
import { answer, choice, discussion, finished, lobby, verdict, vote } from "./support/states.ts"

const speak = (state: GameState, effects: ReadonlyArray<GameEffect>, via: Via) =>
  speakTo(state, effects, via, { textMax })

const tableOf = (count: number, name: (index: number) => string): readonly [Player, ...ReadonlyArray<Player>] => {
  const [first, ...others] = Array.from({ length: count }, (_, i) => person(String(4_000_000_000 + i), name(i)))
  return [first ?? anya, ...others]
}
const wanted: GameEffect = { _tag: "AnswererWanted", captain: anya, early: false }
const labelsOf = (players: readonly [Player, ...ReadonlyArray<Player>]) =>
  speak({ ...choice, players }, [wanted], "clock").outgoing[0]?.keyboard?.rows.map((row) =>
    row.map(({ label }) => label)
  )

const long = (words: string): string => `${words} `.repeat(1_000).trim()
const longQuestion: Question = {
  ...fullQuestion,
  text: long("вопрос"),
  handout: { text: long("раздатка"), imageUrl: null },
  answer: long("ответ"),
  accepted: [long("зачёт")],
  comment: long("комментарий"),
  source: long("источник"),
  author: long("автор")
}
const judged = (question: Question): GameEffect => ({
  _tag: "RoundJudged",
  round: 2,
  question,
  blitz: null,
  answerer: anya,
  given: long("догадка"),
  judgement: { verdict: "rejected", reason: "other", matched: null },
  point: "bot",
  score: { team: 1, bot: 1 }
})

const judgedAt = (comment: string) =>
  speakTo(verdict, [judged({ ...fullQuestion, comment })], "talk", { textMax, order: 5 }).outgoing

describe("what a messenger takes", () => {
  it("is kept to by every effect", () => {
    for (const via of ["press", "words", "talk", "clock"] as const) {
      const found = calls.map(({ effects, name, state }) => [name, troubles(speak(state, effects, via))] as const)
      expect(found.filter(([, all]) => all.length > 0)).toEqual([])
    }
  })

  it("is kept to by a table of any size with names of any length", () => {
    for (let count = 1; count <= 40; count++) {
      for (const name of ["Ия", "Константин", "Мария-Антуанетта Йозефа Иоганна Габсбург-Лотарингская"]) {
        const players = tableOf(count, (i) => `${name} ${i}`)
        const game = { game: 1_000_000, round: 1_000, players }
        for (const said of [
          speak({ ...choice, ...game }, [wanted], "clock"),
          speak({ ...lobby, ...game }, [{ _tag: "LobbyOpened", by: anya }], "words"),
          speak({ ...answer, ...game }, [{ _tag: "InfoShown", topic: "session", leftMs: 1_000 }], "words"),
          speak({ ...discussion, ...game }, [{ _tag: "GameStarted", captain: anya }], "press"),
          speak({ ...finished, players }, [{ ...finished, players, _tag: "GameFinished" }], "clock")
        ])
          expect(troubles(said)).toEqual([])
      }
    }
  })

  it("is kept to by the longest question", () => {
    const asked: GameEffect = {
      _tag: "QuestionAsked",
      round: 2,
      question: longQuestion,
      blitz: null,
      captain: anya,
      endsAtMs: 1
    }
    expect(troubles(speak(discussion, [{ _tag: "GameStarted", captain: anya }, asked], "press"))).toEqual([])
    expect(troubles(speak(verdict, [judged(longQuestion)], "talk"))).toEqual([])
    expect(troubles(speak(finished, [judged(longQuestion), { ...finished, _tag: "GameFinished" }], "talk"))).toEqual([])
    const long = { ...vote, question: longQuestion, given: "догадка ".repeat(25) }
    const opened: GameEffect = {
      _tag: "VoteOpened",
      round: 2,
      question: longQuestion,
      blitz: null,
      answerer: anya,
      given: long.given,
      judgement: long.judgement,
      endsAtMs: 1
    }
    expect(troubles(speak(long, [opened], "talk"))).toEqual([])
    expect(troubles(speak(long, [{ _tag: "VoteTaken", by: anya.id, yes: 1, no: 0, left: 2 }], "press"))).toEqual([])
    expect(troubles(speak(answer, [{ _tag: "InfoShown", topic: "session", leftMs: 1_000 }], "words"))).toEqual([])
  })

  it("lets a long comment go on in the next message, sentence by sentence, and leaves nothing out", () => {
    const sentences = Array.from({ length: 100 }, (_, i) => `Это ${i + 1}-е предложение длинного комментария.`)
    const said = judgedAt(sentences.join(" "))
    const words = said.map(({ text }) => plainText(text))
    expect(said).toHaveLength(3)
    expect(words.slice(0, -1).map((each) => each.at(-1))).toEqual([".", "."])
    for (const part of [...sentences, "часики; ходики", "Народная мудрость", "Счёт: Знатоки 1 : 1 Бот"]) {
      expect(words.filter((each) => each.includes(part))).toHaveLength(1)
    }
  })

  it("has the buttons and the name of a long message at its end, and what it speaks of at its beginning", () => {
    const said = judgedAt(long("комментарий").slice(0, 3_000))
    expect(said.map(({ keyboard, slot }) => [keyboard !== null, slot !== null])).toEqual([
      [false, false],
      [true, true]
    ])
    expect(said.map((message) => message._tag === "Say" && message.about)).toEqual([5, undefined])
  })

  it("costs a comment its end that would go on and on", () => {
    const said = judgedAt(long("комментарий"))
    expect(said.length).toBeLessThanOrEqual(4)
    expect(said.map(({ text }) => plainText(text)).join("\n")).toMatch(/комментарий к\p{L}*…\n\nИсточник/u)
  })

  it("shows a picture with the part that tells of it", () => {
    const handout = { text: `${"Слова. ".repeat(400)}`, imageUrl: "https://example.org/a.png" }
    const asked: GameEffect = {
      _tag: "QuestionAsked",
      round: 2,
      question: { ...fullQuestion, handout },
      blitz: null,
      captain: anya,
      endsAtMs: 1
    }
    const said = speak(discussion, [asked], "clock").outgoing
    expect(said.length).toBeGreaterThan(1)
    for (const { media, text } of said) expect(media !== undefined).toBe(plainText(text).includes("a.png"))
  })
})

describe("the buttons to name who answers", () => {
  it("stand three in a row", () => {
    expect(labelsOf(tableOf(5, (i) => ["Аня", "Борис", "Вера", "Глеб", "Даша"][i] ?? ""))).toEqual([
      ["Аня", "Борис", "Вера"],
      ["Глеб", "Даша"]
    ])
  })

  it("stand two and two when there are four", () => {
    expect(labelsOf(tableOf(4, (i) => `Игрок ${i}`))).toEqual([
      ["Игрок 0", "Игрок 1"],
      ["Игрок 2", "Игрок 3"]
    ])
  })

  it("stand two in a row when a name is long", () => {
    expect(labelsOf(tableOf(3, (i) => ["Аня", "Александр Иванов", "Вера"][i] ?? ""))).toEqual([
      ["Аня", "Александр Иванов"],
      ["Вера"]
    ])
  })

  it("number players of one name", () => {
    expect(labelsOf(tableOf(3, (i) => ["Саша", "Вера", "Саша"][i] ?? ""))).toEqual([["Саша 1", "Вера", "Саша 2"]])
  })

  it("leave those beyond the tenth to words, and say so", () => {
    const [said] = speak({ ...choice, players: tableOf(12, (i) => `Игрок ${i}`) }, [wanted], "clock").outgoing
    expect(said?.keyboard?.rows.flat()).toHaveLength(10)
    expect(said === undefined ? "" : plainText(said.text)).toContain("«отвечает Имя»")
  })
})
