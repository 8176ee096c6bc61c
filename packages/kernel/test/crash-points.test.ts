/** A process may end at any point of its dealings with the world, and nobody in the chat can tell. */
import { assert, it } from "@effect/vitest"
import type { Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { brisk } from "../src/testing/brisk-settings.ts"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import type { CrashPoint } from "../src/testing/crash.ts"
import { outcomeOf, playGame, questions, stateOf } from "./scripted-game.ts"

const chat = conversation(1)
const never: CrashPoint = { call: 0, when: "before" }
/** The clock jumps from deadline to deadline, so a crash at one looks like an outage: it is given back without a word. */
const settings: Settings = { ...brisk, outageNoticeMs: 3_600_000 }

/** Plays a game with one crash; a dead bot is started again at the same moment. */
const gameWith = Effect.fnUntraced(function* (crash: CrashPoint, copies: number) {
  yield* TestClock.setTime(0)
  const room = new ChatRoom()
  room.copies = copies
  const world = yield* makeWorld(room, questions)
  let bot = yield* startBot(world, { crash, settings })
  let crashed = false
  yield* playGame(
    world,
    chat,
    Effect.gen(function* () {
      if (bot.mortal.alive) return
      crashed = true
      bot = yield* startBot(world, { settings })
    })
  )
  const { answered, calls } = bot.mortal
  const outcome = outcomeOf(stateOf(world, chat))
  return {
    transcript: room.transcript(chat),
    calls,
    answered,
    crashed,
    outcome,
    seqs: room.messages(chat).map(({ seq }) => seq)
  }
}, Effect.scoped)

it.effect("a game plays to its end: one right, one wrong, one silent", () =>
  Effect.gen(function* () {
    const { outcome, transcript } = yield* gameWith(never, 1)
    assert.deepInclude(outcome, { reason: "everything played", score: { team: 1, bot: 2 } })
    assert.include(transcript, "Пушкин")
  })
)

it.effect("every event delivered twice gives the same transcript", () =>
  Effect.gen(function* () {
    const once = yield* gameWith(never, 1)
    const twice = yield* gameWith(never, 2)
    assert.strictEqual(twice.transcript, once.transcript)
    assert.deepStrictEqual(twice.outcome, once.outcome)
  })
)

it.effect("a crash before or after any call gives the same transcript, no message and no point twice", () =>
  Effect.gen(function* () {
    const whole = yield* gameWith(never, 1)
    assert.isAbove(whole.calls, 40)
    for (const when of ["before", "after"] as const) {
      for (let call = 1; call <= whole.calls; call++) {
        if (when === "after" && !whole.answered.has(call)) continue
        const game = yield* gameWith({ call, when }, 1)
        const where = `crash ${when} call ${call}`
        assert.isTrue(game.crashed, where)
        assert.strictEqual(game.transcript, whole.transcript, where)
        assert.deepStrictEqual(game.outcome, whole.outcome, where)
        assert.strictEqual(new Set(game.seqs).size, game.seqs.length, where)
      }
    }
  })
)
