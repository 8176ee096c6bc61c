/** Somebody else's way of making the same steps durable, each with the settings its documentation advises. */
import type { Commit } from "@znatoki/ports/game-store"
import type { BenchDatabase } from "./database.ts"

export interface Competitor {
  readonly name: string
  /** What one step of it stores, and with which settings. */
  readonly how: string
  readonly open: (where: BenchDatabase) => Promise<OpenCompetitor>
  /** How many steps a turn has: some two seconds. */
  readonly turn: number
}

export interface OpenCompetitor {
  /** What is not counted. */
  readonly prepare?: (steps: ReadonlyArray<Step>) => Promise<void>
  readonly run: (steps: ReadonlyArray<Step>) => Promise<void>
  readonly close: () => Promise<void>
}

/** One event of one conversation, and all that it changes. */
export interface Step {
  readonly id: string
  readonly conversation: string
  readonly version: number
  readonly events: ReadonlyArray<object>
  readonly state: object
  readonly outgoing: ReadonlyArray<object>
}

/** Each step is new in each turn: it has the number of the turn in its id. */
export const stepsOf = (commits: ReadonlyArray<Commit>): ReadonlyArray<Step> =>
  commits.map(({ log, next, outgoing }) => ({
    id: `${next.conversation}/${next.version}`,
    conversation: next.conversation,
    version: next.version,
    events: log.map(({ event }) => event),
    state: next.state,
    outgoing: outgoing.map(({ message }) => message)
  }))
