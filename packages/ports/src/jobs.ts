/** Port: what is done by the clock beside the games: which jobs there are, how their runs went, and how one is run once more. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** What is done, and when. Done twice it does no harm: a process may die between the work and the note that it is done. */
export interface Job<R = never> {
  readonly name: string
  /** Five fields, by Moscow time. */
  readonly cron: string
  /** Run once for a period in which nobody was there; else such a period is let go. */
  readonly catchUp: boolean
  /** How soon after its moment somebody takes it, at the latest. */
  readonly withinSeconds: number
  /** How many days a run is remembered. */
  readonly rememberedDays: number
  /** What came of it, in figures. */
  readonly work: Effect.Effect<Readonly<Record<string, number>>, StoreError, R>
}

/** The job whose results the desk shows as a page of their own: what was played the day before. */
export const dailyDigestName = "daily-digest"

/** The time zone that all jobs go by. */
export const jobsZone = "Europe/Moscow"

export type RunState = "waiting" | "running" | "done" | "failed"

export interface JobStanding {
  readonly name: string
  readonly cron: string
  /** Null: never again. */
  readonly nextAtMs: EpochMs | null
  readonly waiting: number
  readonly running: number
  readonly failed: number
  /** Null: never, as far as is remembered. */
  readonly lastDoneAtMs: EpochMs | null
}

export interface JobRun {
  readonly id: string
  readonly job: string
  readonly state: RunState
  /** How often it was begun. */
  readonly attempts: number
  readonly madeAtMs: EpochMs
  /** Null: nobody has begun it. */
  readonly beganAtMs: EpochMs | null
  /** Null: it is not over. */
  readonly endedAtMs: EpochMs | null
  /** What the last attempt failed of; null: it did not. */
  readonly error: string | null
  /** What came of it. */
  readonly result: Readonly<Record<string, number>> | null
}

export interface RunFilter {
  readonly job: string | null
  readonly state: RunState | null
}

/** Where a list of runs goes on. */
export type RunPlace = Pick<JobRun, "madeAtMs" | "id">

export class Jobs extends Context.Service<
  Jobs,
  {
    /** By name. */
    list(): Effect.Effect<ReadonlyArray<JobStanding>, StoreError>
    /** Newest first, after `before` (null: from the newest), at most `limit`. */
    runs(filter: RunFilter, before: RunPlace | null, limit: number): Effect.Effect<ReadonlyArray<JobRun>, StoreError>
    /** One that has failed waits to be run once more; false: there is no such run, or it has not failed. */
    again(job: string, id: string): Effect.Effect<boolean, StoreError>
    /** It is run now, beside its schedule; false: there is no such job. */
    start(job: string): Effect.Effect<boolean, StoreError>
  }
>()("@znatoki/ports/Jobs") {}
