/**
 * What a process holds while many conversations play through the real worker: everybody asks something, then again.
 * `node bench/kernel/memory.ts [conversations] [rounds] [resident games]`
 */
import { layer as database } from "@znatoki/adapter-postgres/database/database"
import { layer as gameStore } from "@znatoki/adapter-postgres/games/game-store"
import { layer as parking } from "@znatoki/adapter-postgres/parking/parking"
import { layer as heartbeat } from "@znatoki/adapter-postgres/games/heartbeat"
import { layer as outbox } from "@znatoki/adapter-postgres/outbox/outbox"
import { layer as questionBank } from "@znatoki/adapter-postgres/questions/question-bank"
import { layer as questionShelves } from "@znatoki/adapter-postgres/questions/question-shelves"
import { layer as statistics } from "@znatoki/adapter-postgres/statistics/statistics"
import { botKernel } from "@znatoki/cli/compose/bot"
import { Player } from "@znatoki/engine"
import { SourceId } from "@znatoki/chat/chat-input"
import { Deadlines } from "@znatoki/kernel/deadlines/deadlines"
import { fireTimers } from "@znatoki/kernel/deadlines/fire-timers"
import { Dice } from "@znatoki/ports/dice"
import { wholeSlice } from "@znatoki/ports/slice"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Worker } from "@znatoki/kernel/play/worker"
import { Effect, Layer, Redacted, Schema } from "effect"
import { spawn } from "node:child_process"
import { loadavg } from "node:os"
import { conversationNamed } from "./own-kernel.ts"
import { fillRunning, withScratch } from "./scratch-database.ts"
import { silentInbox } from "./silent-inbox.ts"
import { takingMessenger } from "./taking-messenger.ts"

const [conversations = 100_000, rounds = 4, residentMax = 10_000] = process.argv.slice(2, 5).map(Number)
const url = process.env["ZNATOKI_BENCH_URL"]

/** As the bot is put together. */
const kernel = (databaseUrl: string) =>
  botKernel("classic", residentMax).pipe(
    Layer.provideMerge(Dice.layer),
    Layer.provideMerge(takingMessenger),
    Layer.provideMerge(silentInbox),
    Layer.provideMerge(StoreTrouble.layer),
    Layer.provideMerge(
      Layer.mergeAll(gameStore, outbox, questionBank, questionShelves, statistics, heartbeat, parking)
    ),
    Layer.provideMerge(database({ url: Redacted.make(databaseUrl) }))
  )

const anna = Schema.decodeUnknownSync(Player)({ id: "1", name: "Анна" })
const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

const playRounds = Effect.gen(function* () {
  const worker = yield* Worker
  const deadlines = yield* Deadlines
  yield* Effect.forkScoped(fireTimers(wholeSlice))
  for (let round = 1; round <= rounds; round++) {
    const startedMs = performance.now()
    for (let n = 0; n < conversations; n++) {
      yield* worker.offer({
        _tag: "Chat",
        incoming: {
          source: SourceId.make(`vk:${round}/${n}`),
          conversation: conversationNamed(n + 1),
          atMs: Date.now(),
          input: { _tag: "Wrote", by: anna, text: "инфо", action: null, order: round }
        },
        done: Effect.void
      })
    }
    yield* worker.idle
    const rssMiB = mebibytes(process.memoryUsage.rss())
    // With `--expose-gc`: what is really held.
    globalThis.gc?.()
    const { external, heapUsed } = process.memoryUsage()
    const figures = { rssMiB, heapMiB: mebibytes(heapUsed), externalMiB: mebibytes(external) }
    const perSecond = Math.round((conversations / (performance.now() - startedMs)) * 1_000)
    console.log(JSON.stringify({ round, ...figures, watched: deadlines.size, perSecond, load: loadavg()[0] }))
  }
}).pipe(Effect.scoped)

if (url !== undefined) {
  console.log(JSON.stringify({ round: 0, rssMiB: mebibytes(process.memoryUsage.rss()) }))
  await Effect.runPromise(playRounds.pipe(Effect.provide(kernel(url))))
} else {
  await withScratch(async (scratch) => {
    const nowMs = Date.now()
    await fillRunning(scratch.sql, {
      conversations,
      games: conversations,
      updatedAtMs: nowMs,
      firstAtMs: nowMs + 300_000,
      perSecond: Math.ceil(conversations / 60)
    })
    const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
      env: { ...process.env, ZNATOKI_BENCH_URL: scratch.url },
      stdio: ["ignore", "pipe", "inherit"]
    })
    let text = ""
    child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part))
    await new Promise((resolve) => child.on("close", resolve))
    // The log of the bot stands between them.
    const lines = text
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line): unknown => JSON.parse(line))
    console.log(JSON.stringify({ conversations, residentMax, rounds: lines }, null, 1))
  })
}
