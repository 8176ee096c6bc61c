import { GameEffect, Refusal } from "@znatoki/engine"
import type { Say, Text } from "@znatoki/chat/message"
import { cardOf } from "@znatoki/chat/result-card"
import { plainText } from "@znatoki/chat/plain-text"
import { gameMenu } from "@znatoki/host/keyboards"
import { speak, type Spoken, type Via } from "@znatoki/host/speak"
import { describe, expect, it } from "vitest"
import { draw } from "./support/draw.ts"
import { calls } from "./support/effects.ts"
import { anya, vera } from "./support/people.ts"
import { fullQuestion } from "./support/questions.ts"
import { everyState, lobby, verdict } from "./support/states.ts"

const vias: ReadonlyArray<Via> = ["press", "words", "talk", "clock"]

const newMessages = ({ outgoing }: Spoken): ReadonlyArray<Say> => outgoing.filter((one) => one._tag === "Say")

const lastLine = (said: Text) => plainText(said).split("\n").at(-1)

/** What is said in more than one message. */
const opened = () =>
  calls
    .flatMap(({ effects, state }) => vias.map((via) => newMessages(speak(state, effects, via))))
    .filter((messages) => messages.length > 1)

const judgedBy = (order: number | null) =>
  calls.flatMap(({ effects, state }) =>
    effects.some(({ _tag }) => _tag === "RoundJudged")
      ? newMessages(speak(state, effects, "talk", { order })).map(({ about, text }) => ({
          about,
          text: plainText(text)
        }))
      : []
  )

describe("every effect", () => {
  it("is among the calls below", () => {
    const tags = new Set(calls.flatMap(({ effects }) => effects.map(({ _tag }) => _tag)))
    expect([...tags, "Refused"].toSorted()).toEqual(Object.keys(GameEffect.cases).toSorted())
  })

  it("is said as the snapshot says", async () => {
    const drawn = calls.map(({ effects, name, state }) => {
      const byVia = vias.map((via) => [via, draw(speak(state, effects, via))] as const)
      const ways = Map.groupBy(byVia, ([, said]) => said)
      const shown = [...ways].map(([said, same]) =>
        ways.size === 1 ? said : `[${same.map(([via]) => via).join(", ")}]\n${said}`
      )
      return `▶ ${name}\n${shown.join("\n")}`
    })
    await expect(drawn.join("\n\n") + "\n").toMatchFileSnapshot("./snapshots/effects.txt")
  })

  it("shares one message with the others of its call", () => {
    const said = calls.flatMap(({ effects, state }) => vias.map((via) => newMessages(speak(state, effects, via))))
    const alone = said.filter((messages) => messages.length === 1)
    expect(alone.length).toBeGreaterThan(100)
    expect(alone.filter(([only]) => only?.afterMs !== undefined)).toEqual([])
  })

  it("but what is to be waited for comes two seconds after what opens it", () => {
    const waited = opened().filter(([, second]) => second?.afterMs !== undefined)
    expect(waited.map((messages) => messages.map(({ afterMs }) => afterMs))).toEqual(
      waited.map(() => [undefined, 2_000])
    )
    expect(new Set(waited.map(([first]) => lastLine(first?.text ?? [])))).toEqual(
      new Set(["🎡 Волчок крутится…", "🥁 Внимание, правильный ответ…"])
    )
  })

  it("and the words that begin a game bring the buttons that stay while it lasts", () => {
    const begun = opened().filter(([, second]) => second?.afterMs === undefined)
    expect(begun.length).toBeGreaterThan(0)
    for (const [first] of begun) {
      expect(plainText(first?.text ?? [])).toContain("Начинаем!")
      expect(first?.keyboard).toEqual(gameMenu)
    }
  })
})

describe("taking a seat", () => {
  const joined = [{ _tag: "SeatsChanged", change: "joined", player: vera }] as const

  it("by a press amends the lobby and tells the presser", () => {
    const { notice, outgoing } = speak(lobby, joined, "press")
    expect(outgoing.map(({ _tag, slot }) => [_tag, slot])).toEqual([["Amend", "3/lobby"]])
    expect(notice).toBe("Вы в игре!")
  })

  it("by words amends the lobby and says nothing", () => {
    const { notice, outgoing } = speak(lobby, joined, "words")
    expect(outgoing.map(({ _tag }) => _tag)).toEqual(["Amend"])
    expect(notice).toBeNull()
  })

  it("between rounds by a press is told to the presser alone", () => {
    expect(speak(verdict, joined, "press")).toEqual({ outgoing: [], notice: "Вы в игре!" })
  })
})

