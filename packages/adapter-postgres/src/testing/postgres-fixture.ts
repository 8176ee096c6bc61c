/** A migrated database of its own for a group of tests, on whatever Postgres can be had. */
import { randomBytes } from "node:crypto"
import { Redacted } from "effect"
import { afterAll, beforeAll, describe } from "vitest"
import { migrate } from "../database/migrate.ts"
import { poolOf, serverPoolOf, type Sql } from "../database/pool.ts"
import { findServer } from "./find-server.ts"

export interface TestDatabase {
  /** Only inside of tests and hooks. */
  readonly url: () => string
}

export interface TestDatabaseOptions {
  /** Without any table. */
  readonly bare?: boolean
}

const server = await findServer()
afterAll(() => server.close())

/** A `describe` whose tests get a fresh database; skipped by name where no Postgres can be had. */
export const describePostgres = (
  name: string,
  tests: (database: TestDatabase) => void,
  { bare = false }: TestDatabaseOptions = {}
): void => {
  const admin = server.url ?? ""
  const database = `${prefix}${Math.floor(Date.now() / dayMs)}_${randomBytes(6).toString("hex")}`
  const url = server.url === null ? "" : urlOf(admin, database)
  const title = server.url === null ? `${name} (skipped: ${server.problem})` : name
  describe.skipIf(server.url === null)(`${title}`, () => {
    beforeAll(async () => {
      await onServer(admin, dropOld)
      await onServer(admin, (sql) => sql`create database ${sql(database)} template template0 encoding 'UTF8'`)
      if (!bare) await once(poolOf(Redacted.make(url), 1), migrate)
    })
    afterAll(() => onServer(admin, (sql) => sql`drop database if exists ${sql(database)} with (force)`))
    tests({ url: () => url })
  })
}

const prefix = "znatoki_test_"
const dayMs = 86_400_000

/** Runs that were killed left theirs; the name tells the day. */
const dropOld = async (sql: Sql): Promise<void> => {
  const names = await sql<ReadonlyArray<{ readonly datname: string }>>`
    select datname from pg_database where starts_with(datname, ${prefix})`
  for (const { datname } of names) {
    const day = Number.parseInt(datname.slice(prefix.length), 10)
    if (day < Math.floor(Date.now() / dayMs) - 1) await sql`drop database if exists ${sql(datname)} with (force)`
  }
}

const urlOf = (admin: string, database: string): string => {
  const url = new URL(admin)
  url.pathname = `/${database}`
  return url.href
}

const onServer = (url: string, work: (sql: Sql) => PromiseLike<unknown>): Promise<void> =>
  once(serverPoolOf(Redacted.make(url)), work)

const once = async (sql: Sql, work: (sql: Sql) => PromiseLike<unknown>): Promise<void> => {
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
