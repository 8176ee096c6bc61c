/**
 * The jobs as the desk sees them. Opened when somebody first asks, for most processes never are. What pg-boss has no question
 * for, the newest runs of all jobs, is read from its table.
 */
import { EpochMs } from "@znatoki/engine"
import {
  type JobRun,
  Jobs,
  type JobStanding,
  jobsZone,
  type RunFilter,
  type RunPlace,
  type RunState
} from "@znatoki/ports/jobs"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Layer, type Redacted, Schema, Scope } from "effect"
import type { PgBoss } from "pg-boss"
import { openBoss, schema } from "./boss.ts"

const Counts = Schema.Struct({
  name: Schema.String,
  cron: Schema.String,
  waiting: Schema.Number,
  running: Schema.Number,
  failed: Schema.Number,
  doneAtMs: Schema.NullOr(Schema.Number)
})
const readCounts = Schema.decodeUnknownSync(Schema.Array(Counts))

const counts = `
  select s.name, s.cron,
    count(*) filter (where j.state in ('created', 'retry'))::float8 as waiting,
    count(*) filter (where j.state = 'active')::float8 as running,
    count(*) filter (where j.state = 'failed')::float8 as failed,
    floor(extract(epoch from max(j.completed_on) filter (where j.state = 'completed')) * 1000)::float8 as "doneAtMs"
  from ${schema}.schedule s left join ${schema}.job j on j.name = s.name
  group by s.name, s.cron order by s.name`

const Result = Schema.Record(Schema.String, Schema.Number)
const readResult = Schema.decodeUnknownOption(Result)
const readFailure = Schema.decodeUnknownOption(Schema.Struct({ message: Schema.String }))

const Row = Schema.Struct({
  id: Schema.String,
  job: Schema.String,
  state: Schema.Literals(["created", "retry", "active", "completed", "cancelled", "failed"]),
  retries: Schema.Number,
  madeAtMs: EpochMs,
  beganAtMs: Schema.NullOr(EpochMs),
  endedAtMs: Schema.NullOr(EpochMs),
  output: Schema.NullOr(Schema.Unknown)
})
const readRows = Schema.decodeUnknownSync(Schema.Array(Row))

const stateOf: { readonly [S in (typeof Row.Type)["state"]]: RunState } = {
  created: "waiting",
  retry: "waiting",
  active: "running",
  completed: "done",
  cancelled: "failed",
  failed: "failed"
}

const statesOf = (state: RunState | null): ReadonlyArray<string> =>
  Object.entries(stateOf).flatMap(([theirs, ours]) => (state === null || state === ours ? [theirs] : []))

const runs = `
  select id::text as id, name as job, state::text as state, retry_count::float8 as retries,
    floor(extract(epoch from created_on) * 1000)::float8 as "madeAtMs",
    floor(extract(epoch from started_on) * 1000)::float8 as "beganAtMs",
    floor(extract(epoch from completed_on) * 1000)::float8 as "endedAtMs",
    output
  from ${schema}.job
  where name in (select name from ${schema}.schedule) and ($1::text is null or name = $1) and state::text = any($2::text[])
    and ($3::float8 is null or (floor(extract(epoch from created_on) * 1000), id::text) < ($3::float8, $4::text))
  order by floor(extract(epoch from created_on) * 1000) desc, id::text desc
  limit $5`

const runOf = ({ output, retries, state, ...row }: typeof Row.Type): JobRun => {
  const result = readResult(output)
  const failure = readFailure(output)
  const ours = stateOf[state]
  return {
    ...row,
    state: ours,
    attempts: row.beganAtMs === null ? 0 : retries + 1,
    result: ours === "done" && result._tag === "Some" ? result.value : null,
    error: ours !== "done" && failure._tag === "Some" ? failure.value.message : null
  }
}

const listed = async (boss: PgBoss): Promise<ReadonlyArray<JobStanding>> => {
  const rows = readCounts((await boss.getDb().executeSql(counts)).rows)
  return rows.map(({ doneAtMs, ...row }) => ({
    ...row,
    nextAtMs: boss.previewSchedule(row.cron, { tz: jobsZone, count: 1 })[0]?.getTime() ?? null,
    lastDoneAtMs: doneAtMs
  }))
}

const found = async (
  boss: PgBoss,
  { job, state }: RunFilter,
  before: RunPlace | null,
  limit: number
): Promise<ReadonlyArray<JobRun>> => {
  const values = [job, [...statesOf(state)], before?.madeAtMs ?? null, before?.id ?? null, limit]
  return readRows((await boss.getDb().executeSql(runs, values)).rows).map(runOf)
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

const again = async (boss: PgBoss, job: string, id: string): Promise<boolean> => {
  if (!(await isKnown(boss, job)) || !uuid.test(id)) return false
  const [run] = await boss.findJobs(job, { id })
  if (run?.state !== "failed") return false
  await boss.retry(job, id)
  return true
}

const isKnown = async (boss: PgBoss, job: string): Promise<boolean> =>
  (await listed(boss)).some(({ name }) => name === job)

const start = async (boss: PgBoss, job: string): Promise<boolean> => {
  if (!(await isKnown(boss, job))) return false
  await boss.send(job)
  return true
}

export const layer = ({ url }: { readonly url: Redacted.Redacted }): Layer.Layer<Jobs> =>
  Layer.effect(
    Jobs,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const open = openBoss({ url, connections: 1, schedule: false, supervise: false, onTrouble: () => undefined })
      const [opened, forget] = yield* Effect.cachedInvalidateWithTTL(Scope.provide(open, scope), "365 days")
      // What could not be opened is tried again with the next question.
      const boss = Effect.tapError(opened, () => forget)
      const ask = <A>(operation: string, question: (boss: PgBoss) => Promise<A>) =>
        Effect.flatMap(boss, (each) =>
          Effect.tryPromise({
            try: () => question(each),
            catch: (cause) => new StoreUnavailable({ operation, cause })
          })
        )
      return {
        list: () => ask("list the jobs", listed),
        runs: (filter, before, limit) => ask("list runs of jobs", (each) => found(each, filter, before, limit)),
        again: (job, id) => ask("run a job again", (each) => again(each, job, id)),
        start: (job) => ask("run a job now", (each) => start(each, job))
      }
    })
  )
