import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { GameEvent } from "../src/game-event.ts"
import type { GameState } from "../src/game-state.ts"
import { unpaused } from "../src/game-state.ts"
import type { Question } from "../src/question.ts"
import { reduce } from "../src/reduce.ts"
import { anyGame, people, playWith } from "../src/testing/index.ts"
import { type AskedQuestion, publicEffect, viewFor } from "../src/view.ts"
import { after, ann, bob, draw, effectOf, pause, question, rareScene, scene, start } from "./scene.ts"

/** Everything in it that would tell something says so, and of which question. */
const telling = (drawn: Question): Question => ({
  ...drawn,
  text: "Что это?",
  handout: null,
  answer: `секрет:ответ:${drawn.id}`,
  accepted: [`секрет:зачёт:${drawn.id}`],
  rejected: [`секрет:незачёт:${drawn.id}`],
  comment: `секрет:комментарий:${drawn.id}`,
  source: `секрет:источник:${drawn.id}`,
  author: `секрет:автор:${drawn.id}`,
  answerImageUrl: `https://example.org/секрет:картинка:${drawn.id}.png`
})
const withTelling = (event: GameEvent): GameEvent =>
  event._tag === "QuestionDrawn" ? { ...event, question: telling(event.question) } : event

/** What of the current question may not be seen in this state. */
const secretsOf = (state: GameState): ReadonlyArray<string> => {
  const held = unpaused(state)
  if (!("question" in held)) return []
  const { accepted, answer, answerImageUrl, author, comment, rejected, source } = held.question
  const later = [comment, source, author, answerImageUrl ?? null].filter((text) => text !== null)
  return held._tag === "Vote" ? later : [answer, ...accepted, ...rejected, ...later]
}

/** What was played already is nobody's secret, though the same question be asked again. */
const withoutThePast = (view: object): string =>
  JSON.stringify(view, (key, part: unknown) => (key === "results" ? undefined : part))

describe("what people see", () => {
  it("has nothing of the current question's answer before its time, in any state of any game, for anybody", () => {
    let thought = 0
    fc.assert(
      fc.property(anyGame, fc.constantFrom(...people), (game, { id }) => {
        for (const { step } of playWith((state, event) => reduce(state, withTelling(event)), game)) {
          const secrets = secretsOf(step.state)
          thought += secrets.length
          const seen = withoutThePast(viewFor(step.state, id))
          expect(secrets.filter((secret) => seen.includes(secret))).toEqual([])
          const told = step.effects.filter(({ _tag }) => _tag === "QuestionAsked").map(publicEffect)
          expect(JSON.stringify(told)).not.toContain("секрет")
        }
      })
    )
    expect(thought).toBeGreaterThan(0)
  })

  it("is the question as it was asked, and everything else of the state", () => {
    const { discussion, verdict } = scene()
    const { question: _, ...others } = discussion
    const { state } = viewFor(discussion, bob.id)
    expect(state).toEqual({ ...others, question: { id: question.id, text: question.text, handout: null } })
    expect(viewFor(after(discussion, pause(bob)), bob.id).state).toMatchObject({ _tag: "Paused", held: state })
    expect(viewFor(verdict, bob.id).state).toEqual(verdict)
  })

  it("in a vote is the answer that is voted by, and not yet the comment", () => {
    const { voting } = rareScene()
    const { state } = viewFor({ ...voting, question: telling(question) }, ann.id)
    expect(state).toMatchObject({ question: { answer: "секрет:ответ:q1", accepted: ["секрет:зачёт:q1"] } })
    expect(JSON.stringify(state)).not.toMatch(/комментарий|источник|автор|картинка/)
  })

  it("is what this person may do, and the moment that buttons are of", () => {
    const view = viewFor(scene().answer, bob.id)
    expect(view).toMatchObject({ moment: { game: 1, round: 1, phase: "Answer" }, allowed: expect.any(Array) })
    expect(view.allowed).toContain("TextSaid")
    expect(viewFor(scene().answer, ann.id).allowed).not.toContain("TextSaid")
  })

  it("is nothing that the embedder keeps beside players and settings", () => {
    const { idle, wheel } = scene({ extra: { secret: "of the table" } })
    const opened = reduce(idle, start({ ...ann, extra: { secret: "of Ann" } }))
    expect(JSON.stringify(viewFor(opened.state, bob.id))).not.toContain("secret")
    expect(JSON.stringify(opened.effects.map(publicEffect))).not.toContain("secret")
    expect(JSON.stringify(opened)).toContain("secret")
    const asked = reduce(wheel, draw()).effects.map(publicEffect)
    const shown = { question: { id: question.id, text: question.text, handout: null } }
    expect(asked).toContainEqual({ ...effectOf(reduce(wheel, draw()), "QuestionAsked"), ...shown })
  })

  it("is told by the type as well: a whole question is none that is asked", () => {
    // @ts-expect-error: it has an answer.
    const asked: AskedQuestion = question
    expect(asked).toBe(question)
  })
})
