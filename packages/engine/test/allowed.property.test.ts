import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allowed } from "../src/allowed.ts"
import type { GameEvent } from "../src/game-event.ts"
import type { PlayerId } from "../src/ids.ts"
import { reduce } from "../src/reduce.ts"
import { anyEvent, anyGame, lastState, people, play, type Turn } from "../src/testing/index.ts"
import type { Rules } from "../src/step.ts"
import { Wish } from "../src/wish.ts"
import { after, ann, bob, cid, expectPhase, name, pause, rareScene, scene } from "./scene.ts"

type Tag = Wish["_tag"]
const isWish = (tag: string): tag is Tag => Object.hasOwn(Wish.cases, tag)

const personIn = (event: GameEvent): PlayerId | null =>
  "by" in event ? (typeof event.by === "string" ? event.by : event.by.id) : null

const refusalIn = (turn: Turn): string | null =>
  turn.step.effects.flatMap((effect) => (effect._tag === "Refused" ? [effect.reason] : []))[0] ?? null

/** Refused for what else the wish said, not for its kind: another of the kind might have been granted. */
const ofThisOne = new Set(["moment passed", "answerer not seated", "too many seated", "stop not asked"])

/** Null: it agrees, or says nothing of the kind. */
const disagreement = (turn: Turn): string | null => {
  const { before, event } = turn
  const person = personIn(event)
  if (person === null || !isWish(event._tag)) return null
  const refusal = refusalIn(turn)
  const isAllowed = allowed(before, person).includes(event._tag)
  if (event._tag === "TextSaid") {
    const isAnswer = before._tag === "Answer" && before.answerer === person
    return isAllowed === isAnswer ? null : `TextSaid in ${before._tag}`
  }
  if (refusal !== null && ofThisOne.has(refusal)) return null
  return isAllowed === (refusal === null) ? null : `${event._tag} in ${before._tag}: ${refusal ?? "granted"}`
}

const annIsNotNamed: Rules<"not her turn"> = (state, event) =>
  event._tag === "AnswererNamed" && event.player === ann.id
    ? { state, effects: [{ _tag: "Refused", by: event.by, reason: "not her turn" }] }
    : reduce(state, event)

const nobodyIsNamed: Rules<"closed today"> = (state, event) =>
  event._tag === "AnswererNamed"
    ? { state, effects: [{ _tag: "Refused", by: event.by, reason: "closed today" }] }
    : reduce(state, event)

describe("what is allowed", () => {
  it("is granted, and what is not allowed is refused, in every state of every game", () => {
    fc.assert(
      fc.property(anyGame, anyEvent, (game, event) => {
        const before = lastState(game)
        const turns = [...play(game), { before, event, step: reduce(before, event) }]
        expect(turns.map(disagreement).filter((each) => each !== null)).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it("is some of the wishes there are, each once, of anybody", () => {
    fc.assert(
      fc.property(anyGame, fc.constantFrom(...people), (game, { id }) => {
        const tags = allowed(lastState(game), id)
        expect(new Set(tags).size).toBe(tags.length)
        expect(tags.filter((tag) => !isWish(tag))).toEqual([])
      })
    )
  })

  it("is what the person at hand may do: the captain more than the others, a stranger little", () => {
    const { answer, discussion, lobby } = scene()
    expect(allowed(lobby, cid.id)).toContain("JoinRequested")
    expect(allowed(lobby, bob.id)).not.toContain("JoinRequested")
    expect(allowed(discussion, ann.id)).toEqual(expect.arrayContaining(["EarlyAnswerRequested", "AnswererNamed"]))
    expect(allowed(discussion, bob.id)).not.toContain("AnswererNamed")
    expect(allowed(answer, bob.id)).toContain("TextSaid")
    expect(allowed(answer, ann.id)).not.toContain("TextSaid")
    expect(allowed(rareScene().voting, ann.id)).toContain("VoteCast")
    expect(allowed(after(discussion, pause(bob)), ann.id)).toContain("ResumeRequested")
  })

  it("is asked of rules of one's own, if there are any", () => {
    const { choice } = scene()
    expect(allowed(choice, ann.id, annIsNotNamed)).toContain("AnswererNamed")
    expect(allowed(choice, ann.id, nobodyIsNamed)).not.toContain("AnswererNamed")
    expect(expectPhase("Answer", reduce(choice, name(ann, bob)).state).answerer).toBe(bob.id)
  })
})
