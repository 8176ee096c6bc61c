/** The processes of one turn, on a database and queues of their own: begun together, told what to do, and ended. */
import { Broker } from "@znatoki/adapter-rabbitmq/broker"
import { namesOf, type Place } from "@znatoki/adapter-rabbitmq/names"
import { Effect, Redacted } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { type BenchDatabase, withSql } from "../kernel/database.ts"
import type { Script } from "../kernel/games.ts"
import type { Pace } from "./load-inbox.ts"
import { type Taken, taken, type Use, usesOf } from "./processor-time.ts"
import type { Mark, RoleName, Told } from "./role-process.ts"

export const amqpUrl = process.env["AMQP_URL"] ?? "amqp://guest:guest@127.0.0.1:5672"

/** As many as there are where nobody says otherwise. */
const buckets = 16
/** As the image has it. */
const flags = ["--max-old-space-size=224", "--max-semi-space-size=4"]
const drainMaxMs = 60_000

interface Member {
  readonly name: string
  readonly role: RoleName
  readonly child: ChildProcess
}

interface Moment {
  readonly marks: ReadonlyMap<string, Mark>
  readonly taken: Taken
}

export interface Window {
  readonly perSecond: number
  readonly tookMs: ReadonlyArray<number>
  readonly uses: ReadonlyArray<Use>
  readonly rssMiB: ReadonlyMap<string, number>
}

export class Arrangement {
  readonly #where: BenchDatabase
  readonly #place: Place
  readonly #members: ReadonlyArray<Member>

  private constructor(where: BenchDatabase, place: Place, members: ReadonlyArray<Member>) {
    this.#where = where
    this.#place = place
    this.#members = members
  }

  static async open(
    where: BenchDatabase,
    scripts: ReadonlyArray<Script>,
    roles: ReadonlyArray<RoleName>
  ): Promise<Arrangement> {
    const place = { prefix: `znatoki-bench-${randomBytes(6).toString("hex")}`, community: "vk:1", buckets }
    const file = fileURLToPath(new URL("role-process.ts", import.meta.url))
    const members = roles.map((role, i): Member => {
      const child = fork(file, { execArgv: flags, stdio: ["ignore", "ignore", "inherit", "ipc"] })
      return { name: roles.indexOf(role) === roles.lastIndexOf(role) ? role : `${role} ${i}`, role, child }
    })
    const opened = new Arrangement(where, place, members)
    for (const { child, role } of members) {
      tell(child, { _tag: "Begin", job: { role, databaseUrl: where.url, amqpUrl, place, scripts } })
    }
    return opened
  }

  go(pace: Pace): void {
    for (const { child, role } of this.#members) if (role !== "worker") tell(child, pace)
  }

  /** What happens in so many milliseconds from now. */
  async watch(forMs: number): Promise<Window> {
    return withSql(this.#where, 1, async (sql) => {
      const moment = async (): Promise<Moment> => ({ marks: await this.#marks(), taken: await taken(sql) })
      const from = await moment()
      await sleep(forMs)
      return windowOf(from, await moment())
    })
  }

  /** Until all that was brought is known to be committed. */
  async drained(): Promise<void> {
    this.go({ _tag: "None" })
    for (let waitedMs = 0; waitedMs < drainMaxMs; waitedMs += 200) {
      await sleep(200)
      const marks = [...(await this.#marks()).values()]
      if (marks.every(({ brought, done }) => brought === done)) return
    }
    throw new Error("not all that was brought was committed")
  }

  /** How many changes were committed to games, and how many events were brought: of games, each changes something. */
  async shareCommitted(): Promise<number> {
    const brought = [...(await this.#marks()).values()].reduce((sum, mark) => sum + mark.brought, 0)
    const committed = await withSql(this.#where, 1, async (sql) => {
      const rows = await sql<ReadonlyArray<{ readonly n: number }>>`
        select count(*)::int as n from game_events where source is not null`
      return rows[0]?.n ?? 0
    })
    return committed / brought
  }

  async close(): Promise<void> {
    const ended = this.#members.map(({ child }) => (child.exitCode === null ? once(child, "exit") : null))
    for (const { child } of this.#members) if (child.connected) child.disconnect()
    await Promise.all(ended)
    if (this.#members.some(({ role }) => role === "worker")) await forgetQueues(this.#place)
  }

  async #marks(): Promise<ReadonlyMap<string, Mark>> {
    const asked = this.#members.map(async ({ child, name }) => {
      if (child.exitCode !== null) throw new Error(`the ${name} ended`)
      const answer = once(child, "message")
      tell(child, { _tag: "Mark" })
      const [mark]: Array<Mark> = await answer
      if (mark === undefined) throw new Error(`the ${name} said nothing`)
      return [name, mark] as const
    })
    return new Map(await Promise.all(asked))
  }
}

const tell = (child: ChildProcess, told: Told): void => void child.send(told)

const windowOf = (from: Moment, to: Moment): Window => {
  const cpuMs = new Map<string, number>()
  const rssMiB = new Map<string, number>()
  const tookMs: Array<number> = []
  let done = 0
  for (const [name, mark] of to.marks) {
    const before = from.marks.get(name)
    cpuMs.set(name, mark.cpuMs - (before?.cpuMs ?? 0))
    rssMiB.set(name, mark.rssMiB)
    tookMs.push(...mark.tookMs)
    done += mark.done - (before?.done ?? 0)
  }
  const perSecond = (done / (to.taken.atMs - from.taken.atMs)) * 1_000
  return { perSecond, tookMs, uses: usesOf(from.taken, to.taken, cpuMs), rssMiB }
}

const forgetQueues = (place: Place): Promise<void> =>
  Effect.gen(function* () {
    const broker = yield* Broker
    yield* broker.declare(async (channel) => {
      const names = namesOf(place)
      const inboxes = Array.from({ length: place.buckets }, (_, bucket) => names.bucket(bucket))
      for (const queue of [...inboxes, names.rings, names.presses]) await channel.queueDelete({ queue })
      for (const exchange of [names.exchange, names.heard]) await channel.exchangeDelete({ exchange })
    })
  }).pipe(Effect.provide(Broker.layer(Redacted.make(amqpUrl))), Effect.scoped, Effect.runPromise)
