import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { isPast, momentOf } from "../../src/rules/moment.ts"
import { after, ann, at, bob, next, refusal, scene, start } from "../scene.ts"

const { choice, discussion, finished, idle, lobby, verdict, warned } = scene()

describe("moment", () => {
  it("is game, round and phase; the round is 0 where none is played", () => {
    expect(momentOf(idle)).toEqual({ game: 0, round: 0, phase: "Idle" })
    expect(momentOf(lobby)).toEqual({ game: 1, round: 0, phase: "Lobby" })
    expect(momentOf(verdict)).toEqual({ game: 1, round: 1, phase: "Verdict" })
    expect(momentOf(finished)).toEqual({ game: 1, round: 0, phase: "Finished" })
  })

  it("does not pass when the discussion has been warned of its end", () => {
    expect(isPast(warned, momentOf(discussion))).toBe(false)
  })

  it("a button of this moment acts", () => {
    const event = { _tag: "AnswererNamed", ...at(80), seen: momentOf(choice), by: ann.id, player: bob.id } as const
    expect(reduce(choice, event).state).toMatchObject({ _tag: "Answer" })
  })

  it.each([
    { what: "an earlier phase", seen: momentOf(discussion) },
    { what: "another round", seen: { ...momentOf(choice), round: 2 } },
    { what: "another game", seen: { ...momentOf(choice), game: 2 } }
  ])("a button of $what is refused before anything else is looked at", ({ seen }) => {
    const event = { _tag: "AnswererNamed", ...at(80), seen, by: bob.id, player: bob.id } as const
    expect(reduce(choice, event)).toEqual(refusal(choice, bob, "moment passed"))
  })

  it("a start and a join are refused by the id of the player who pressed", () => {
    const seen = momentOf(idle)
    expect(reduce(lobby, { _tag: "StartRequested", ...at(1), seen, by: bob, settings: null })).toEqual(
      refusal(lobby, bob, "moment passed")
    )
    expect(reduce(lobby, { _tag: "JoinRequested", ...at(1), seen, by: bob })).toEqual(
      refusal(lobby, bob, "moment passed")
    )
  })

  it("the same phase of the next game is another moment", () => {
    const lobbyAgain = after(finished, start())
    expect(isPast(lobbyAgain, momentOf(lobby))).toBe(true)
    expect(isPast(after(verdict, next(ann)), momentOf(scene().wheel))).toBe(true)
  })
})
