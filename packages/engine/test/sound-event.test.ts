/** A program that type-checks cannot make a game that is stored and not read again. */
import fc from "fast-check"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { decodeEvent } from "../src/decode-event.ts"
import type { GameEvent } from "../src/game-event.ts"
import { initialState } from "../src/game-state.ts"
import { PlayerId, QuestionId } from "../src/ids.ts"
import { judged } from "../src/rules/judge-text.ts"
import { reduce } from "../src/reduce.ts"
import { presets, Settings } from "../src/settings.ts"
import { decodeSnapshot, encodeSnapshot } from "../src/snapshot.ts"
import { anyEvent, anyGame, anySettings, lastState } from "../src/testing/index.ts"
import { playWith } from "../src/testing/moves.ts"
import { after, ann, bob, expectPhase, go, idleWith, join, question, scene, start } from "./scene.ts"

/** The same value, of which numbers and texts have become others that its type admits, and which has more than it should. */
const loosened = <A>(value: A, whims: Iterator<number>): A => {
  const whim = (): number => whims.next().value ?? 0
  const loosen = (part: unknown, key: string): unknown => {
    if (typeof part === "number") return whim() < 0.3 ? numbers[Math.floor(whim() * numbers.length)] : part
    if (typeof part === "string" && texts.has(key)) return whim() < 0.2 ? "" : part
    if (Array.isArray(part)) return part.map((each) => loosen(each, key))
    if (typeof part !== "object" || part === null) return part
    const loose = Object.fromEntries(Object.entries(part).map(([name, each]) => [name, loosen(each, name)]))
    return whim() < 0.3 ? { ...loose, createdAt: 10n, circle: loose } : loose
  }
  return loosen(value, "") as A
}
const numbers = [NaN, Infinity, -Infinity, -1, -0, 0, 0.5, 1.5, 1_000.25, 2 ** 53, 1e308, -1e-9]
/** Texts that are not one of a list, and not a branded id, which no type lets be empty. */
const texts = new Set([
  "name",
  "text",
  "answer",
  "accepted",
  "rejected",
  "comment",
  "source",
  "author",
  "credit",
  "answerImageUrl"
])
const anyWhims = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))

const isStored = (state: Parameters<typeof encodeSnapshot>[0]): boolean => {
  const read = decodeSnapshot(encodeSnapshot(state))
  return read._tag === "Ok" && JSON.stringify(read.state) === JSON.stringify(state)
}

