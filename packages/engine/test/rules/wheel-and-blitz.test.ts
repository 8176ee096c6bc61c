import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type GameState, SectorKind } from "../../src/game-state.ts"
import { reduce } from "../../src/reduce.ts"
import { momentOf } from "../../src/rules/moment.ts"
import { layBoard, spinWheel } from "../../src/rules/spin-wheel.ts"
import {
  after,
  ann,
  bob,
  captainAnn,
  cid,
  club,
  draw,
  due,
  early,
  effectOf,
  expectPhase,
  go,
  idleWith,
  join,
  leave,
  name,
  nothing,
  refusal,
  say,
  scene,
  start
} from "../scene.ts"

const wheel = { sectors: 13, blitz: 1, superBlitz: 1 }
const table = scene().wheel
const board = (...sectors: ReadonlyArray<"ordinary" | "blitz" | "played">) =>
  ({
    ...table,
    settings: { ...table.settings, wheel },
    board: [sectors[0] ?? "ordinary", ...sectors.slice(1)]
  }) as const

describe("the wheel", () => {
  it("is laid with as many blitzes as the settings say, in an order of its own", () => {
    const boards = [1, 2, 3].map((seed) => layBoard(wheel, seed))
    for (const laid of boards) {
      expect(laid).toHaveLength(13)
      const kinds = SectorKind.literals.map((kind) => laid.filter((sector) => sector === kind).length)
      expect(kinds).toEqual([11, 1, 1])
    }
    expect(new Set(boards.map((laid) => laid.join())).size).toBe(3)
  })

  it("has room for no more blitzes than sectors", () => {
    expect(layBoard({ sectors: 1, blitz: 2, superBlitz: 2 }, 1)).toEqual(["blitz"])
  })

  it("plays the first sector too", () => {
    expect(spinWheel(board("ordinary", "played"), 1, 1)).toMatchObject({
      board: ["played", "played"],
      effect: { sector: 1 }
    })
  })

  it("stops at an unplayed sector, or goes on clockwise to the next, past the last to the first", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const spun = spinWheel(board("played", "ordinary", "played", "played"), 2, seed)
        expect(spun?.effect).toMatchObject({ sector: 2, kind: "ordinary", round: 2 })
        expect(spun?.board).toEqual(["played", "played", "played", "played"])
      })
    )
  })

  it("each sector comes up", () => {
    const sectors = Array.from({ length: 100 }, (_, seed) => {
      return spinWheel(board("ordinary", "ordinary", "ordinary"), 1, seed)?.effect.sector
    })
    expect(new Set(sectors)).toEqual(new Set([1, 2, 3]))
  })

  it("is laid anew when every sector is played", () => {
    const spun = spinWheel(board("played", "played"), 3, 5)
    expect(spun?.board).toHaveLength(13)
    expect(spun?.board.filter((sector) => sector === "played")).toHaveLength(1)
  })

  it("is not there by default", () => {
    expect(spinWheel(table, 1, 5)).toBeNull()
    expect(table.board).toBeNull()
  })

  it("is spun before the first question is asked for", () => {
    const step = reduce(scene({ wheel: { sectors: 3, blitz: 0, superBlitz: 0 } }).lobby, go(ann, captainAnn))
    expect(step.effects.map((effect) => effect._tag)).toEqual([
      "GameStarted",
      "WheelSpun",
      "QuestionWanted",
      "TimerSet"
    ])
  })
})

const startOf = (blitz: number, superBlitz: number): GameState => {
  const idle = idleWith({ wheel: { sectors: 1, blitz, superBlitz }, warningMs: 0 })
  return after(idle, start(), join(bob), go(ann, captainAnn))
}

/** One question of a blitz: asked, discussed at length, and answered. */
const answered = (state: GameState, place: number, text: string): GameState => {
  const discussion = after(state, draw(1, 12 + place * 100, place))
  return after(discussion, due(discussion), name(ann, bob), say(bob, text, 50 + place * 100))
}

