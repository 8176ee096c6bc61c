/** Parking on Postgres. */
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { type Failure, type Parked, Parking, type WaitingTask, waitingMax } from "@znatoki/ports/parking"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { Mine } from "../database/mine.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const ReleaseText = Schema.Literals(["retry", "skip"])

const SummaryRow = Schema.Struct({
  conversation: ConversationId,
  source: SourceId,
  error: Schema.String,
  failedAtMs: Schema.Int,
  sinceMs: Schema.Int,
  waiting: Schema.Int,
  dropped: Schema.Int,
  release: Schema.NullOr(ReleaseText)
})

const WholeRow = Schema.Struct({
  ...SummaryRow.fields,
  task: Schema.NullOr(Schema.String),
  snapshot: Schema.NullOr(Schema.String),
  version: Schema.NullOr(Schema.Int)
})

const parkedOf = ({ snapshot, version, ...row }: typeof WholeRow.Type): Parked => ({
  ...row,
  met: snapshot === null || version === null ? null : { snapshot, version }
})

const ReleasedRow = Schema.Struct({
  conversation: ConversationId,
  source: SourceId,
  task: Schema.NullOr(Schema.String),
  sinceMs: Schema.Int,
  release: ReleaseText
})

const ConversationRow = Schema.Struct({ conversation: ConversationId })
const TaskRow = Schema.Struct({ source: SourceId, task: Schema.String })
const FreeRow = Schema.Struct({ free: Schema.Boolean })

const namesOf = (rows: ReadonlyArray<typeof ConversationRow.Type>) =>
  new Set(rows.map(({ conversation }) => conversation))

const summaryColumns = (sql: Sql) =>
  sql`p.conversation, p.source, p.error, p.failed_at_ms as "failedAtMs", p.since_ms as "sinceMs", p.dropped, p.release,
      (select count(*) from parked_tasks t where t.conversation = p.conversation and t.source <> p.source)::int as waiting`

/** The text of the task that failed, as long as it is not done. */
const failedTask = (sql: Sql) =>
  sql`(select t.task::text from parked_tasks t where t.conversation = p.conversation and t.source = p.source) as task`

export const layer: Layer.Layer<Parking, never, Database> = Layer.effect(
  Parking,
  Effect.gen(function* () {
    const { rows, run } = yield* Database
    const mine = yield* Mine
    const names = (operation: string, query: Parameters<typeof run>[1]) =>
      Effect.map(rows(operation, ConversationRow, query), namesOf)
    return {
      park: (batch) => (batch.length === 0 ? Effect.void : run("park", (sql) => parkStatement(sql, batch))),

      append: (tasks) =>
        tasks.length === 0
          ? Effect.succeed(new Set())
          : names("append parked tasks", (sql) => appendStatement(sql, tasks)),

      parked: (slice) =>
        names(
          "parked conversations",
          (sql) => sql`select conversation from parked where partition = any(${[...slice]}::smallint[]) ${mine(sql)}`
        ),

      list: (after, limit) =>
        rows(
          "list parked",
          SummaryRow,
          (sql) =>
            sql`select ${summaryColumns(sql)} from parked p where p.conversation > ${after ?? ""}
              order by p.conversation limit ${limit}`
        ),

      get: (conversation) =>
        Effect.map(
          rows(
            "show parked",
            WholeRow,
            (sql) =>
              sql`select ${summaryColumns(sql)}, ${failedTask(sql)}, p.snapshot::text, p.version
                from parked p where p.conversation = ${conversation}`
          ),
          ([row]) => (row === undefined ? null : parkedOf(row))
        ),

      release: (conversation, way) =>
        Effect.map(
          names(
            "release parked",
            (sql) => sql`update parked set release = ${way} where conversation = ${conversation} returning conversation`
          ),
          (found) => found.size > 0
        ),

      released: (slice, limit) =>
        rows(
          "released conversations",
          ReleasedRow,
          (sql) =>
            sql`select p.conversation, p.source, p.since_ms as "sinceMs", p.release, ${failedTask(sql)} from parked p
              where p.release is not null and p.partition = any(${[...slice]}::smallint[]) ${mine(sql)}
              order by p.conversation limit ${limit}`
        ),

      waiting: (conversation, limit) =>
        rows(
          "parked tasks",
          TaskRow,
          (sql) =>
            sql`select source, task::text from parked_tasks where conversation = ${conversation}
              order by position limit ${limit}`
        ),

      clear: (conversation, source) =>
        Effect.map(
          rows("clear parked task", FreeRow, (sql) => clearStatement(sql, conversation, source)),
          ([row]) => row?.free ?? true
        )
    }
  })
)

