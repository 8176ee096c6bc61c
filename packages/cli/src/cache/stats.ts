/** `znatoki cache stats`: what is kept in Redis, and for how long. */
import { type CacheKind, cacheKinds, lifetimes } from "@znatoki/ports/cache"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { say } from "../say.ts"
import { type Opened, withRedis } from "./with-redis.ts"

const atOnce = 1_000

const countOf = (client: Opened["client"], pattern: string) =>
  Effect.promise(async () => {
    let count = 0
    for await (const keys of client.scanIterator({ MATCH: pattern, COUNT: atOnce })) count += keys.length
    return count
  })

const lineOf = (kind: CacheKind, entries: number): string => {
  const { memoryMs, sharedMs } = lifetimes[kind]
  const cells = [kind.padEnd(14), String(entries).padStart(9), `${memoryMs / 1_000} s`.padStart(11)]
  return [...cells, `${sharedMs / 1_000} s`.padStart(10)].join("")
}

export const stats = Command.make("stats", {}, () =>
  withRedis(
    Effect.fnUntraced(function* ({ client, names }) {
      const head = `${"kind".padEnd(14)}${"in Redis".padStart(9)}${"memory for".padStart(11)}${"Redis for".padStart(10)}`
      const lines = yield* Effect.forEach(cacheKinds, (kind) =>
        Effect.map(countOf(client, names.entries(kind)), (entries) => lineOf(kind, entries))
      )
      yield* say(head, ...lines, "How often each process finds what it looks for: its /health/cache.")
    })
  )
).pipe(Command.withDescription("How much of each kind is kept in Redis, and how long anything is kept"))
