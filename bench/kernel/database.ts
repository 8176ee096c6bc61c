/** Databases of this run: made on whatever Postgres can be had, shown to be durable, dropped afterwards. */
import { resolveDatabase } from "@znatoki/adapter-postgres/database/connect"
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { poolOf, serverPoolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { Effect, Exit, Redacted, Scope } from "effect"
import { randomBytes } from "node:crypto"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface Server {
  readonly version: string
  readonly settings: Readonly<Record<string, string>>
  /** An empty database, or a copy of one that nobody is connected to. */
  readonly create: (label: string, template?: string) => Promise<BenchDatabase>
  /** Drops what was created. */
  readonly close: () => Promise<void>
}

export interface BenchDatabase {
  readonly name: string
  readonly url: string
}

const usual = "postgres://postgres@127.0.0.1:5432/test"

/** Whatever is off here would make every figure of this run a lie. */
const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" } as const
const told = ["shared_buffers", "max_wal_size", "wal_compression", "checkpoint_timeout", "wal_sync_method"]

export const findServer = async (): Promise<Server> => {
  const scope = Scope.makeUnsafe()
  const dataDir = join(tmpdir(), `znatoki-bench-${process.getuid?.() ?? "user"}`)
  const given = process.env["DATABASE_URL"]
  const embedded = resolveDatabase({ databaseUrl: null, dataDir })
  const wanted =
    given === undefined
      ? resolveDatabase({ databaseUrl: usual, dataDir }).pipe(Effect.catch(() => embedded))
      : resolveDatabase({ databaseUrl: given, dataDir })
  const { url } = await Effect.runPromise(Scope.provide(wanted, scope))
  const admin = serverPoolOf(url)
  const settings = await settingsOf(admin)
  const made: Array<string> = []
  const run = randomBytes(4).toString("hex")
  return {
    version: settings["server_version"] ?? "?",
    settings,
    create: async (label, template) => {
      const name = `znatoki_bench_${run}_${label}`
      if (template === undefined) await admin`create database ${admin(name)} template template0 encoding 'UTF8'`
      else await admin`create database ${admin(name)} template ${admin(template)}`
      made.push(name)
      return { name, url: urlOf(Redacted.value(url), name) }
    },
    close: async () => {
      for (const name of made) await admin`drop database if exists ${admin(name)} with (force)`
      await admin.end({ timeout: 5 })
      await Effect.runPromise(Scope.close(scope, Exit.void))
    }
  }
}

const settingsOf = async (sql: Sql): Promise<Readonly<Record<string, string>>> => {
  const names = [...Object.keys(durable), ...told, "server_version"]
  const rows = await sql<ReadonlyArray<{ readonly name: string; readonly value: string }>>`
    select name, current_setting(name) as value from pg_settings where name = any(${names}::text[])`
  const settings = Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  for (const [name, value] of Object.entries(durable)) {
    if (settings[name] !== value)
      throw new Error(`the server has ${name} ${settings[name]}: commits would not be durable`)
  }
  return settings
}

const urlOf = (server: string, database: string): string => {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

export const migrated = async (database: BenchDatabase): Promise<BenchDatabase> => {
  await withSql(database, 1, migrate)
  return database
}

export const withSql = async <A>(
  { url }: BenchDatabase,
  connections: number,
  work: (sql: Sql) => PromiseLike<A>
): Promise<A> => {
  const sql = poolOf(Redacted.make(url), connections)
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
