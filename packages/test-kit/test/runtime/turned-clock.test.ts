/** Somebody sets the machine's clock while games are played. */
import { assert, it } from "@effect/vitest"
import { presets, type Settings } from "@znatoki/engine"
import { forwardClock } from "@znatoki/runtime/forward-clock"
import { Clock, Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot } from "../../src/harness/bot-world.ts"
import { ChatRoom, conversation } from "../../src/harness/chat-room.ts"
import { withTurnedClock } from "../../src/harness/turned-clock.ts"
import { play, questions, settle, stateOf, stopBot } from "./scripted-game.ts"

const chat = conversation(1)
const hour = 3_600_000
const settings: Settings = { ...presets.classic, silentRoundsMax: 0 }

it.effect.each([-hour, -7_000])("a clock turned by %i ms lets no game wait longer", (byMs) =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const world = yield* makeWorld(new ChatRoom(), questions)
      const clock = forwardClock(yield* Clock.Clock)
      const bot = yield* Effect.provideService(startBot(world, { settings }), Clock.Clock, clock)
      yield* play(world, [chat], { until: (state) => state?._tag === "Answer" && state.round === 3 })
      turn(byMs)
      yield* TestClock.adjust(settings.answerMs + 1_000)
      yield* settle
      assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
      yield* TestClock.adjust(settings.verdictMs + 1_000)
      yield* settle
      assert.strictEqual(stateOf(world, chat)?._tag, "Discussion")
      assert.deepStrictEqual(
        world.room.messages(chat).filter(({ text }) => text.includes("пропадал")),
        []
      )
      yield* stopBot(bot)
    })
  )
)

it.effect("a clock set forward takes no time from a game: what was skipped is given back", () =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const world = yield* makeWorld(new ChatRoom(), questions)
      const clock = forwardClock(yield* Clock.Clock)
      const bot = yield* Effect.provideService(startBot(world, { settings }), Clock.Clock, clock)
      yield* play(world, [chat], { until: (state) => state?._tag === "Answer" && state.round === 3 })
      turn(hour)
      yield* TestClock.adjust(settings.answerMs / 2)
      assert.strictEqual(stateOf(world, chat)?._tag, "Answer")
      yield* TestClock.adjust(settings.answerMs)
      yield* settle
      assert.strictEqual(stateOf(world, chat)?._tag, "Verdict")
      yield* stopBot(bot)
    })
  )
)
