/** A timer that fired before time was given back counts for nothing: it fires again at its new moment. */
import { type GameEvent, initialState, PlayerId, presets, replay, type TimerName } from "@znatoki/engine"
import { meaningOf } from "@znatoki/kernel/play/task"
import { ConversationId } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import { assert, describe, it } from "vitest"

const conversation = ConversationId.make("1")
const anna = { id: PlayerId.make("1"), name: "Анна" }
const opened: GameEvent = { _tag: "StartRequested", atMs: 0, seed: 1, seen: null, by: anna, settings: null }
const lobby = replay(initialState(presets.classic), [opened]).state
const endMs = "deadline" in lobby ? lobby.deadline.atMs : Number.NaN
const timer = ("deadline" in lobby ? lobby.deadline.timer : "") as TimerName

const meaningAt = (dueMs: number, nowMs: number) => {
  const stored = { conversation, version: 1, state: lobby, lastOrder: 0, hearsAll: true, lastSeq: 1, updatedAtMs: 0 }
  const due = { conversation, game: lobby.game, timer, atMs: dueMs }
  return meaningOf({ _tag: "Timer", due, done: Effect.void }, stored, { nowMs, seed: 1 }).event
}

describe("a timer that waited in line", () => {
  it("ends the wait it was for", () => {
    assert.deepInclude(meaningAt(endMs, endMs + 5), { _tag: "TimerFired", timer, atMs: endMs + 5 })
  })

  it("ends no wait that was made longer meanwhile, even if that is over by now", () => {
    assert.isNull(meaningAt(endMs - 9_000, endMs + 5))
  })
})