describe("a blitz", () => {
  const blitz = startOf(1, 0)

  it("gives each question a short discussion of its own", () => {
    const step = reduce(blitz, draw(1, 12))
    expect(effectOf(step, "QuestionAsked")).toMatchObject({
      blitz: { question: 1, of: 3, solo: false },
      endsAtMs: 32_000
    })
  })

  it("asks for the next question after a right answer, and the round is not over", () => {
    const next = answered(blitz, 1, "четыре")
    expect(next).toMatchObject({
      _tag: "Wheel",
      round: 1,
      results: [],
      score: { team: 0, bot: 0 },
      series: { _tag: "Blitz", passed: ["q1"] },
      deadline: { timer: "1.2/wheel" }
    })
  })

  it("is a point when all three are right; the result holds all its questions and their time", () => {
    const won = answered(answered(answered(blitz, 1, "четыре"), 2, "четыре"), 3, "четыре")
    expect(won).toMatchObject({
      _tag: "Verdict",
      score: { team: 1, bot: 0 },
      results: [{ question: "q1.3", passed: ["q1", "q1.2"], right: true, tookMs: 3 * 38_000 }]
    })
  })

  it("is lost with the first miss", () => {
    const lost = answered(answered(blitz, 1, "четыре"), 2, "пять")
    expect(lost).toMatchObject({
      _tag: "Verdict",
      score: { team: 0, bot: 1 },
      results: [{ question: "q1.2", passed: ["q1"], right: false }]
    })
  })

  it("is lost in silence", () => {
    const discussion = after(answered(blitz, 1, "четыре"), draw(1, 212, 2))
    const choice = after(discussion, due(discussion))
    const answer = after(choice, due(choice))
    expect(after(answer, due(answer))).toMatchObject({ _tag: "Verdict", score: { team: 0, bot: 1 } })
  })

  it("does not take the draw of an earlier question for the next", () => {
    const second = answered(blitz, 1, "четыре")
    expect(reduce(second, draw(1, 300, 1))).toEqual(nothing(second))
    expect(reduce(second, draw(1, 300, 3))).toEqual(nothing(second))
  })

  it("has a moment of its own for each question", () => {
    const second = expectPhase("Wheel", answered(blitz, 1, "четыре"))
    expect(momentOf(blitz)).toEqual({ game: 1, round: 1, phase: "Wheel" })
    expect(momentOf(second)).toEqual({ game: 1, round: 1, phase: "Wheel", place: 2 })
  })

  it("earns no extra minute, however early the answer", () => {
    const won = [1, 2, 3].reduce(
      (state, place) =>
        after(
          state,
          draw(1, 100 * place, place),
          early(ann, 100 * place + 1),
          name(ann, bob),
          say(bob, "четыре", 100 * place + 2)
        ),
      blitz
    )
    expect(won).toMatchObject({ _tag: "Verdict", score: { team: 1, bot: 0 }, reserves: { extraMinutes: 0 } })
  })
})

describe("a super-blitz", () => {
  const naming = expectPhase("SoloChoice", startOf(0, 1))
  const first = after(naming, name(ann, bob), draw(1, 90))

  it("begins with the captain's choice of one player", () => {
    expect(reduce(naming, name(bob, bob))).toEqual(refusal(naming, bob, "captain only"))
    expect(reduce(naming, name(ann, cid))).toEqual(refusal(naming, ann, "answerer not seated"))
    const step = reduce(naming, name(ann, bob))
    expect(step.state).toMatchObject({ _tag: "Wheel", series: { _tag: "SuperBlitz", soloist: bob.id } })
    expect(effectOf(step, "SoloistNamed")).toMatchObject({ soloist: bob, chosen: "captain" })
  })

  it("the lot decides when the captain is silent", () => {
    const step = reduce(naming, due(naming))
    expect(effectOf(step, "SoloistNamed")).toMatchObject({ chosen: "captain silent" })
    expect(step.state).toMatchObject({ _tag: "Wheel" })
  })

  it("when the time is up the soloist answers, and the captain is not asked", () => {
    expect(after(first, due(first))).toMatchObject({ _tag: "Answer", answerer: bob.id })
  })

  it("only the soloist may answer early, nobody may be named, the club may not help", () => {
    expect(reduce(first, early(ann))).toEqual(refusal(first, ann, "soloist only"))
    expect(reduce(first, name(ann, ann))).toEqual(refusal(first, ann, "soloist only"))
    const withClub = { ...expectPhase("Discussion", first), settings: { ...first.settings, clubHelps: 1 } }
    expect(reduce(withClub, club(ann))).toEqual(refusal(withClub, ann, "soloist only"))
    expect(after(first, early(bob, 95))).toMatchObject({ _tag: "Answer", answerer: bob.id, early: true })
  })

  it("a soloist who leaves is replaced by lot, in every phase of the super-blitz", () => {
    const answer = after(first, early(bob, 95))
    for (const state of [after(naming, name(ann, bob)), first, answer]) {
      expect(after(state, leave(bob))).toMatchObject({ series: { soloist: ann.id } })
    }
    expect(after(answer, leave(bob))).toMatchObject({ _tag: "Answer", answerer: ann.id })
    expect(effectOf(reduce(first, leave(bob)), "SoloistNamed")).toMatchObject({ soloist: ann, chosen: "soloist left" })
  })

  it("a soloist who leaves while the last answer is voted on is not replaced: nothing is left to play", () => {
    const doubtful = "знаменитые четыре"
    const votes = [1, 2, 3].map((place) => {
      const before = Array.from({ length: place - 1 }, (_, i) => i + 1).reduce(
        (state, at) => after(state, draw(1, 100 * at, at), early(bob, 100 * at + 1), say(bob, "четыре", 100 * at + 2)),
        after(naming, name(ann, bob))
      )
      return after(before, draw(1, 400, place), early(bob, 401), say(bob, doubtful, 402))
    })
    const told = votes.map((state) => reduce(expectPhase("Vote", state), leave(bob)).effects.map(({ _tag }) => _tag))
    expect(told).toEqual([["SeatsChanged", "SoloistNamed"], ["SeatsChanged", "SoloistNamed"], ["SeatsChanged"]])
  })
})
