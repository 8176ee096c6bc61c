import { describe, expect, it } from "vitest"
import type { GameEvent } from "../../src/game-event.ts"
import { presets } from "../../src/settings.ts"
import { initialState } from "../../src/game-state.ts"
import { replay } from "../../src/replay.ts"
import { judged } from "../../src/rules/judge-text.ts"
import { Player, QuestionId } from "../../src/ids.ts"
import { Schema } from "effect"

const ann = Schema.decodeUnknownSync(Player)({ id: "1", name: "Анна" })
const at = { atMs: 0, seed: 1 }
const wish = { ...at, seen: null, by: ann.id }
const question = {
  id: QuestionId.make("q"),
  text: "Кто?",
  handout: null,
  answer: "Пушкин",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null
}
const untilAnswer: ReadonlyArray<GameEvent> = [
  { _tag: "StartRequested", ...at, seen: null, by: ann, settings: null },
  { _tag: "GoRequested", ...wish },
  { _tag: "QuestionDrawn", ...at, round: 1, place: 1, question },
  { _tag: "AnswererNamed", ...wish, player: ann.id }
]
const answer = replay(initialState(presets.classic), untilAnswer).state
const said = (text: string): GameEvent => ({ _tag: "TextSaid", ...at, by: ann.id, text })

describe("what is logged of an answer", () => {
  it("has the judge's word on it", () => {
    expect(judged(answer, said("пушкен"))).toMatchObject({ judgement: { verdict: "accepted", reason: "typo" } })
  })

  it("is nothing more where the text is no answer", () => {
    const talk = said("Пушкин")
    expect(judged(initialState(presets.classic), talk)).toBe(talk)
    expect(judged(answer, said(" "))).not.toHaveProperty("judgement")
  })

  it("decides, whatever a later judge would say", () => {
    const judgement = { verdict: "rejected", reason: "other", matched: null } as const
    const logged: GameEvent = { _tag: "TextSaid", ...at, by: ann.id, text: "Пушкин", judgement }
    expect(judged(answer, logged)).toBe(logged)
    expect(replay(answer, [logged]).state).toMatchObject({ score: { team: 0, bot: 1 } })
    expect(replay(answer, [said("Пушкин")]).state).toMatchObject({ score: { team: 1, bot: 0 } })
  })
})
