/** What is done to machines that play, and how long it is until others have what the struck one had. */
import type { Rng } from "../../src/play/rng.ts"
import { pause, until } from "../e2e/until.ts"
import type { Fleet, Machine, Role } from "./fleet.ts"

/** Servers of the test alone can be stopped. */
export interface OwnServers {
  readonly broker: {
    readonly stopApp: () => Promise<void>
    readonly startApp: () => Promise<void>
    readonly kill: () => Promise<void>
    readonly start: () => Promise<void>
    readonly purge: () => Promise<void>
  }
  readonly database: { readonly stopImmediately: () => Promise<void>; readonly start: () => Promise<void> }
}

export interface Place {
  readonly fleet: Fleet
  readonly rng: Rng
  readonly servers: OwnServers | null
}

export interface Trouble {
  readonly name: string
  /** Whether games may be given time back for it: a hand-over is nobody's loss. */
  readonly isOutage: boolean
  /** Within how many milliseconds others should have it; null: there is nothing to take over. */
  readonly wantedMs: number | null
  /** Milliseconds until others had it; null: nobody had to take over. */
  readonly strike: (place: Place) => Promise<number | null>
}

/** Past the lease of a session, which is three seconds, and past the heartbeats of the broker. */
const stillMs = 5_500
const quick = 2_000
const slow = 4_000

const oneOf = ({ fleet, rng }: Place, role: Role): Machine => {
  const found = rng.pick(fleet.of(role))
  if (found === undefined) throw new Error(`there is no ${role}`)
  return found
}

/** The one that owns something, so that there is something to take over. */
const ownerOf = async (place: Place, role: Role): Promise<Machine> => {
  if (role === "callback") return oneOf(place, role)
  return until(`a ${role} owns something`, async () => {
    const machine = oneOf(place, role)
    return (await place.fleet.ownedBy(machine).catch(() => 0)) > 0 ? machine : null
  })
}

const endedBy = (role: Role, signal: NodeJS.Signals): Trouble => ({
  name: `${role}: ${signal}`,
  isOutage: false,
  wantedMs: role === "callback" ? null : quick,
  strike: async (place) => {
    const machine = await ownerOf(place, role)
    const { ports } = machine.toDatabase
    const ending = machine.endBy(signal)
    const tookMs = role === "callback" ? null : await place.fleet.takenOverFrom(ports)
    await ending
    machine.start()
    return tookMs
  }
})

/** Something that lasts for longer than a lease, and is over then. */
const forAWhile = (
  role: Role,
  what: string,
  more: Pick<Trouble, "isOutage" | "wantedMs">,
  set: (machine: Machine, now: boolean) => void
): Trouble => ({
  name: `${role}: ${what}`,
  ...more,
  strike: async (place) => {
    const machine = await ownerOf(place, role)
    const { ports } = machine.toDatabase
    const over = pause(stillMs)
    set(machine, true)
    try {
      const tookMs = more.wantedMs === null ? null : await place.fleet.takenOverFrom(ports)
      await over
      return tookMs
    } finally {
      set(machine, false)
    }
  }
})

const frozen = (role: Role): Trouble =>
  forAWhile(
    role,
    `SIGSTOP for ${stillMs / 1_000} s`,
    { isOutage: false, wantedMs: role === "callback" ? null : slow },
    (machine, now) => machine.send(now ? "SIGSTOP" : "SIGCONT")
  )

const offDatabase = (role: Role): Trouble =>
  forAWhile(
    role,
    "the cable to the database is pulled",
    { isOutage: false, wantedMs: role === "callback" ? null : slow },
    (machine, now) => machine.toDatabase.swallow(now)
  )

const offBroker = (role: Role): Trouble =>
  forAWhile(
    role,
    "the cable to the broker is pulled",
    { isOutage: false, wantedMs: role === "callback" ? null : slow },
    (machine, now) => machine.toBroker.swallow(now)
  )

const cut = (role: Role, to: "toDatabase" | "toBroker"): Trouble => ({
  name: `${role}: its connections to the ${to === "toBroker" ? "broker" : "database"} are cut`,
  isOutage: false,
  wantedMs: null,
  strike: async (place) => {
    const machine = await ownerOf(place, role)
    machine[to].cut()
    return null
  }
})

/** Nobody reaches the broker. */
const brokerUnreachable = (ms: number): Trouble => ({
  name: `nobody reaches the broker for ${ms / 1_000} s`,
  isOutage: ms > 2_000,
  wantedMs: null,
  strike: async ({ fleet }) => {
    for (const { toBroker } of fleet.machines) toBroker.shut(true)
    await pause(ms)
    for (const { toBroker } of fleet.machines) toBroker.shut(false)
    return null
  }
})

const withServers = (name: string, isOutage: boolean, strike: (servers: OwnServers) => Promise<void>): Trouble => ({
  name,
  isOutage,
  wantedMs: null,
  strike: async ({ servers }) => {
    if (servers !== null) await strike(servers)
    return null
  }
})

const ofServers: ReadonlyArray<Trouble> = [
  withServers("RabbitMQ: stop_app, start_app", true, async ({ broker }) => {
    await broker.stopApp()
    await broker.startApp()
  }),
  withServers("RabbitMQ: SIGKILL, started again", true, async ({ broker }) => {
    await broker.kill()
    await broker.start()
  }),
  withServers("RabbitMQ: every queue purged", false, ({ broker }) => broker.purge()),
  withServers("PostgreSQL: SIGQUIT, started again", true, async ({ database }) => {
    await database.stopImmediately()
    await database.start()
  })
]

/** For a short run, on servers that others use as well. */
export const someTroubles: ReadonlyArray<Trouble> = [
  endedBy("worker", "SIGKILL"),
  endedBy("connector", "SIGKILL"),
  endedBy("callback", "SIGKILL"),
  frozen("worker"),
  brokerUnreachable(1_000),
  cut("connector", "toDatabase")
]

export const allTroubles: ReadonlyArray<Trouble> = [
  ...(["worker", "connector", "callback"] as const).flatMap((role) => [
    endedBy(role, "SIGKILL"),
    endedBy(role, "SIGTERM"),
    frozen(role),
    offDatabase(role),
    offBroker(role),
    cut(role, "toDatabase"),
    cut(role, "toBroker")
  ]),
  brokerUnreachable(1_500),
  ...ofServers
]
