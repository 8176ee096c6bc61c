import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
  ann,
  draw,
  early,
  exhausted,
  go,
  gone,
  idleWith,
  join,
  leave,
  name,
  next,
  nothing,
  outage,
  refusal,
  say,
  start,
  stop
} from "../scene.ts"

const idle = idleWith()

describe("idle", () => {
  it("a start opens the first table, with whoever asked at it", () => {
    expect(reduce(idle, start(ann))).toEqual({
      state: {
        _tag: "Lobby",
        game: 1,
        settings: idle.settings,
        players: [ann],
        stopAskedAtMs: null,
        deadline: { timer: "0/lobby", atMs: 60_000 }
      },
      effects: [
        { _tag: "LobbyOpened", by: ann },
        { _tag: "TimerSet", timer: "0/lobby", atMs: 60_000 }
      ]
    })
  })

  it.each([join(ann), leave(ann), go(ann), early(ann), name(ann, ann), next(ann), stop(ann)])(
    "there is no session for $_tag",
    (event) => {
      expect(reduce(idle, event)).toEqual(refusal(idle, ann, "no session"))
    }
  )

  it.each([gone(ann), draw(), exhausted(), say(ann, "четыре"), outage(5_000)])("$_tag is ignored", (event) => {
    expect(reduce(idle, event)).toEqual(nothing(idle))
  })
})
