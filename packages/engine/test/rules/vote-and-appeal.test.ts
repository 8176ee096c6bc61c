import { describe, expect, it } from "vitest"
import { PlayerId } from "../../src/ids.ts"
import type { Ballot } from "../../src/game-state.ts"
import { reduce } from "../../src/reduce.ts"
import { isDecided, outcomeOf } from "../../src/rules/ballot.ts"
import { presets, type Settings } from "../../src/settings.ts"
import {
  after,
  ann,
  appeal,
  bob,
  cid,
  due,
  effectOf,
  expectPhase,
  gone,
  join,
  leave,
  name,
  next,
  nothing,
  refusal,
  ruling,
  say,
  scene,
  stopAtOnce,
  vote
} from "../scene.ts"

/** Only the table votes, and who answered too: as everybody did once. */
const ofTable = { voters: "table", authorVotes: true } as const
const { answer } = scene(ofTable)
const doubtful = "знаменитые четыре"
const voting = expectPhase("Vote", after(answer, say(bob, doubtful)))

describe("a disputed answer", () => {
  it("opens a vote of the table", () => {
    const step = reduce(answer, say(bob, doubtful))
    expect(step.state).toMatchObject({ _tag: "Vote", answerer: bob, given: doubtful, ballots: [] })
    expect(step.effects).toEqual([
      expect.objectContaining({ _tag: "VoteOpened", given: doubtful, endsAtMs: 110_000 }),
      { _tag: "TimerSet", timer: "1/vote", atMs: 110_000 }
    ])
  })

  it("is not a right one where the settings have no vote", () => {
    const { answer: strict } = scene({ ...ofTable, voteMs: 0 })
    expect(after(strict, say(bob, doubtful))).toMatchObject({ _tag: "Verdict", score: { team: 0, bot: 1 } })
  })

  it("is decided as soon as nobody can change it", () => {
    const step = reduce(voting, vote(bob, false))
    expect(step.effects.map((effect) => effect._tag)).toEqual(["VoteTaken", "VoteClosed", "RoundJudged", "TimerSet"])
    expect(step.state).toMatchObject({ score: { team: 0, bot: 1 }, results: [{ decidedBy: "table", given: doubtful }] })
    expect(after(voting, vote(bob, true))).toMatchObject({ _tag: "Vote", ballots: [{ by: bob.id, yes: true }] })
    expect(after(voting, vote(bob, true), vote(ann, true))).toMatchObject({ _tag: "Verdict", score: { team: 1 } })
  })

  it("is decided by who voted when the time is up, and is wrong when nobody did", () => {
    const one = after(voting, vote(ann, true))
    expect(after(one, due(one))).toMatchObject({ _tag: "Verdict", score: { team: 1, bot: 0 } })
    expect(after(voting, due(voting))).toMatchObject({ _tag: "Verdict", score: { team: 0, bot: 1 } })
  })

  it("took as long as its answer, not as long as the vote", () => {
    expect(after(voting, due(voting))).toMatchObject({ results: [{ tookMs: 78_000 }] })
  })

  it("everybody at the table votes once, nobody else does", () => {
    const one = after(voting, vote(ann, true))
    expect(reduce(one, vote(ann, false))).toEqual(refusal(one, ann, "already voted"))
    expect(reduce(one, vote(cid, false))).toEqual(refusal(one, cid, "not seated"))
  })

  it("of a table of one is decided by that one's word", () => {
    const alone = after(voting, leave(ann))
    expect(after(alone, vote(bob, true))).toMatchObject({ _tag: "Verdict", score: { team: 1, bot: 0 } })
  })

  it("loses the vote of who leaves, and may be decided by that", () => {
    const one = after(voting, vote(ann, true))
    expect(after(one, gone(ann))).toMatchObject({ _tag: "Vote", ballots: [], captain: bob.id })
    expect(after(one, gone(bob))).toMatchObject({ _tag: "Verdict", results: [{ answerer: bob.id, right: true }] })
  })
})

const count = (yes: number, no: number, seats: number, tieGoesTo: Settings["tieGoesTo"] = "bot") => {
  const people = Array.from({ length: seats }, (_, i) => ({ ...ann, id: PlayerId.make(`p${i}`) }))
  const ballots: ReadonlyArray<Ballot> = people.slice(0, yes + no).map(({ id }, i) => ({ by: id, yes: i < yes }))
  return { players: people, ballots, author: null, settings: { ...presets.classic, ...ofTable, tieGoesTo } }
}

describe("a count", () => {
  it.each([
    [3, 0, 5, true, true],
    [2, 0, 5, false, true],
    [0, 3, 5, true, false],
    [0, 2, 4, true, false],
    [2, 2, 4, true, false],
    [2, 1, 4, false, true],
    [0, 0, 3, false, false]
  ])("of %i for and %i against of %i: decided %s, accepted %s", (yes, no, seats, decided, accepted) => {
    expect(isDecided(count(yes, no, seats))).toBe(decided)
    expect(outcomeOf(count(yes, no, seats))).toBe(accepted)
  })

  it("that ends in a tie is the team's where the settings say so", () => {
    expect(outcomeOf(count(2, 2, 4, "team"))).toBe(true)
    expect(outcomeOf(count(0, 0, 4, "team"))).toBe(true)
    expect(isDecided(count(2, 0, 4, "team"))).toBe(true)
  })
})

const lost = (settings: Partial<Settings> = {}) =>
  expectPhase("Verdict", after(scene({ ...ofTable, ...settings }).answer, say(bob, "пять")))

