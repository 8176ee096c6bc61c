/** The admin API as a process of its own, three times: as it is, without what it keeps ready, and bare Hono that sends the same bytes. */
import { listen } from "@znatoki/admin-http/server"
import type { AdminServices } from "@znatoki/admin-http/answer"
import { makeApp } from "@znatoki/admin-http/app"
import { ConversationId } from "@znatoki/chat/chat-input"
import { openDatabase } from "@znatoki/cli/compose/database"
import { judged } from "@znatoki/cli/compose/judged"
import { runtimeOf } from "@znatoki/cli/compose/runtime-of"
import { told } from "@znatoki/cli/compose/told"
import { readEnvironment } from "@znatoki/cli/config/environment"
import { initialState, PlayerId, presets, replay } from "@znatoki/engine"
import { Cache, type Caching, statsOfNothing } from "@znatoki/ports/cache"
import { GameStore } from "@znatoki/ports/game-store"
import { Effect, Redacted } from "effect"
import { Hono } from "hono"

export interface DeskServers {
  readonly ours: string
  readonly unkept: string
  readonly bare: string
}

export const token = "bench-token-of-its-own"
const always = { everyMs: 0, burst: 1 }
const limits = { address: always, who: always, signInAddress: always, signInName: always }

const nothingKept: Caching = {
  get: (_, load) => load,
  ready: () => undefined,
  invalidate: () => Effect.void,
  stats: Effect.sync(statsOfNothing)
}

const player = { id: PlayerId.make("1"), name: "Знаток" }
const begun = replay(initialState(presets.classic), [
  { _tag: "StartRequested", atMs: 0, seed: 1, seen: null, by: player, settings: null }
]).state

const game = {
  conversation: ConversationId.make("vk:1:2000000001"),
  version: 1,
  state: begun,
  lastOrder: 0,
  hearsAll: false,
  lastSeq: 0,
  updatedAtMs: 1
}

const appOf = Effect.gen(function* () {
  const runtime = yield* runtimeOf<AdminServices>()
  return makeApp(runtime, {
    token: Redacted.make(token),
    told,
    tellAuthor: () => ({ _tag: "Say" }) as never,
    judge: judged,
    explain: ({ reason }) => reason,
    card: () => null,
    limits
  })
})

type App = Effect.Success<typeof appOf>

/** What the other sends, every header and every byte. */
const bareOf = (app: App, paths: ReadonlyArray<string>) =>
  Effect.promise(async () => {
    const bare = new Hono()
    const known = new Map<string, { readonly text: string; readonly headers: Record<string, string> }>()
    for (const path of paths) {
      const said = await app.request(path, { headers: { Authorization: `Bearer ${token}` } })
      known.set(path, { text: await said.text(), headers: Object.fromEntries(said.headers) })
    }
    bare.get("*", (context) => {
      const { pathname, search } = new URL(context.req.url)
      const { headers, text } = known.get(`${pathname}${search}`) ?? { headers: {}, text: "" }
      return context.body(text, 200, headers)
    })
    return bare
  })

const serve = Effect.gen(function* () {
  const environment = yield* readEnvironment(process.env)
  const { context } = yield* openDatabase(environment)
  return yield* Effect.gen(function* () {
    yield* GameStore.use((store) => store.commit([{ next: game, log: [], outgoing: [], asked: [] }]))
    const ours = yield* appOf
    const unkept = yield* appOf.pipe(Effect.provideService(Cache, nothingKept))
    const bare = yield* bareOf(ours, process.argv.slice(2))
    const [one, two, three] = yield* Effect.all([ours, unkept, bare].map((app) => listen(app, { port: 0 })))
    const servers: DeskServers = { ours: one?.url ?? "", unkept: two?.url ?? "", bare: three?.url ?? "" }
    process.send?.(servers)
    return yield* Effect.never
  }).pipe(Effect.provide(context))
}).pipe(Effect.scoped)

// How long it has worked on a processor, in microseconds.
process.on("message", () => {
  const { system, user } = process.cpuUsage()
  process.send?.(user + system)
})
process.on("disconnect", () => process.exit(0))
await Effect.runPromise(serve)
