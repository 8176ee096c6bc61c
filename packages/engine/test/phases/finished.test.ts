import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import type { Player } from "../../src/ids.ts"
import { presets, type Settings } from "../../src/settings.ts"
import {
  after,
  ann,
  bob,
  cid,
  draw,
  due,
  early,
  exhausted,
  go,
  gone,
  idleWith,
  info,
  join,
  leave,
  name,
  next,
  nothing,
  outage,
  refusal,
  say,
  scene,
  start,
  stop
} from "../scene.ts"

const { finished, verdict } = scene({ rounds: 3 })

const again = (by: Player, settings: Settings | null = null) => ({ ...start(by, settings), again: true }) as const

describe("finished", () => {
  it("a start opens the table of the next game, with the settings of the last", () => {
    const { settings } = finished
    expect(reduce(finished, start(cid)).state).toMatchObject({ _tag: "Lobby", game: 2, players: [cid], settings })
  })

  it("a start may bring settings of its own", () => {
    expect(reduce(finished, start(cid, presets.lightning)).state).toMatchObject({
      settings: presets.lightning,
      deadline: { timer: "0/lobby", atMs: 60_000 }
    })
  })

  it("a start that wants a rematch seats those who sat there, whoever asks first, as far as there are seats", () => {
    expect(finished.players).toEqual([ann, bob])
    expect(reduce(finished, again(bob)).state).toMatchObject({ _tag: "Lobby", game: 2, players: [bob, ann] })
    expect(reduce(finished, again(cid)).state).toMatchObject({ players: [cid, ann, bob] })
    expect(reduce(finished, again(cid, { ...presets.quick, playersMax: 2 })).state).toMatchObject({
      players: [cid, ann]
    })
    expect(reduce(idleWith(), again(cid)).state).toMatchObject({ players: [cid] })
  })

  it("who left the conversation since sits at no rematch, and what was played is as it was", () => {
    const parted = after(finished, gone(bob))
    expect(parted).toEqual({ ...finished, gone: [bob.id] })
    expect(reduce(parted, again(ann)).state).toMatchObject({ _tag: "Lobby", players: [ann] })
    expect(reduce(parted, again(bob)).state).toMatchObject({ players: [bob, ann] })
    expect(reduce(parted, gone(bob))).toEqual(nothing(parted))
    expect(reduce(parted, info("session")).effects).toMatchObject([{ _tag: "InfoShown" }])
  })

  it.each([join(ann), leave(ann), go(ann), early(ann), name(ann, ann), next(ann), stop(ann)])(
    "there is no session for $_tag",
    (event) => {
      expect(reduce(finished, event)).toEqual(refusal(finished, ann, "no session"))
    }
  )

  it.each([gone(cid), draw(), exhausted(), say(ann, "четыре"), outage(5_000), due(verdict)])(
    "$_tag is ignored",
    (event) => {
      expect(reduce(finished, event)).toEqual(nothing(finished))
    }
  )
})