/** The lock keeps a conversation from being freed meanwhile. */
const appendStatement = (sql: Sql, tasks: Parameters<Parking["Service"]["append"]>[0]) => sql`
  with given as (
    ${given(sql, tasks)}
  ),
  held as (
    select conversation,
      (select count(*) from parked_tasks t where t.conversation = p.conversation and t.source <> p.source) as waiting
    from parked p where conversation in (select conversation from given)
    order by conversation for update
  ),
  fresh as (
    select g.*, waiting + row_number() over (partition by conversation order by g.n) <= ${waitingMax}::bigint as has_room
    from held join given g using (conversation)
    where not exists (select from parked_tasks t where t.conversation = g.conversation and t.source = g.source)
  ),
  kept as (
    insert into parked_tasks (conversation, source, task)
    select conversation, source, task::json from fresh where has_room order by n
    on conflict (conversation, source) do nothing
  ),
  counted as (
    update parked p set dropped = p.dropped + f.more
    from (select conversation, count(*) as more from fresh where not has_room group by conversation) f
    where p.conversation = f.conversation
  )
  select conversation from held`

/** Each source once, as first given. */
const given = (sql: Sql, tasks: ReadonlyArray<WaitingTask & { readonly conversation: ConversationId }>) => sql`
    select distinct on (conversation, source) conversation, source, task, n
    from unnest(
      ${tasks.map((each) => each.conversation)}::text[],
      ${tasks.map((each) => storable(each.source))}::text[],
      ${tasks.map((each) => each.task)}::text[]
    ) with ordinality as g(conversation, source, task, n)
    order by conversation, source, n`

const parkStatement = (sql: Sql, batch: ReadonlyArray<Failure>) => sql`
  with given as (
    select * from unnest(
      ${batch.map((each) => each.conversation)}::text[],
      ${batch.map((each) => partitionOf(each.conversation))}::smallint[],
      ${batch.map((each) => storable(each.source))}::text[],
      ${batch.map((each) => each.task)}::text[],
      ${batch.map((each) => storable(each.error))}::text[],
      ${batch.map((each) => each.met?.snapshot ?? null)}::text[],
      ${batch.map((each) => each.met?.version ?? null)}::bigint[],
      ${batch.map((each) => each.atMs)}::bigint[],
      ${batch.map((each) => each.sinceMs)}::bigint[]
    ) as g(conversation, partition, source, task, error, snapshot, version, at_ms, since_ms)
  ),
  failed as (
    insert into parked as p (conversation, partition, source, error, snapshot, version, failed_at_ms, since_ms)
    select conversation, partition, source, error, snapshot::json, version, at_ms, since_ms from given
    order by conversation
    on conflict (conversation) do update set source = excluded.source, error = excluded.error,
      snapshot = excluded.snapshot, version = excluded.version, failed_at_ms = excluded.failed_at_ms, release = null
      where p.release is not null
  )
  insert into parked_tasks (conversation, source, task)
  select conversation, source, task::json from given
  on conflict (conversation, source) do nothing`

const clearStatement = (sql: Sql, conversation: ConversationId, source: SourceId) => sql`
  with cleared as (
    delete from parked_tasks where conversation = ${conversation} and source = ${storable(source)}
  ),
  freed as (
    delete from parked p
    where p.conversation = ${conversation} and p.release is not null and not exists (
      select from parked_tasks t where t.conversation = p.conversation and t.source <> ${storable(source)}
    )
    returning p.conversation
  )
  select not exists (select from parked where conversation = ${conversation}) or exists (select from freed) as free`
