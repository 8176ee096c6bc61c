import { type EffectOf, type GameEffect, type Player, presets, type RoundResult } from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { hear } from "@znatoki/host/hear"
import { speak } from "@znatoki/host/speak"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { calls } from "./support/effects.ts"
import { anya, boris, vera } from "./support/people.ts"
import { wrote } from "./support/words.ts"
import { answer, finished, verdict } from "./support/states.ts"

const judgedIn = ({ effects }: (typeof calls)[number]) => effects.find((effect) => effect._tag === "RoundJudged")
const right = calls.map(judgedIn).find((effect) => effect?.point === "team" && effect.question.accepted.length > 0)
if (right === undefined) throw new Error("no right answer among the calls")

const verdictOf = (changed: Partial<EffectOf<"RoundJudged">>): string =>
  speak(verdict, [{ ...right, ...changed }], "talk")
    .outgoing.map(({ text }) => plainText(text))
    .join("\n")
const wrong = { point: "bot", judgement: { verdict: "rejected", reason: "other", matched: null } } as const

describe("a verdict", () => {
  it("echoes at most 80 characters of the answer, cut at a word", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[а-яё]{1,12}$/u), { minLength: 1, maxLength: 60 }), (words) => {
        const given = words.join(" ")
        const echoed = /: «(.*)»/u.exec(verdictOf({ given }))?.[1] ?? ""
        assert.isAtMost(echoed.length, 80)
        const kept = echoed.replace(/…$/u, "").split(" ")
        assert.deepStrictEqual(kept, words.slice(0, kept.length))
      })
    )
  })

  it("tells what else would have been right only to whoever was wrong", () => {
    assert.notInclude(verdictOf({}), "Зачёт")
    assert.include(verdictOf({ ...wrong, given: "нечто иное" }), "Зачёт")
    assert.notInclude(verdictOf({ ...wrong, given: null, judgement: null }), "Зачёт")
  })

  it("names source and author in one line", () => {
    const line = verdictOf({})
      .split("\n")
      .find((one) => one.startsWith("Источник"))
    assert.match(line ?? "", /^Источник: .+ · Автор: .+$/u)
  })

  it.each([
    [true, "💥 Суперблиц проигран"],
    [false, "💥 Блиц проигран"]
  ])("calls a super-blitz by its name: %s", (solo, said) => {
    assert.include(verdictOf({ ...wrong, given: "нет", blitz: { question: 2, of: 3, solo } }), said)
  })
})

it("who left the table stands in the results with what they scored", () => {
  const players = finished.players.filter(({ id }) => id !== boris.id)
  const effect = { ...finished, players, left: [boris, vera], _tag: "GameFinished" as const }
  const said = speak(finished, [effect], "clock")
    .outgoing.map(({ text }) => plainText(text))
    .join("\n")
  assert.match(said, /^Борис — \d из \d$/mu)
  assert.lengthOf(said.match(/^Вера — /gmu) ?? [], 1)
})

const saidOf = (effect: GameEffect, hearsAll: boolean): string =>
  speak(answer, [effect], "words", { by: anya, hearsAll })
    .outgoing.map(({ text }) => plainText(text))
    .join("\n")

describe("where the bot is not known to hear everything", () => {
  const wanted = calls
    .flatMap(({ effects }) => effects)
    .filter(({ _tag }) => _tag === "AnswerWanted" || _tag === "TextWanted")
  const welcome = { _tag: "InfoShown", topic: "welcome", leftMs: null } as const
  it("the greeting asks for access, and nowhere else", () => {
    assert.include(saidOf(welcome, false), "Доступ ко всей переписке")
    assert.notInclude(saidOf(welcome, true).toLowerCase(), "доступ")
  })

  it("whoever is asked for an answer hears of «/ответ», and nowhere else", () => {
    assert.isAtLeast(wanted.length, 2)
    for (const effect of wanted) {
      assert.include(saidOf(effect, false), "«/ответ")
      assert.notInclude(saidOf(effect, true), "/ответ")
    }
  })
})

it("whoever does not see the picture yet reads what to write, which is heard everywhere and is no answer", () => {
  const question = { ...right.question, handout: { text: null, imageUrl: "picture:1" } }
  const asked = { _tag: "QuestionAsked", round: 2, question, blitz: null, captain: anya, endsAtMs: 60_000 } as const
  const [hint = ""] = /напишите «[^»]+»/u.exec(saidOf(asked, false)) ?? []
  assert.equal(hint, "напишите «/инфо»")
  const { event } = hear(wrote(boris, "/инфо"), { atMs: 1, seed: 1 }, answer)
  assert.equal(event?._tag, "InfoRequested")
})

const results = (count: number, tookMs: number): ReadonlyArray<RoundResult> =>
  Array.from({ length: count }, (_, i) => ({
    question: finished.results[0]?.question ?? right.question.id,
    passed: [],
    answerer: boris.id,
    given: `${i}`,
    right: false,
    decidedBy: "judge",
    appeal: "none",
    tookMs
  }))

const endOf = (team: number, bot: number, tookMs = 1_000, players: ReadonlyArray<Player> = [anya, boris]): string => {
  const played = { reason: "everything played", score: { team, bot }, results: results(bot, tookMs), players } as const
  const [said] = speak(
    { ...finished, settings: presets.quick },
    [{ _tag: "GameFinished", ...played }],
    "clock"
  ).outgoing
  return said === undefined ? "" : plainText(said.text)
}
/** What is said beyond score and names. */
const comfortOf = (text: string): string => text.split("\n\n").at(-1) ?? ""

describe("the end of a game", () => {
  it("has more than one line of comfort for a team without a point, and not always the same", () => {
    const said = new Set([1, 2, 3, 4, 5, 6].map((tookMs) => comfortOf(endOf(0, 6, tookMs))))
    assert.isAbove(said.size, 1)
    for (const comfort of said) assert.isAbove(comfort.split("\n").length, 1)
  })

  it("comforts nobody who won a round, or lost but one", () => {
    assert.strictEqual(endOf(1, 6).split("\n\n").length, 3)
    assert.strictEqual(endOf(0, 1).split("\n\n").length, 2)
  })
})
