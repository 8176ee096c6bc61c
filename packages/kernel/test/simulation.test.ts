/** Fifty conversations side by side in a world where everything fails now and then: they see what they see without. */
import { assert, it } from "@effect/vitest"
import type { Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { brisk } from "../src/testing/brisk-settings.ts"
import { makeWorld, startBot, type World } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import type { CrashPoint } from "../src/testing/crash.ts"
import { doneLate, type Faults, unavailable } from "../src/testing/store-faults.ts"
import { SeededDice } from "../src/testing/seeded-dice.ts"
import { logOf, outcomeOf, play, questions, stateOf, stopBot } from "./scripted-game.ts"
import { seqsSaid } from "./seqs-said.ts"

const chats = Array.from({ length: 50 }, (_, i) => conversation(i + 1))
const minute = 60_000
/**
 * Long waits, so that what is held up for a second misses none of them; an outage is given back without a word, and whoever
 * presses twice because of it is not heard for that.
 */
const settings: Settings = {
  ...brisk,
  lobbyMs: 10 * minute,
  discussionMs: minute,
  choiceMs: minute,
  answerMs: minute,
  verdictMs: minute,
  outageNoticeMs: 1_000 * minute,
  silentRoundsMax: 0,
  // How far a clock is seen to run hangs on what fails.
  clock: false
}

interface Seen {
  crashes: number
  faults: number
  putOff: number
  recognised: number
}

/** A world in which the dice decide what goes wrong. */
const stormy = (seed: number, room: ChatRoom, seen: Seen) => {
  const dice = new SeededDice(seed)
  const roll = (): number => dice.next()
  const faults: Faults = () => {
    const lot = roll()
    if (lot > 0.06) return null
    seen.faults++
    if (lot < 0.02) return unavailable("before")
    if (lot < 0.04) return unavailable("after")
    return lot < 0.05 ? doneLate(20) : { when: "slow", ms: 30 }
  }
  room.fate = (delivery) => {
    const lot = roll()
    if (lot > 0.1) return undefined
    seen.putOff++
    if (lot < 0.05) room.show(delivery)
    return { _tag: "Later", reason: "busy", afterMs: 1 + Math.floor(roll() * 200) }
  }
  const crash = (): CrashPoint => ({ call: 20 + Math.floor(roll() * 200), when: roll() < 0.5 ? "before" : "after" })
  return { crash, faults, copies: 1 + Math.round(roll()) }
}

const resultsOf = (world: World) =>
  chats.map((chat) => ({
    transcript: world.room.transcript(chat),
    outcome: outcomeOf(stateOf(world, chat)),
    events: logOf(world, chat)
      .map(({ event }) => event._tag)
      .filter((tag) => tag !== "OutageEnded")
  }))

const calm = Effect.gen(function* () {
  yield* TestClock.setTime(0)
  const world = yield* makeWorld(new ChatRoom(), questions)
  const bot = yield* startBot(world, { settings })
  yield* play(world, chats)
  yield* stopBot(bot)
  return resultsOf(world)
})

const crashesMax = 5

const storm = Effect.fnUntraced(function* (seed: number, seen: Seen) {
  yield* TestClock.setTime(0)
  const room = new ChatRoom()
  const world = yield* makeWorld(room, questions)
  const { copies, crash, faults } = stormy(seed, room, seen)
  room.copies = copies
  let bot = yield* startBot(world, { settings, faults, crash: crash() })
  let crashes = 0
  const between = Effect.gen(function* () {
    if (bot.mortal.alive) return
    crashes++
    bot = yield* startBot(world, { settings, faults, ...(crashes < crashesMax ? { crash: crash() } : {}) })
  })
  yield* play(world, chats, { between })
  yield* stopBot(bot)
  seen.crashes += crashes
  seen.recognised += room.recognised
  return world
})

const seeds = Array.from({ length: 20 }, (_, i) => 1_000 + i)

it.effect("fifty conversations see the same games, whatever fails, for every seed", () =>
  Effect.gen(function* () {
    const without = yield* calm
    assert.isTrue(without.every(({ outcome }) => outcome?.reason === "everything played"))
    const seen: Seen = { crashes: 0, faults: 0, putOff: 0, recognised: 0 }
    for (const seed of seeds) {
      const world = yield* storm(seed, seen)
      for (const [i, result] of resultsOf(world).entries()) assert.deepStrictEqual(result, without[i], `seed ${seed}`)
      for (const chat of chats) {
        const seqs = seqsSaid(world, chat)
        const where = `seed ${seed}, conversation ${chat}`
        assert.isTrue(
          seqs.every((seq, i) => seq > (seqs[i - 1] ?? 0)),
          where
        )
        const sources = logOf(world, chat).flatMap(({ source }) => source ?? [])
        assert.strictEqual(new Set(sources).size, sources.length, where)
        assert.strictEqual(world.database.conversations.get(chat)?.pending.size, 0, where)
      }
    }
    // The storm was one.
    assert.isAtLeast(seen.crashes, seeds.length)
    assert.isAtLeast(seen.faults, 100)
    assert.isAtLeast(seen.putOff, 1_000)
    assert.isAtLeast(seen.recognised, 100)
  })
)