it("nothing happened: nothing is said", () => {
  for (const state of everyState) {
    for (const via of vias) expect(speak(state, [], via)).toEqual({ outgoing: [], notice: null })
  }
})

it("only the one who must act is called by name", () => {
  const mentions = calls.map(({ effects, state }) =>
    speak(state, effects, "clock").outgoing.flatMap(({ text }) => text.filter((span) => typeof span !== "string"))
  )
  expect(Math.max(...mentions.map(({ length }) => length))).toBe(2)
  const wanted = speak(everyState[4] ?? lobby, [{ _tag: "AnswererWanted", captain: anya, early: false }], "clock")
  expect(wanted.outgoing[0]?.text).toContainEqual({ mention: anya })
})

it("a question's picture goes with it, and so it does when somebody asks where the game is", () => {
  const source = "https://example.org/dial.png"
  for (const { effects, name, state } of calls) {
    if (!JSON.stringify(effects).includes(source)) continue
    for (const { media, text: said } of speak(state, effects, "words").outgoing) {
      if (cardOf(media?.source ?? "") !== null) continue
      const isTold = plainText(said).includes(`🖼 ${source}`)
      expect([name, media ?? null]).toEqual([name, isTold ? { source, instead: `🖼 ${source}` } : null])
    }
  }
  expect(calls.some(({ effects, state }) => speak(state, effects, "words").outgoing.some(({ media }) => media))).toBe(
    true
  )
})

const seen = "https://example.org/hands.png"
const pictured = { ...fullQuestion, answerImageUrl: seen }
const withPicture = (effect: GameEffect): GameEffect =>
  effect._tag !== "ScoreCorrected" && "question" in effect ? { ...effect, question: pictured } : effect

it("the picture of an answer goes with the answer, and whoever sends is told of it with the question", () => {
  for (const { effects, name, state } of calls) {
    const said = speak(state, effects.map(withPicture), "words").outgoing
    const showing = said.filter(({ media }) => media?.source === seen)
    const isTold = effects.some(({ _tag }) => _tag === "RoundJudged" || _tag === "BlitzGoesOn")
    expect([name, showing.length]).toEqual([name, isTold ? 1 : 0])
    for (const { media, text: words } of showing) expect(plainText(words)).toContain(media?.instead)
    const isAsked = effects.some(({ _tag }) => _tag === "QuestionAsked")
    expect([name, said.filter(({ ahead }) => ahead === seen).length]).toEqual([name, isAsked ? 1 : 0])
  }
})

it("the picture of an answer and what is handed out with the next question are each shown, in messages of their own", () => {
  const both = calls.find(({ effects }) => {
    const tags = new Set(effects.map(({ _tag }) => _tag))
    return tags.has("BlitzGoesOn") && tags.has("QuestionAsked")
  })
  const said = speak(both?.state ?? lobby, (both?.effects ?? []).map(withPicture), "words").outgoing
  expect(said.map(({ media }) => media?.source)).toEqual([seen, fullQuestion.handout?.imageUrl])
})

it("the picture of an answer that has no address is told of where it cannot be shown", () => {
  const question = { ...fullQuestion, answerImageUrl: "picture:0" }
  const judged = calls.flatMap(({ effects, state }) =>
    effects.flatMap((effect) => (effect._tag === "RoundJudged" ? [{ state, effect: { ...effect, question } }] : []))
  )
  expect(judged.length).toBeGreaterThan(5)
  for (const { effect, state } of judged) {
    const said = speak(state, [effect], "clock").outgoing
    expect(said.map(({ text: words }) => plainText(words)).join("\n")).toContain("🖼 К ответу есть приложение")
  }
})

it("where the bot may not hear everything, whatever is to be written begins with a slash", () => {
  const said = [
    ...calls.flatMap(({ effects, state }) => vias.map((via) => speak(state, effects, via, { hearsAll: false }))),
    ...everyState.flatMap((state) =>
      Refusal.literals.flatMap((reason) =>
        (["press", "words"] as const).map((via) =>
          speak(state, [{ _tag: "Refused", reason, by: anya.id }], via, { hearsAll: false })
        )
      )
    )
  ]
  const texts = said.flatMap(({ notice, outgoing }) => [notice ?? "", ...outgoing.map(({ text }) => plainText(text))])
  const asked = texts.flatMap((text) => text.match(/[Нн]апишите:? «\/?/gu) ?? [])
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter((words) => !words.endsWith("/"))).toEqual([])
})

it("what judges an answer stands beside it, and what is only to be waited for does not", () => {
  const found = judgedBy(17)
  expect(judgedBy(null).filter(({ about }) => about !== undefined)).toEqual([])
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter(({ about, text }) => (about === 17) === text.includes("Внимание"))).toEqual([])
})