describe("an appeal", () => {
  it("opens a vote, and the verdict is left for it", () => {
    const step = reduce(lost(), appeal(ann))
    expect(step.state).toMatchObject({ _tag: "Appeal", reserves: { appeals: 0 }, ballots: [] })
    expect(step.effects).toEqual([
      { _tag: "AppealFiled", round: 1, captain: ann, given: "пять", endsAtMs: 115_000 },
      { _tag: "TimerSet", timer: "1/appeal", atMs: 115_000 }
    ])
  })

  it("that is won corrects the score and proposes the answer", () => {
    const step = reduce(after(lost(), appeal(ann), vote(ann, true)), vote(bob, true, 97))
    expect(step.state).toMatchObject({
      _tag: "Verdict",
      score: { team: 1, bot: 0 },
      results: [{ right: true, decidedBy: "table", appeal: "accepted" }],
      deadline: { timer: "1/verdict#2", atMs: 112_000 }
    })
    expect(effectOf(step, "ScoreCorrected")).toEqual({
      _tag: "ScoreCorrected",
      round: 1,
      question: "q1",
      given: "пять",
      score: { team: 1, bot: 0 }
    })
  })

  it("that is lost changes nothing but that it was", () => {
    const step = reduce(after(lost(), appeal(ann)), vote(bob, false))
    expect(step.state).toMatchObject({ _tag: "Verdict", score: { team: 0, bot: 1 }, results: [{ appeal: "rejected" }] })
    expect(effectOf(step, "ScoreCorrected")).toBeUndefined()
  })

  it("can be won in the last round, and then the game ends by the new score", () => {
    const last = lost({ rounds: 1 })
    const won = after(last, appeal(ann), vote(ann, true), vote(bob, true))
    expect(after(won, next(ann))).toMatchObject({ _tag: "Finished", score: { team: 1, bot: 0 } })
  })

  it("is filed once a game", () => {
    const once = after(lost(), appeal(ann), vote(bob, false))
    expect(reduce(once, appeal(ann, 99))).toEqual(refusal(once, ann, "appeal used"))
  })

  it.each([
    { why: "captain only", by: bob, state: lost() },
    { why: "appeals off", by: ann, state: lost({ appeals: 0 }) },
    { why: "nothing to appeal", by: ann, state: scene().verdict },
    { why: "nothing to appeal", by: ann, state: after(answer, due(answer)) },
    { why: "table decided", by: ann, state: after(voting, due(voting)) },
    { why: "not now", by: ann, state: answer }
  ] as const)("is refused with «$why»", ({ by, state, why }) => {
    expect(reduce(state, appeal(by))).toEqual(refusal(state, by, why))
  })

  it("lets nobody sit down while the table votes", () => {
    const open = after(lost(), appeal(ann))
    expect(reduce(open, join(cid))).toEqual(refusal(open, cid, "join between rounds"))
  })
})

describe("an appeal to an admin", () => {
  const open = after(lost({ appealBy: "admin" }), appeal(ann))

  it("stays open while the game goes on", () => {
    expect(open).toMatchObject({ _tag: "Verdict", results: [{ appeal: "open" }], deadline: { timer: "1/verdict" } })
    expect(after(open, next(ann))).toMatchObject({ _tag: "Wheel", results: [{ appeal: "open" }] })
  })

  it("is one of as many as the settings allow, and one only of a round", () => {
    const first = after(lost({ appealBy: "admin", appeals: 2 }), appeal(ann))
    expect(first).toMatchObject({ reserves: { appeals: 1 } })
    expect(reduce(first, appeal(ann, 99))).toEqual(refusal(first, ann, "appeal used"))
    const verdict = lost({ appealBy: "admin" })
    const spent = { ...verdict, reserves: { ...verdict.reserves, appeals: 0 } }
    expect(reduce(spent, appeal(ann))).toEqual(refusal(spent, ann, "appeal used"))
  })

  it("may be filed against a vote of the table", () => {
    const { answer: asked } = scene({ ...ofTable, appealBy: "admin" })
    const voted = after(asked, say(bob, doubtful), vote(bob, false))
    expect(after(voted, appeal(ann, 99))).toMatchObject({ results: [{ appeal: "open", decidedBy: "table" }] })
  })

  it.each([
    { when: "between rounds", state: open },
    { when: "in a later round", state: after(open, next(ann)) },
    { when: "after the game", state: after(open, stopAtOnce) }
  ])("is ruled on $when, and the deadline is not touched", ({ state }) => {
    const step = reduce(state, ruling(1, true))
    expect(step.state).toEqual({
      ...state,
      score: { team: 1, bot: 0 },
      results: [expect.objectContaining({ right: true, decidedBy: "admin", appeal: "accepted" })]
    })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["AppealRuled", "ScoreCorrected"])
  })

  it("that is turned down is closed", () => {
    const step = reduce(open, ruling(1, false))
    expect(step.state).toMatchObject({ score: { team: 0, bot: 1 }, results: [{ appeal: "rejected" }] })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["AppealRuled"])
  })

  it("is ruled on once; another round or another game is not", () => {
    const done = after(open, ruling(1, true))
    expect(reduce(done, ruling(1, true))).toEqual(nothing(done))
    expect(reduce(open, ruling(2, true))).toEqual(nothing(open))
    expect(reduce(open, ruling(0, true))).toEqual(nothing(open))
    expect(reduce(open, ruling(1, true, 2))).toEqual(nothing(open))
  })

  it("is answered by name, as the captain's other wishes are", () => {
    expect(effectOf(reduce(lost({ appealBy: "admin" }), appeal(ann)), "AppealFiled")?.endsAtMs).toBeNull()
    expect(reduce(open, name(ann, bob))).toEqual(refusal(open, ann, "not now"))
  })
})