describe("whatever values of their types come in", () => {
  it("every state of a game can be stored and read again", () => {
    fc.assert(
      fc.property(anyGame, anyWhims, (game, whims) => {
        const loose = { ...game, settings: loosened(game.settings, whims) }
        const turns = playWith((state, event) => reduce(state, loosened(event, whims)), loose)
        for (const { step } of turns) expect(isStored(step.state)).toBe(true)
      }),
      { numRuns: 200 }
    )
  })

  it("one more event in any reached state makes a state that can be stored", () => {
    fc.assert(
      fc.property(anyGame, anyEvent, anyWhims, (game, event, whims) => {
        expect(isStored(reduce(lastState(game), loosened(event, whims)).state)).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it("the logged event is one that can be read from the log", () => {
    fc.assert(
      fc.property(anyGame, anyEvent, anyWhims, (game, event, whims) => {
        const loose = loosened(event, whims)
        const isAsked = loose._tag !== "QuestionDrawn" || (loose.question.text !== "" && loose.question.answer !== "")
        const logged = judged(lastState(game), loose)
        expect(decodeEvent(logged)._tag).toBe(isAsked ? "Ok" : "Broken")
      }),
      { numRuns: 300 }
    )
  })
})

const loosely = (event: GameEvent, more: object): GameEvent => ({ ...event, ...more })

const draw = (more: object): GameEvent =>
  loosely(
    { _tag: "QuestionDrawn", atMs: 0, seed: 0, round: 1, place: 1, question },
    { question: { ...question, ...more } }
  )

describe("an event whose values no state can hold", () => {
  const { lobby, wheel } = scene()

  it("is cut to whole milliseconds, never to a later one", () => {
    const { atMs, timer } = lobby.deadline
    const fired = { _tag: "TimerFired", seed: 1, game: lobby.game, timer } as const
    expect(reduce(lobby, { ...fired, atMs: atMs - 0.25 }).state).toBe(lobby)
    expect(reduce(lobby, { ...fired, atMs: atMs + 0.25 }).state).toMatchObject({ startedAtMs: atMs })
    expect(after(idleWith(), loosely(start(), { atMs: -5 }))).toMatchObject({ deadline: { atMs: 60_000 } })
  })

  it("throws the same dice with a negative seed as before", () => {
    const seeds = new Set(
      [-1, -2, -3, -4, -5, -6].map((seed) => expectPhase("Wheel", after(lobby, go(ann, seed))).captain)
    )
    expect(seeds).toEqual(new Set([ann.id, bob.id]))
  })

  it("calls whoever has no name by the id, and keeps nothing of a record but what a player is", () => {
    const record = { id: PlayerId.make("user-7"), name: "", password: "secret", age: 7n }
    expect(after(idleWith(), start(record))).toMatchObject({ players: [{ id: "user-7", name: "user-7" }] })
    expect(encodeSnapshot(after(idleWith(), start(record)))).not.toContain("secret")
  })

  it("keeps what is the embedder's own, unless it is no JSON or nests without end", () => {
    const circle: Record<string, unknown> = {}
    circle["self"] = circle
    const deep = JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`)
    for (const extra of [{ team: "red", marks: [1, null] }, "x", 0, null]) {
      const state = after(lobby, join({ ...person, extra }))
      expect(state).toMatchObject({ players: [ann, bob, { ...person, extra }] })
      expect(isStored(state)).toBe(true)
    }
    for (const extra of [circle, deep, 10n, NaN, new Date(0), () => 1]) {
      const state = after(lobby, loosely(join(person), { by: { ...person, extra } }))
      expect(state).toMatchObject({ players: [ann, bob, person] })
      expect(isStored(state)).toBe(true)
    }
  })
  const person = { id: PlayerId.make("cid"), name: "Сид" }

  it("is no question without a text or an answer, and one without its empty зачёты", () => {
    expect(reduce(wheel, draw({ text: "" }))).toEqual({ state: wheel, effects: [] })
    expect(reduce(wheel, draw({ answer: "" }))).toEqual({ state: wheel, effects: [] })
    expect(reduce(wheel, draw({ accepted: ["", "4"], rejected: [""] })).state).toMatchObject({
      question: { ...question, accepted: ["4"], rejected: [] }
    })
    expect(reduce(wheel, draw({ row: 10n, id: QuestionId.make("x") })).state).toMatchObject({
      question: { ...question, id: "x" }
    })
  })
})

describe("a question that is as it should be", () => {
  const { wheel } = scene()
  const asked = (more: object) => expectPhase("Discussion", reduce(wheel, draw(more)).state).question

  it("is the very same object in every game, with or without what it need not have: what is shared is kept once", () => {
    const drawn = [
      question,
      { ...question, credit: "Авторы, CC BY 4.0" },
      { ...question, answerImageUrl: "https://example.org/a.png" }
    ]
    for (const each of drawn) {
      const event = { _tag: "QuestionDrawn", atMs: 0, seed: 0, round: 1, place: 1, question: each } as const
      expect(expectPhase("Discussion", reduce(wheel, event).state).question).toBe(each)
    }
  })

  it("keeps the line of its licence when something else of it is mended", () => {
    const credit = "Авторы, CC BY 4.0"
    expect(asked({ accepted: ["", "4"], credit })).toEqual({ ...question, accepted: ["4"], credit })
    expect(asked({ row: 10n, credit })).toEqual({ ...question, credit })
    expect(asked({ credit: "" })).toEqual(question)
    expect(asked({ credit: undefined })).toEqual(question)
  })

  it("keeps the picture of its answer when something else of it is mended", () => {
    const answerImageUrl = "https://example.org/a.png"
    expect(asked({ accepted: ["", "4"], answerImageUrl })).toEqual({ ...question, accepted: ["4"], answerImageUrl })
    expect(asked({ answerImageUrl: "" })).toEqual(question)
    expect(asked({ answerImageUrl: undefined })).toEqual(question)
  })
})

describe("settings no game can be played with", () => {
  const isValid = Schema.is(Settings)

  it.each([
    [{ rounds: 0 }, { rounds: 1 }],
    [{ rounds: 2.9 }, { rounds: 2 }],
    [{ pointsToWin: -3 }, { pointsToWin: 1 }],
    [{ playersMax: Infinity }, { playersMax: Number.MAX_SAFE_INTEGER }],
    [{ discussionMs: NaN }, { discussionMs: presets.classic.discussionMs }],
    [{ voteMs: -1 }, { voteMs: 0 }],
    [{ wheel: { sectors: 1e9, blitz: -1, superBlitz: 0.5 } }, { wheel: { sectors: 36, blitz: 0, superBlitz: 0 } }],
    [{ extra: { by: 10n } }, {}]
  ])("%o become the nearest: %o", (wrong, right) => {
    const wished: Settings = Object.assign({}, presets.quick, wrong)
    const expected = { ...presets.quick, ...right }
    expect(initialState(wished).settings).toEqual(expected)
    expect(after(idleWith(), start(ann, wished)).settings).toEqual(expected)
  })

  it("that are valid stay as they are", () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(initialState(settings).settings).toEqual(settings)
      })
    )
    expect(isValid(initialState(presets.tv).settings)).toBe(true)
  })
})
