import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { after, ann, bob, cid, effectOf, scene, start, stop } from "../scene.ts"

const { answer, choice, discussion, lobby, verdict, wheel } = scene()

describe("stop", () => {
  it.each([lobby, wheel, discussion, choice, answer, verdict])(
    "anybody in the conversation ends the session in $_tag, and its timer",
    (state) => {
      const step = reduce(state, stop(cid))
      expect(step.state).toMatchObject({
        _tag: "Finished",
        reason: "stopped",
        players: [ann, bob],
        finishedAtMs: 200_000
      })
      expect(step.effects.map((effect) => effect._tag)).toEqual(["GameFinished", "TimerCleared"])
      expect(effectOf(step, "TimerCleared")).toMatchObject({ timer: state.deadline.timer })
    }
  )

  it("shows what was played so far", () => {
    expect(effectOf(reduce(verdict, stop(cid)), "GameFinished")).toMatchObject({
      score: { team: 1, bot: 0 },
      results: verdict.results
    })
  })

  it("of a table that had not begun shows nothing played", () => {
    expect(reduce(lobby, stop(ann)).state).toMatchObject({ captain: null, results: [], score: { team: 0, bot: 0 } })
  })

  it("makes room for a new game", () => {
    expect(after(wheel, stop(bob), start(bob))).toMatchObject({ _tag: "Lobby", game: 2 })
  })
})
