import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
  after,
  ann,
  bob,
  club,
  draw,
  due,
  early,
  effectOf,
  expectPhase,
  minute,
  name,
  next,
  refusal,
  say,
  scene
} from "../scene.ts"

const { discussion, warned } = scene()
/** The second round, after a right early answer in the first. */
const rich = (settings = {}) => {
  const first = after(scene(settings).discussion, early(ann), name(ann, bob), say(bob, "четыре"))
  return expectPhase("Discussion", after(first, next(ann), draw(2, 100)))
}

describe("an extra minute", () => {
  it("is earned by a right early answer, and told", () => {
    const answer = after(discussion, early(ann), name(ann, bob))
    const step = reduce(answer, say(bob, "четыре"))
    expect(step.state).toMatchObject({ reserves: { extraMinutes: 1 } })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["RoundJudged", "ExtraMinuteEarned", "TimerSet"])
  })

  it.each([
    { why: "the answer was wrong", state: after(discussion, early(ann), name(ann, bob), say(bob, "пять")) },
    { why: "it was not early", state: scene().verdict },
    {
      why: "the settings have none",
      state: after(scene({ extraMinutesMax: 0 }).discussion, name(ann, bob), say(bob, "четыре"))
    },
    {
      why: "the time was up at that very moment",
      state: after(warned, early(ann, 72), name(ann, bob), say(bob, "четыре"))
    },
    {
      why: "the time was up already",
      state: after(warned, early(ann, 73), name(ann, bob), say(bob, "четыре"))
    }
  ])("is not earned when $why", ({ state }) => {
    expect(state).toMatchObject({ _tag: "Verdict", reserves: { extraMinutes: 0 } })
  })

  it("is not earned beyond what a team may have", () => {
    const full = after(rich({ extraMinutesMax: 1 }), early(ann, 101), name(ann, bob), say(bob, "четыре", 102))
    expect(full).toMatchObject({ _tag: "Verdict", reserves: { extraMinutes: 1 } })
  })

  it("spent, puts the end off by the length of a discussion and gives a warning again", () => {
    const state = rich()
    const step = reduce(state, minute(ann, 120))
    expect(step.state).toMatchObject({ _tag: "Discussion", endsAtMs: 220_000, reserves: { extraMinutes: 0 } })
    expect(step.effects).toEqual([
      { _tag: "ExtraMinuteSpent", addedMs: 60_000, endsAtMs: 220_000, left: 0 },
      { _tag: "TimerSet", timer: "2/warning#2", atMs: 210_000 }
    ])
  })

  it("spent after the warning, is warned of anew", () => {
    const state = rich()
    const spent = after(state, due(state), minute(ann, 155))
    const again = after(spent, due(spent))
    expect(spent).toMatchObject({ deadline: { timer: "2/warning#2" } })
    expect(again).toMatchObject({ deadline: { timer: "2/discussion#2", atMs: 220_000 } })
    expect(after(again, due(again))).toMatchObject({ _tag: "Choice", early: false })
  })

  it("spent, cannot be earned back with the same question", () => {
    const back = after(rich(), minute(ann, 120), early(ann, 121), name(ann, bob), say(bob, "четыре", 122))
    expect(back).toMatchObject({ _tag: "Verdict", score: { team: 2 }, reserves: { extraMinutes: 0 } })
  })

  it("is the captain's, and must be there", () => {
    expect(reduce(rich(), minute(bob))).toEqual(refusal(rich(), bob, "captain only"))
    expect(reduce(discussion, minute(ann))).toEqual(refusal(discussion, ann, "no extra minute"))
  })

  it("adds as much to a question of a blitz", () => {
    const { discussion: plain } = scene({ extraMinutesMax: 1 })
    const blitz = {
      ...plain,
      series: { _tag: "Blitz", passed: [], passedMs: 0 },
      reserves: { ...plain.reserves, extraMinutes: 1 }
    } as const
    expect(after(blitz, minute(ann))).toMatchObject({ endsAtMs: plain.endsAtMs + 60_000 })
  })
})

describe("the club's help", () => {
  const { discussion: open } = scene({ clubHelps: 1 })
  const helped = expectPhase("ClubHelp", after(open, club(ann, 30)))

  it("is off by default, and the captain's to ask for", () => {
    expect(reduce(discussion, club(ann))).toEqual(refusal(discussion, ann, "club help off"))
    expect(reduce(open, club(bob))).toEqual(refusal(open, bob, "captain only"))
  })

  it("has a time of its own, and what was left of the discussion comes after it", () => {
    expect(helped).toMatchObject({ leftMs: 42_000, deadline: { timer: "1/club", atMs: 50_000 } })
    const step = reduce(helped, due(helped))
    expect(step.state).toMatchObject({ _tag: "Discussion", endsAtMs: 92_000, helped: true })
    expect(step.effects).toEqual([
      { _tag: "ClubHelpEnded", leftMs: 42_000, endsAtMs: 92_000 },
      { _tag: "TimerSet", timer: "1/warning", atMs: 82_000 }
    ])
  })

  it("after the warning is not followed by another", () => {
    const last = after(open, due(open), club(ann, 65))
    const rest = after(last, due(last))
    expect(rest).toMatchObject({ _tag: "Discussion", deadline: { timer: "1/discussion", atMs: 92_000 } })
  })

  it("after the warning is not followed by another, though the clock that asks for it is behind", () => {
    const last = after(open, due(open), club(ann, 30))
    expect(last).toMatchObject({ leftMs: 10_000 })
    expect(after(last, due(last))).toMatchObject({
      _tag: "Discussion",
      deadline: { timer: "1/discussion", atMs: 60_000 }
    })
  })

  it("may be cut short by naming who answers, which is early and earns nothing", () => {
    const rich = scene({ clubHelps: 1, extraMinutesMax: 1 }).discussion
    const answer = after(rich, club(ann, 30), name(ann, bob))
    expect(answer).toMatchObject({ _tag: "Answer", early: true, earnsMinute: false })
  })

  it("comes once a game", () => {
    const rest = after(helped, due(helped))
    expect(reduce(rest, club(ann, 55))).toEqual(refusal(rest, ann, "club help used"))
  })

  it("comes once a question, however often the settings allow it", () => {
    const twice = after(scene({ clubHelps: 2 }).discussion, club(ann, 30))
    const rest = after(twice, due(twice))
    expect(rest).toMatchObject({ reserves: { clubHelps: 1 } })
    expect(reduce(rest, club(ann, 55))).toEqual(refusal(rest, ann, "club help used"))
  })

  it("can be cut short by the captain's answer, which then earns nothing", () => {
    const step = reduce(helped, early(ann, 35))
    expect(effectOf(step, "AnswererWanted")).toMatchObject({ early: true })
    expect(after(step.state, name(ann, bob), say(bob, "четыре"))).toMatchObject({
      score: { team: 1 },
      reserves: { extraMinutes: 0 }
    })
  })
})
