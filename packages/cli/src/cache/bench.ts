/** `znatoki cache bench`: how fast what is kept is found, in memory and in Redis, beside the client of Redis alone. */
import { makeInProcess } from "@znatoki/cache/in-process"
import type { Wanted } from "@znatoki/ports/cache"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { say } from "../say.ts"
import { withRedis } from "./with-redis.ts"

const kept = "x".repeat(200)
const load = Effect.succeed(kept)
/** As many as a pool of busy requests. */
const atOnce = 64
const wantedOf = (place: number): Wanted => ({ kind: "leaders", key: `bench ${place % 100}`, tags: ["statistics"] })

/** So often in a second of this process on a processor, whatever else the machine does, by `atOnce` at a time. */
const rateOf = (times: number, one: (place: number) => Effect.Effect<unknown>) =>
  Effect.gen(function* () {
    const began = process.cpuUsage()
    const line = (first: number) =>
      Effect.gen(function* () {
        for (let place = first; place < times; place += atOnce) yield* one(place)
      })
    yield* Effect.all(
      Array.from({ length: atOnce }, (_, first) => line(first)),
      { concurrency: "unbounded" }
    )
    const { system, user } = process.cpuUsage(began)
    return times / ((user + system) / 1_000_000)
  })

const versionName = "znatoki:bench:version"
const nameOf = (place: number): string => `znatoki:bench:${place % 100}`

const rounds = 5
const median = (values: ReadonlyArray<number>): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const whole = (value: number): string => Math.round(value).toLocaleString("en").padStart(11)

export const bench = Command.make("bench", {}, () =>
  withRedis(
    Effect.fnUntraced(function* ({ client, shared, url }) {
      const { plainClient } = yield* Effect.promise(() => import("@znatoki/cache/redis"))
      const plain = yield* plainClient(url)
      const memory = makeInProcess()
      const inMemory = (place: number) => memory.get(wantedOf(place), load)
      const byCache = (place: number) => shared.get(wantedOf(place), load)
      const byPlain = (place: number) => Effect.promise(() => plain.get(nameOf(place)))
      const byOurs = (place: number) => Effect.promise(() => client.get(nameOf(place)))
      // What the cache asks of Redis: the answer, and whether what it rests on has changed since.
      const bySame = (place: number) => Effect.promise(() => client.mGet([nameOf(place), versionName]))
      yield* Effect.promise(() =>
        client.set(versionName, crypto.randomUUID(), { expiration: { type: "EX", value: 60 } })
      )
      for (let place = 0; place < 100; place++) {
        yield* Effect.promise(() => client.set(nameOf(place), kept, { expiration: { type: "EX", value: 60 } }))
        yield* byCache(place)
      }
      const memories: Array<number> = []
      const caches: Array<number> = []
      const [plains, ours, same]: [Array<number>, Array<number>, Array<number>] = [[], [], []]
      // By turns, so that what else the machine does weighs on all alike.
      for (let round = 0; round < rounds; round++) {
        memories.push(yield* rateOf(300_000, inMemory))
        caches.push(yield* rateOf(30_000, byCache))
        plains.push(yield* rateOf(30_000, byPlain))
        ours.push(yield* rateOf(30_000, byOurs))
        same.push(yield* rateOf(30_000, bySame))
      }
      const beside = (others: ReadonlyArray<number>): string =>
        median(caches.map((rate, round) => rate / (others[round] ?? rate))).toFixed(2)
      yield* say(
        `in memory          ${whole(median(memories))} a second of processor`,
        `in Redis           ${whole(median(caches))} a second`,
        `the client alone   ${whole(median(plains))} a second; the cache on Redis comes to ${beside(plains)} of it`,
        `set as ours is     ${whole(median(ours))} a second; ${beside(ours)} of it`,
        `asked for as much  ${whole(median(same))} a second; ${beside(same)} of it`
      )
    })
  )
).pipe(Command.withDescription("How fast what is kept is found: in memory, in Redis, and by the client of Redis alone"))
