/** How old the last good run of each job is, how late what waits, and how many were given up: read from the table of all processes. */
import { Effect, Metric, Schema } from "effect"
import type { PgBoss } from "pg-boss"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { schema } from "./boss.ts"
import type { Measures } from "./measured.ts"

const Row = Schema.Struct({
  name: Schema.String,
  age: Schema.NullOr(Schema.Number),
  late: Schema.Number,
  failed: Schema.Number
})
const readRows = Schema.decodeUnknownSync(Schema.Array(Row))

const standings = `
  select q.name,
    extract(epoch from now() - (select max(completed_on) from ${schema}.job d where d.name = q.name and d.state = 'completed'))::float8 as age,
    coalesce(extract(epoch from now() - (
      select min(start_after) from ${schema}.job w where w.name = q.name and w.state in ('created', 'retry', 'active')
    )), 0)::float8 as late,
    (select count(*) from ${schema}.job f where f.name = q.name and f.state = 'failed')::float8 as failed
  from unnest($1::text[]) as q(name)`

export const watchAges = (boss: PgBoss, measures: ReadonlyMap<string, Measures>) =>
  Effect.gen(function* () {
    const rows = yield* Effect.tryPromise({
      try: async () => readRows((await boss.getDb().executeSql(standings, [[...measures.keys()]])).rows),
      catch: (cause) => new StoreUnavailable({ operation: "look at the jobs", cause })
    })
    for (const { age, failed, late, name } of rows) {
      const its = measures.get(name)
      if (its === undefined) continue
      yield* Metric.update(its.age, age ?? 0)
      yield* Metric.update(its.late, Math.max(0, late))
      yield* Metric.update(its.givenUp, failed)
    }
  })
