import type { Player, RoundResult } from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { cardOf, type ResultCard } from "@znatoki/chat/result-card"
import { speak } from "@znatoki/host/speak"
import { assert, describe, it } from "vitest"
import { anya, boris, vera } from "./support/people.ts"
import { finished } from "./support/states.ts"

type Round = Partial<RoundResult> & Pick<RoundResult, "right">

const [sample] = finished.results
if (sample === undefined) throw new Error("a finished game has rounds")

const said = (rounds: ReadonlyArray<Round>, players: ReadonlyArray<Player> = [anya, boris], stopped = false) => {
  const results = rounds.map((round) => ({ ...sample, answerer: anya.id, given: "ёлка", tookMs: 1_000, ...round }))
  const team = results.filter(({ right }) => right).length
  const played = {
    reason: stopped ? "stopped" : "everything played",
    score: { team, bot: results.length - team },
    results,
    players
  } as const
  const [message] = speak({ ...finished, ...played }, [{ ...played, _tag: "GameFinished" }], "clock").outgoing
  const source = message?._tag === "Say" ? (message.media?.source ?? "") : ""
  return { card: cardOf(source), text: plainText(message?.text ?? []), media: message?.media }
}

const headlineOf = (rights: string): string | undefined =>
  said(Array.from(rights, (each) => ({ right: each === "+" }))).card?.headline

const rounds = (count: number): ReadonlyArray<Round> => Array.from({ length: count }, () => ({ right: true }))

describe("the picture of a finished game", () => {
  it("tells who won, and how", () => {
    assert.strictEqual(headlineOf("++-"), "🏆 Победили знатоки!")
    assert.strictEqual(headlineOf("+++"), "💪 Сухая победа!")
    assert.strictEqual(headlineOf("---++++"), "💪 Волевая победа!")
    assert.strictEqual(headlineOf("+--"), "🤖 Победил бот")
    assert.strictEqual(headlineOf("+-"), "🤝 Ничья!")
  })

  it("shows score and rounds in order, the best player and the right answer that was thought about longest", () => {
    const { card } = said([
      { right: true, answerer: boris.id, given: "зеркало", tookMs: 9_000 },
      { right: false, given: "окно", tookMs: 50_000 },
      { right: true, answerer: boris.id, given: " в\nзазеркалье ", tookMs: 30_000 }
    ])
    const expected: ResultCard = {
      headline: "🏆 Победили знатоки!",
      sides: [
        { name: "Знатоки", points: 2 },
        { name: "Бот", points: 1 }
      ],
      rounds: [true, false, true],
      notes: [
        { label: "Лучший игрок", text: boris.name },
        { label: "Ответ игры, раунд 3", text: `«в зазеркалье» — ${boris.name}` }
      ]
    }
    assert.deepStrictEqual(card, expected)
  })

  it("compares nobody who played alone", () => {
    const { card } = said([{ right: true }, { right: false }], [anya])
    assert.deepStrictEqual(card?.notes, [{ label: "Ответ игры, раунд 1", text: "«ёлка»" }])
  })

  it("goes where the text shows the rounds in a line of their own, which it takes the place of", () => {
    const { media, text } = said([{ right: true }, { right: false }, { right: true }], [anya, vera])
    assert.strictEqual(media?.instead, "✅❌✅")
    assert.include(text.split("\n\n"), "✅❌✅")
  })

  it("is not there for a game that was broken off, one round, or more than anybody takes in", () => {
    for (const { card, text } of [said(rounds(3), [anya], true), said(rounds(1)), said(rounds(61))]) {
      assert.isNull(card)
      assert.notInclude(text, "✅")
    }
  })
})
