/** Admins who are named are told of the day before in the messenger, once, also where the job was done twice. */
import { assert, it } from "@effect/vitest"
import { beginningOf } from "@znatoki/chat/calendar-day"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import * as AdminOrdersMemory from "@znatoki/test-contracts/memory/admin-orders"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { dailyDigest, DigestReaders } from "../src/jobs/daily-digest.ts"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { brisk } from "../src/testing/brisk-settings.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { questions, settle, stopBot } from "./scripted-game.ts"

const admins = conversation(9)

it.effect("it is told once a day, whoever writes it and however often, and nobody else is told", () =>
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    yield* TestClock.setTime(beginningOf(20_000) + 9 * 3_600_000)
    const world = yield* makeWorld(new ChatRoom(), questions)
    const job = dailyDigest.work.pipe(
      Effect.provideService(DigestReaders, [admins]),
      Effect.provide(MemoryStores.layer.pipe(Layer.provide(Layer.succeed(MemoryDatabase, world.database))))
    )
    const said = () => world.room.messages(admins).map(({ text }) => text)
    const bot = yield* startBot(world, { settings: brisk })
    yield* job
    yield* Effect.andThen(TestClock.adjust("2 seconds"), settle)
    yield* job
    yield* Effect.andThen(TestClock.adjust("2 seconds"), settle)
    assert.deepStrictEqual(said(), ["📊 Сводка за 3 октября\nИгр не было.\n\nВас ничего не ждёт."])
    assert.deepStrictEqual(yield* orders.waiting(wholeSlice, 9), [])
    yield* stopBot(bot)
  }).pipe(Effect.provide(AdminOrdersMemory.layer))
)
