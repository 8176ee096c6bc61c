/** What is done by the clock, and its runs, as admins read them. */
import type { JobRun, JobStanding } from "@znatoki/ports/jobs"
import { DateTime, Schema } from "effect"

export const JobNameText = Schema.String.check(Schema.isPattern(/^[a-z][a-z-]{0,49}$/))
export const RunIdText = Schema.String.check(Schema.isPattern(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/))
export const RunStateText = Schema.Literals(["waiting", "running", "done", "failed"])

const Moment = Schema.NullOr(Schema.String)

export const JobJson = Schema.Struct({
  name: Schema.String,
  /** Five fields, by Moscow time. */
  cron: Schema.String,
  next: Moment,
  waiting: Schema.Natural,
  running: Schema.Natural,
  failed: Schema.Natural,
  /** Null: never, as far as is remembered. */
  lastDone: Moment
})

export const JobsJson = Schema.Struct({ items: Schema.Array(JobJson) })

export const JobRunJson = Schema.Struct({
  id: Schema.String,
  job: Schema.String,
  state: RunStateText,
  /** How often it was begun. */
  attempts: Schema.Natural,
  madeAt: Schema.String,
  beganAt: Moment,
  endedAt: Moment,
  error: Schema.NullOr(Schema.String),
  /** Figures by name. */
  result: Schema.NullOr(Schema.Record(Schema.String, Schema.Finite))
})

const iso = (atMs: number): string => DateTime.formatIso(DateTime.makeUnsafe(atMs))
const isoOrNull = (atMs: number | null): string | null => (atMs === null ? null : iso(atMs))

export const jobJson = ({ lastDoneAtMs, nextAtMs, ...standing }: JobStanding): typeof JobJson.Type => ({
  ...standing,
  next: isoOrNull(nextAtMs),
  lastDone: isoOrNull(lastDoneAtMs)
})

export const jobRunJson = ({ beganAtMs, endedAtMs, madeAtMs, ...run }: JobRun): typeof JobRunJson.Type => ({
  ...run,
  madeAt: iso(madeAtMs),
  beganAt: isoOrNull(beganAtMs),
  endedAt: isoOrNull(endedAtMs)
})
