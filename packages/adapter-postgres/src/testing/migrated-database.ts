/** A database that is migrated once, and copied for every group of tests: a copy takes a tenth of the time. */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { Redacted } from "effect"
import { migrate } from "../database/migrate.ts"
import { poolOf, serverPoolOf, type Sql } from "../database/pool.ts"

const folder = new URL("../../migrations/", import.meta.url)

/** All that a migrated database comes of, but for the day it is made on. */
const sources = (): ReadonlyArray<URL> => [
  ...readdirSync(folder)
    .toSorted()
    .map((file) => new URL(file, folder)),
  new URL("../database/migrate.ts", import.meta.url),
  new URL("../questions/own-questions.ts", import.meta.url),
  new URL(import.meta.resolve("@znatoki/questions/own-pack")),
  new URL("../shipped/own.json", import.meta.resolve("@znatoki/questions/own-pack"))
]

const nameOf = (prefix: string): string => {
  const hash = createHash("sha256")
  for (const file of sources()) hash.update(readFileSync(file))
  return `${prefix}migrated_${hash.digest("hex").slice(0, 12)}`
}

/** Any fixed number that nobody else takes for an advisory lock. */
const lock = 7_305_112_027

/** Its name; on a server that has none it is made. `prefix`: by it old ones are known and dropped. */
export const migratedDatabase = async (admin: string, prefix: string): Promise<string> => {
  const name = nameOf(prefix)
  await onServer(admin, async (sql) => {
    await sql`select pg_advisory_lock(${lock})`
    const [known] = await sql`select from pg_database where datname = ${name}`
    if (known !== undefined) return
    // One whose maker died has another name.
    const begun = `${name}_begun`
    await sql`drop database if exists ${sql(begun)} with (force)`
    await sql`create database ${sql(begun)} template template0 encoding 'UTF8'`
    await once(poolOf(Redacted.make(urlOf(admin, begun)), 1), migrate)
    await sql`alter database ${sql(begun)} rename to ${sql(name)}`
  })
  return name
}

export const urlOf = (admin: string, database: string): string => {
  const url = new URL(admin)
  url.pathname = `/${database}`
  return url.href
}

export const onServer = (url: string, work: (sql: Sql) => PromiseLike<unknown>): Promise<void> =>
  once(serverPoolOf(Redacted.make(url)), work)

const once = async (sql: Sql, work: (sql: Sql) => PromiseLike<unknown>): Promise<void> => {
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
