/**
 * One role as a process of its own: all of it without a broker, the connector, or a worker. Each is what `cli/src/compose` makes of
 * it, but that VK is an inbox which brings games and a messenger that takes everything.
 */
import { Broker } from "@znatoki/adapter-rabbitmq/broker"
import type { Place } from "@znatoki/adapter-rabbitmq/names"
import { layer as database } from "@znatoki/adapter-postgres/database/database"
import { betweenIn, sharedBy } from "@znatoki/cli/compose/apart/between"
import { connectorKernel } from "@znatoki/cli/compose/apart/connectors"
import { decide } from "@znatoki/cli/compose/apart/workers"
import { botKernel, storesOf } from "@znatoki/cli/compose/bot"
import * as ForwardClock from "@znatoki/kernel/outage/forward-clock"
import { runBot } from "@znatoki/kernel/roles/run-bot"
import { runConnector } from "@znatoki/kernel/roles/run-connector"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"
import { Dice } from "@znatoki/ports/dice"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { wholeSlice } from "@znatoki/ports/slice"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Effect, Layer, Redacted } from "effect"
import type { Script } from "../kernel/games.ts"
import { takingMessenger } from "../kernel/taking-messenger.ts"
import { Load, loadInbox, type Pace } from "./load-inbox.ts"

export type RoleName = "all" | "connector" | "worker"

export interface RoleJob {
  readonly role: RoleName
  readonly databaseUrl: string
  readonly amqpUrl: string
  readonly place: Place
  readonly scripts: ReadonlyArray<Script>
}

export type Told = { readonly _tag: "Begin"; readonly job: RoleJob } | { readonly _tag: "Mark" } | Pace

export interface Mark {
  readonly brought: number
  readonly done: number
  readonly tookMs: ReadonlyArray<number>
  readonly cpuMs: number
  readonly rssMiB: number
}

/** Every roll is the same, as when the games were recorded. */
const dice = Layer.succeed(Dice, { roll: () => 7 })

const role = "bot/vk:1"
const preset = "classic"

const stored = (job: RoleJob) =>
  ForwardClock.layer(role).pipe(
    Layer.provideMerge(Layer.effectContext(storesOf("vk:1"))),
    Layer.provideMerge(Layer.merge(ReadinessChecks.layer, StoreTrouble.layer)),
    Layer.provideMerge(database({ url: Redacted.make(job.databaseUrl) }))
  )

const broker = ({ amqpUrl }: RoleJob) => Broker.layer(Redacted.make(amqpUrl))

const between = ({ place }: RoleJob) => betweenIn(place, true)

const vk = (load: Load) => Layer.merge(takingMessenger, loadInbox(load))

const all = (job: RoleJob, load: Load) =>
  runBot({ role, slice: wholeSlice }).pipe(
    Effect.provide(
      botKernel(preset).pipe(Layer.provideMerge(Layer.merge(vk(load), dice)), Layer.provideMerge(stored(job)))
    )
  )

const hearing = (job: RoleJob, load: Load) =>
  runConnector().pipe(
    Effect.provide(
      connectorKernel.pipe(
        Layer.provideMerge(between(job)),
        Layer.provideMerge(vk(load)),
        Layer.provideMerge(stored(job)),
        Layer.provideMerge(broker(job))
      )
    )
  )

const deciding = (job: RoleJob) =>
  decide({ role, preset, buckets: job.place.buckets, lexicon: russianLexicon() }).pipe(
    Effect.provide(
      Layer.merge(between(job), dice).pipe(
        Layer.provideMerge(stored(job)),
        Layer.provideMerge(sharedBy(Redacted.make(job.databaseUrl))),
        Layer.provideMerge(broker(job))
      )
    )
  )

const begin = (job: RoleJob, load: Load) => {
  switch (job.role) {
    case "all":
      return Effect.runPromise(all(job, load))
    case "connector":
      return Effect.runPromise(hearing(job, load))
    case "worker":
      return Effect.runPromise(deciding(job))
  }
}

const markOf = (load: Load | null): Mark => {
  const { system, user } = process.cpuUsage()
  const { brought = 0, done = 0, tookMs = [] } = load ?? {}
  if (load !== null) load.tookMs = []
  const rssMiB = Math.round(process.memoryUsage.rss() / 2 ** 20)
  return { brought, done, tookMs, cpuMs: (system + user) / 1_000, rssMiB }
}

let load: Load | null = null
process.on("message", (told: Told) => {
  if (told._tag === "Mark") return void process.send?.(markOf(load))
  if (told._tag !== "Begin") return load?.go(told)
  load = new Load(told.job.scripts)
  begin(told.job, load).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
process.on("disconnect", () => process.exit(0))
