/** The roles as processes, each behind gates of its own to the database and the broker; and who of them owns what. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { type Ended, type Program, startProgram, type Variables } from "../e2e/run-program.ts"
import { until } from "../e2e/until.ts"
import { briskBot } from "../e2e/world.ts"
import { Gate } from "./gate.ts"

export type Role = "connector" | "worker" | "callback"

export interface Places {
  readonly databaseUrl: string
  readonly amqpUrl: string
}

/** It came while its broker could not be reached, and said so: whoever keeps it running starts it again. */
const cameInVain = (life: Program): boolean =>
  (life.ended()?.code ?? 0) !== 0 && /^No broker answers at /m.test(life.stderr())

/** One process after another, all of one role. */
export class Machine {
  readonly role: Role
  readonly name: string
  readonly toDatabase: Gate
  readonly toBroker: Gate
  readonly #variables: Variables
  readonly #lives: Array<Program> = []
  #isOver = false

  constructor(role: Role, name: string, gates: readonly [toDatabase: Gate, toBroker: Gate], variables: Variables) {
    this.role = role
    this.name = name
    this.toDatabase = gates[0]
    this.toBroker = gates[1]
    this.#variables = variables
  }

  start(): void {
    const life = startProgram([this.role], this.#variables, { file: briskBot })
    this.#lives.push(life)
    void this.#startAgainAfter(life)
  }

  async #startAgainAfter(life: Program): Promise<void> {
    await life.end
    if (!this.#isOver && cameInVain(life)) this.start()
  }

  get isRunning(): boolean {
    return this.#lives.at(-1)?.ended() === null
  }

  send(signal: NodeJS.Signals): void {
    this.#lives.at(-1)?.send(signal)
  }

  async endBy(signal: NodeJS.Signals): Promise<Ended | null> {
    return (await this.#lives.at(-1)?.endBy(signal)) ?? null
  }

  says(words: string): boolean {
    return this.#lives.at(-1)?.stderr().includes(words) ?? false
  }

  log(): string {
    return this.#lives.map((life, i) => `--- ${this.name}, life ${i + 1}\n${life.stderr()}`).join("\n")
  }

  errors(): ReadonlyArray<string> {
    const lives = this.#lives.filter((life) => !cameInVain(life))
    return lives.flatMap((life) =>
      life
        .stderr()
        .split("\n")
        .filter((line) => line !== "" && !/"level":"(?:INFO|WARN|DEBUG)"/.test(line))
        .map((line) => `${this.name}: ${line}`)
    )
  }

  async close(): Promise<void> {
    this.#isOver = true
    if (this.isRunning) await this.endBy("SIGKILL")
    await Promise.all([this.toDatabase.close(), this.toBroker.close()])
  }
}

export interface FleetOptions {
  readonly places: Places
  readonly counts: Readonly<Record<Role, number>>
  /** How many names there are to own. */
  readonly names: number
  readonly variablesOf: (role: Role, index: number) => Variables
  readonly sql: Sql
}

/** Seven processes start side by side, on a machine that may have other things to do. */
const startMs = 200_000

interface Session {
  readonly port: number
  readonly owned: number
}

export class Fleet {
  readonly machines: ReadonlyArray<Machine>
  readonly #options: FleetOptions

  private constructor(machines: ReadonlyArray<Machine>, options: FleetOptions) {
    this.machines = machines
    this.#options = options
  }

  static async open(options: FleetOptions): Promise<Fleet> {
    const { counts, places, variablesOf } = options
    const [database, broker] = [new URL(places.databaseUrl), new URL(places.amqpUrl)]
    const machines: Array<Machine> = []
    for (const role of ["worker", "connector", "callback"] as const) {
      for (let i = 0; i < counts[role]; i++) {
        const gates = [await Gate.open(() => database, 5432), await Gate.open(() => broker, 5672)] as const
        const variables = {
          DATABASE_URL: gates[0].by(database),
          AMQP_URL: gates[1].by(broker),
          ...variablesOf(role, i)
        }
        machines.push(new Machine(role, `${role} ${i + 1}`, gates, variables))
      }
    }
    for (const machine of machines) machine.start()
    return new Fleet(machines, options)
  }

  of(role: Role): ReadonlyArray<Machine> {
    return this.machines.filter((machine) => machine.role === role)
  }

  /** How much each session owns. */
  async #sessions(): Promise<ReadonlyArray<Session>> {
    return this.#options.sql<ReadonlyArray<Session>>`
      select a.client_port as port, count(l.pid)::int as owned from pg_stat_activity a
        left join pg_locks l on l.pid = a.pid and l.locktype = 'advisory' and l.mode = 'ExclusiveLock' and l.granted
      where a.application_name = 'znatoki owner' and a.datname = current_database() group by a.client_port`
  }

  /** How many names others than these sessions own; none while the database is away. */
  async ownedByOthersThan(ports: ReadonlyArray<number>): Promise<number> {
    const sessions = await this.#sessions().catch(() => [])
    return sessions.filter(({ port }) => !ports.includes(port)).reduce((sum, { owned }) => sum + owned, 0)
  }

  async ownedBy({ toDatabase }: Machine): Promise<number> {
    const { ports } = toDatabase
    const sessions = await this.#sessions()
    return sessions.filter(({ port }) => ports.includes(port)).reduce((sum, { owned }) => sum + owned, 0)
  }

  /** Milliseconds until others own all that these sessions did. */
  async takenOverFrom(ports: ReadonlyArray<number>, forMs = 60_000): Promise<number> {
    const fromMs = performance.now()
    await until("others own all of it", async () => (await this.ownedByOthersThan(ports)) === this.#options.names, {
      everyMs: 20,
      forMs,
      because: () => this.log()
    })
    return performance.now() - fromMs
  }

  /** Everybody runs, and everything is owned. */
  async isWhole(): Promise<void> {
    for (const machine of this.machines) if (!machine.isRunning) machine.start()
    await this.takenOverFrom([], startMs)
  }

  log(): string {
    return this.machines.map((machine) => machine.log().slice(-3_000)).join("\n")
  }

  async close(): Promise<void> {
    await Promise.all(this.machines.map((machine) => machine.close()))
  }
}
