/** A migrated database of its own for a group of tests, on whatever Postgres can be had. */
import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, describe } from "vitest"
import type { Sql } from "../database/pool.ts"
import { findServer } from "./find-server.ts"
import { migratedDatabase, onServer, urlOf } from "./migrated-database.ts"

export interface TestDatabase {
  /** Only inside of tests and hooks. */
  readonly url: () => string
}

export interface TestDatabaseOptions {
  /** Without any table. */
  readonly bare?: boolean
}

/** Files of tests that share their modules come to it one after another; between two of them it may be stopped. */
let server = await findServer()
let isOpen = true
/** Groups of the file that need it; one within another group is over before the others. */
let users = 0

const open = async (): Promise<void> => {
  users++
  if (isOpen) return
  server = await findServer()
  isOpen = true
}

const leave = async (): Promise<void> => {
  if (--users > 0) return
  isOpen = false
  await server.close()
}

/** A `describe` whose tests get a fresh database; skipped by name where no Postgres can be had. */
export const describePostgres = (
  name: string,
  tests: (database: TestDatabase) => void,
  { bare = false }: TestDatabaseOptions = {}
): void => {
  // Of whatever this group is in, so that no group after it has to come back.
  beforeAll(open)
  afterAll(leave)
  const admin = (): string => server.url ?? ""
  const today = `${prefix}${Math.floor(Date.now() / dayMs)}_`
  const database = `${today}${randomBytes(6).toString("hex")}`
  const title = server.url === null ? `${name} (skipped: ${server.problem})` : name
  describe.skipIf(server.url === null)(`${title}`, () => {
    beforeAll(async () => {
      await onServer(admin(), dropOld)
      const template = bare ? "template0" : await migratedDatabase(admin(), today)
      await onServer(admin(), (sql) => sql`create database ${sql(database)} template ${sql(template)} encoding 'UTF8'`)
    })
    afterAll(() => onServer(admin(), (sql) => sql`drop database if exists ${sql(database)} with (force)`))
    tests({ url: () => urlOf(admin(), database) })
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
