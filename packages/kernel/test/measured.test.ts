/** What is measured is what happened: counted against the log, the commits and what the chat saw. */
import { assert, it } from "@effect/vitest"
import { Effect, Metric } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { anna, logOf, questions, settle } from "./scripted-game.ts"

const chat = conversation(1)

type Labels = Readonly<Record<string, string>>

it.effect("every event of the log, every message the messenger took and every deadline is counted once", () =>
  Effect.gen(function* () {
    const room = new ChatRoom()
    const world = yield* makeWorld(room, questions)
    room.write(chat, anna, "Начать игру", 0)
    yield* startBot(world)
    yield* settle
    for (const text of ["поехали", "погода хорошая", "стоп", "стоп"]) {
      room.write(chat, anna, text, 0)
      yield* settle
      yield* TestClock.adjust("1 second")
      yield* settle
    }
    const series = yield* Metric.snapshot
    const of = (name: string, labels: Labels = {}) =>
      series.find(
        ({ attributes = {}, id }) =>
          id === name && Object.entries(labels).every(([key, value]) => attributes[key] === value)
      )
    const counted = (name: string, labels?: Labels): number => {
      const found = of(name, labels)
      return found?.type === "Counter" ? Number(found.state.count) : found?.type === "Histogram" ? found.state.count : 0
    }
    const log = logOf(world, chat)
    const tags = Map.groupBy(log, ({ event }) => event._tag)
    assert.isAbove(tags.size, 3)
    for (const [event, those] of tags)
      assert.strictEqual(counted("znatoki_game_events_total", { event }), those.length, event)
    assert.strictEqual(counted("znatoki_round_players"), tags.get("QuestionDrawn")?.length)
    const heard = 5
    assert.strictEqual(counted("znatoki_events_total", { kind: "chat" }), heard)
    assert.strictEqual(counted("znatoki_intake_lag_seconds"), heard)
    assert.isAtLeast(counted("znatoki_event_commit_seconds"), heard)
    assert.strictEqual(
      counted("znatoki_commits_total", { result: "committed" }),
      world.database.conversations.get(chat)?.stored.version
    )
    assert.isAbove(counted("znatoki_say_seconds"), 0)
    assert.strictEqual(counted("znatoki_say_seconds"), counted("znatoki_deliveries_total", { result: "delivered" }))
    assert.isAtLeast(counted("znatoki_answer_seconds"), 3)
    assert.isAtMost(counted("znatoki_answer_seconds"), counted("znatoki_say_seconds"))
    assert.deepStrictEqual(
      ["znatoki_said_twice_total", "znatoki_order_broken_total"].map((name) => [of(name)?.type, counted(name)]),
      [
        ["Counter", 0],
        ["Counter", 0]
      ]
    )
    assert.strictEqual(counted("znatoki_timer_lateness_seconds"), counted("znatoki_events_total", { kind: "timer" }))
  }).pipe(Effect.scoped, Effect.provideService(Metric.MetricRegistry, new Map()))
)
