import { describe, expect, it } from "vitest"
import type { GameEvent } from "../../src/game-event.ts"
import { reduce } from "../../src/reduce.ts"
import { presets } from "../../src/settings.ts"
import {
  after,
  ann,
  appeal,
  at,
  bob,
  change,
  cid,
  club,
  draw,
  due,
  early,
  exhausted,
  go,
  gone,
  info,
  join,
  leave,
  minute,
  name,
  next,
  outage,
  pause,
  rareScene,
  resume,
  ruling,
  say,
  scene,
  start,
  stop,
  stopAtOnce,
  vote
} from "../scene.ts"

const { answer, choice, discussion, finished, idle, lobby, verdict, wheel } = scene()
const { appealed, helped, naming, voting } = rareScene()
const paused = after(discussion, pause(bob))
const phases = [
  idle,
  lobby,
  naming,
  wheel,
  discussion,
  helped,
  choice,
  answer,
  voting,
  verdict,
  appealed,
  paused,
  finished
]

const events: ReadonlyArray<GameEvent> = [
  start(),
  join(cid),
  leave(bob),
  gone(bob),
  go(),
  draw(),
  exhausted(),
  early(ann),
  minute(ann),
  club(ann),
  name(ann, bob),
  say(ann, "кот"),
  vote(ann, true),
  appeal(ann),
  ruling(1, true),
  next(),
  pause(bob),
  resume(bob),
  change(ann, presets.quick),
  info("rules"),
  outage(5_000),
  { _tag: "HostGone", ...at(300) },
  { _tag: "HostReturned", ...at(301) },
  stop(ann),
  stopAtOnce,
  { _tag: "StopAnswered", ...at(201), by: ann.id, game: 1, askedAtMs: 200_000, yes: false },
  due(answer)
]

describe("every event", () => {
  it.each(phases)("is answered in $_tag, and whoever asks in vain is told so", (state) => {
    for (const event of events) {
      const step = reduce(state, event)
      expect(step.state._tag).toEqual(expect.any(String))
      for (const effect of step.effects) expect(effect._tag).toMatch(/^[A-Z]/)
      if (step.state === state && "seen" in event) expect(step.effects[0]?._tag).toMatch(/^(Refused|InfoShown)$/)
    }
  })
})
