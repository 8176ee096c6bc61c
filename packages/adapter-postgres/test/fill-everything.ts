/** Thousands of rows in every table, whatever its columns are: nothing anybody would say, but as many and as different as in years. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly mayBeNull: boolean
}

/** The `n`th value of a type. */
const values: Readonly<Record<string, string>> = {
  text: "'x' || n",
  int2: "(n % 1000)::int2",
  int4: "n::int4",
  int8: "n::int8",
  float8: "n::float8",
  bool: "n % 50 = 0",
  json: "'{}'::json",
  jsonb: "'{}'::jsonb",
  bytea: "decode(lpad(to_hex(n), 64, '0'), 'hex')",
  uuid: "md5(n::text)::uuid",
  date: "'2026-01-01'::date + n::integer % 300",
  timestamptz: "now()",
  _text: "array['x' || n]",
  _int8: "array[n]::int8[]",
  _int2: "array[n % 5]::int2[]",
  _int4: "array[n]::int4[]"
}

/** What need not be there mostly is not. */
const valueOf = ({ mayBeNull, name, table, type }: Column): string => {
  const value = values[type]
  if (value === undefined) throw new Error(`no value is known for ${type}, which ${table}.${name} is`)
  return mayBeNull ? `case when n % 10 = 0 then ${value} end` : value
}

/** All that is in the tables is gone, and their rules with it: for a database that nobody plays on. */
export const fillEverything = async (
  sql: Sql,
  count: number,
  few: ReadonlySet<string>
): Promise<ReadonlyArray<string>> => {
  const columns = await sql<ReadonlyArray<Column>>`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as "mayBeNull"
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> 'migrations'
    order by c.relname, a.attnum`
  const tables = Map.groupBy(columns, ({ table }) => table)
  const names = [...tables.keys()]
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    const rules = await tx<ReadonlyArray<{ readonly table: string; readonly name: string }>>`
      select conrelid::regclass::text as table, conname as name from pg_constraint
      where connamespace = 'public'::regnamespace and contype = 'c' and coninhcount = 0 and conrelid <> 0`
    for (const { name, table } of rules) await tx.unsafe(`alter table ${table} drop constraint "${name}"`)
    await tx.unsafe(`truncate ${names.join(", ")}`)
    for (const [table, own] of tables) {
      const into = own.map(({ name }) => `"${name}"`).join(", ")
      const rows = few.has(table) ? 1 : count
      await tx.unsafe(
        `insert into ${table} (${into}) overriding system value
         select ${own.map(valueOf).join(", ")} from generate_series(1, ${rows}) n on conflict do nothing`
      )
    }
  })
  await sql`vacuum analyze`
  return names
}
