/** What a task means to a game, whenever it comes. */
import { assert, describe, it } from "@effect/vitest"
import { type GameState, TimerName } from "@znatoki/engine"
import { Incoming } from "@znatoki/chat/chat-input"
import { hearsAllAfter, meaningOf, sourceOf, speakerOf, type Task } from "@znatoki/kernel/play/task"
import { lostMsOf } from "@znatoki/kernel/outage/pulse"
import type { StoredGame } from "@znatoki/ports/game-store"
import { discussion, source } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import fc from "fast-check"
import { conversation } from "../src/testing/chat-room.ts"
import { anna, boris } from "./scripted-game.ts"

const chat = conversation(1)
const done = Effect.void
const timer = TimerName.make("1/answer")
const dueAtMs = 60_000

/** Anna answers. */
const answering = (): GameState => {
  const thinking = discussion(1, { timer, atMs: dueAtMs })
  if (thinking._tag !== "Discussion") return assert.fail("nobody thinks")
  return { ...thinking, _tag: "Answer", answerer: anna.id, early: false, earnsMinute: false }
}

const stored: StoredGame = {
  conversation: chat,
  version: 3,
  state: answering(),
  lastOrder: 10,
  hearsAll: true,
  lastSeq: 4,
  updatedAtMs: 20_000
}

const wrote = (text: string, order: number, atMs = 30_000, by = anna): Task => ({
  _tag: "Chat",
  incoming: Incoming.make({
    source: source(`${order}`),
    conversation: chat,
    atMs,
    input: { _tag: "Wrote", by, text, action: null, order }
  }),
  done
})
const eventOf = (task: Task, nowMs = 30_000) => meaningOf(task, stored, { nowMs, seed: 7 }).event

const fired = (atMs: number): Task => ({ _tag: "Timer", due: { conversation: chat, game: 1, timer, atMs }, done })

const outage = (sinceMs: number, atMs: number, unheard?: true): Task => ({
  _tag: "Outage",
  conversation: chat,
  sinceMs,
  atMs,
  done,
  ...(unheard === true ? { unheard } : {})
})

const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 })), { maxLength: 6 })
/** Soonest first, one after another. */
const outagesOf = (parts: ReadonlyArray<readonly [number, number]>) => {
  let atMs = 0
  return parts.map(([gap, length]) => {
    const sinceMs = atMs + gap
    atMs = sinceMs + length
    return { sinceMs, atMs }
  })
}

describe("what was said", () => {
  it("is played at the time at which it is played, whenever it was written", () => {
    assert.deepInclude(eventOf(wrote("пауза", 11, 1_000)), { atMs: 30_000 })
  })

  it("is no answer when it was written before something that was applied, and a command all the same", () => {
    assert.isNotNull(eventOf(wrote("Пушкин", 11)))
    assert.isNull(eventOf(wrote("Пушкин", 10)))
    assert.isNotNull(eventOf(wrote("пауза", 10, 30_000, boris)))
  })

  it("is no answer when it was written after the time was up", () => {
    assert.isNotNull(eventOf(wrote("Пушкин", 11, dueAtMs)))
    assert.isNull(eventOf(wrote("Пушкин", 11, dueAtMs + 2_000)))
  })

  it("tells whose it was, and nobody's is nobody's", () => {
    assert.deepStrictEqual(speakerOf(wrote("да", 11)), anna)
    assert.isNull(speakerOf({ _tag: "Presence", conversation: chat, isHere: true, atMs: 1, done }))
  })
})

describe("a timer", () => {
  it("fires not earlier than it was due, also by a clock that was set back", () => {
    assert.deepInclude(eventOf(fired(dueAtMs), 50_000), { _tag: "TimerFired", atMs: dueAtMs, timer })
    assert.deepInclude(eventOf(fired(dueAtMs), 61_000), { atMs: 61_000 })
  })

  it("waits on where time was given back since", () => {
    assert.isNull(eventOf(fired(dueAtMs - 1)))
  })
})

describe("an outage", () => {
  it("is as long as the game was not alive in it", () => {
    assert.deepInclude(eventOf(outage(25_000, 28_000)), { _tag: "OutageEnded", lostMs: 3_000 })
    assert.deepInclude(eventOf(outage(10_000, 28_000)), { lostMs: 8_000 })
  })

  it("is nothing to a game that moved since", () => {
    assert.isNull(eventOf(outage(10_000, 20_000)))
    assert.isNull(eventOf(outage(10_000, 15_000, true)))
  })

  it("is told of, however short, where words were lost", () => {
    assert.deepInclude(eventOf(outage(25_000, 25_001, true)), { lostMs: stored.state.settings.outageNoticeMs })
  })
})

describe("a source", () => {
  it("is the same for the same thing, and another for another", () => {
    const due = { conversation: chat, game: 1, timer, atMs: dueAtMs }
    const again = { ...due, atMs: dueAtMs + 5 }
    assert.strictEqual(sourceOf({ _tag: "Timer", due, done }), sourceOf({ _tag: "Timer", due: again, done }))
    const presence = { _tag: "Presence", conversation: chat, atMs: 5, done } as const
    assert.notStrictEqual(sourceOf({ ...presence, isHere: true }), sourceOf({ ...presence, isHere: false }))
  })
})

describe("whether all is heard", () => {
  it("is known from whatever is shown, and in doubt again once the bot is put out", () => {
    const shown = wrote("да", 11)
    assert.isFalse(hearsAllAfter(shown, false))
    assert.isTrue(hearsAllAfter(shown, true))
    const all: Task = shown._tag === "Chat" ? { ...shown, incoming: { ...shown.incoming, hearsAll: true } } : shown
    assert.isTrue(hearsAllAfter(all, false))
    const removed = Incoming.make({ source: source("r"), conversation: chat, atMs: 1, input: { _tag: "Removed" } })
    assert.isFalse(hearsAllAfter({ _tag: "Chat", incoming: removed, done }, true))
  })
})

describe("time lost", () => {
  it("is what of the outages lies after the game last moved, counted moment by moment", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 400 }), (parts, updatedAtMs) => {
        const outages = outagesOf(parts)
        const isLost = (ms: number): boolean => outages.some(({ atMs, sinceMs }) => sinceMs <= ms && ms < atMs)
        const lost = Array.from({ length: 700 }, (_, ms) => ms).filter((ms) => ms >= updatedAtMs && isLost(ms))
        assert.strictEqual(lostMsOf(outages, updatedAtMs), lost.length)
      })
    )
  })
})
