/** Brings a database up to what this version of the program needs. Safe when several processes start at once. */
import { readdir, readFile } from "node:fs/promises"
import { Schema } from "effect"
import { bringOwnQuestions } from "../questions/own-questions.ts"
import type { Sql } from "./pool.ts"
import { inTransaction, type Tx } from "./in-transaction.ts"

/** A later version of the program changed the database so that this one cannot work with it. */
export class DatabaseTooNew extends Schema.TaggedError<DatabaseTooNew>()("DatabaseTooNew", {
  migrations: Schema.Array(Schema.String),
  advice: Schema.String
}) {}

interface Migration {
  readonly name: string
  /** Earlier versions of the program do not work with the database afterwards. */
  readonly breaking: boolean
  /** Takes away what the version before relies on: see `dueOf`. */
  readonly later: boolean
  readonly up: (tx: Tx) => Promise<unknown>
}

const folder = new URL("../../migrations/", import.meta.url)

/** Any fixed number that nobody else takes for an advisory lock. */
const lock = 7_305_112_024

/** Migrations that are not SQL alone, by name; they run in their place between the files. */
const programs: ReadonlyArray<Migration> = ["0002_own_questions", "0009_own_questions_2"].map((name) => ({
  name,
  breaking: false,
  later: false,
  up: bringOwnQuestions
}))

export interface MigrateOptions {
  /** Nobody of an earlier version is left: what waits for that is applied too. */
  readonly now?: boolean
}

/** Names what was applied now. All of it is applied in one transaction, or nothing. */
export const migrate = (sql: Sql, { now = false }: MigrateOptions = {}): Promise<ReadonlyArray<string>> =>
  inTransaction(sql, async (tx) => {
    await tx`set local statement_timeout = 0`
    await tx`select pg_advisory_xact_lock(${lock})`
    if ((await ownershipOf(tx)) === "no table") {
      await tx`
        create table migrations (
          name text primary key,
          breaking boolean not null,
          applied_at timestamptz not null default now()
        )`
    }
    const known = await migrationsOfThisVersion()
    await refuseTooNew(tx, known)
    const due = await dueOf(tx, known, now)
    if (await areApplied(tx, due)) return []
    const applied = await (await runnerOf(tx, due)).up()
    return applied.map(({ name }) => name)
  })

export interface Level {
  /** What this version would apply now. */
  readonly missing: ReadonlyArray<string>
  /** What a later version has applied, and this one does not know. */
  readonly newer: ReadonlyArray<string>
}

/** How far a database is from what this version of the program needs. Changes nothing. */
export const levelOf = (sql: Sql): Promise<Level> =>
  inTransaction(sql, async (tx) => {
    const known = await migrationsOfThisVersion()
    if ((await ownershipOf(tx)) === "no table") return { missing: known.map(({ name }) => name), newer: [] }
    const applied = new Set(await namesApplied(tx))
    const names = new Set(known.map(({ name }) => name))
    const due = await dueOf(tx, known)
    return {
      missing: due.map(({ name }) => name).filter((name) => !applied.has(name)),
      newer: [...applied].filter((name) => !names.has(name))
    }
  })

/** Whose the tables are. A bot or an admin API with a role of its own may use them and not change them. */
const ownershipOf = async (tx: Tx): Promise<"no table" | "ours" | "another's"> => {
  const [row] = await tx<ReadonlyArray<{ readonly ours: boolean }>>`
    select pg_has_role(relowner, 'usage') as ours from pg_class where oid = to_regclass('migrations')`
  if (row === undefined) return "no table"
  return row.ours ? "ours" : "another's"
}

const migrationsOfThisVersion = async (): Promise<ReadonlyArray<Migration>> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".sql"))
  const written = files.map(async (file): Promise<Migration> => {
    const text = await readFile(new URL(file, folder), "utf8")
    const marks = /^-- ([a-z, ]+)$/.exec(text.slice(0, text.indexOf("\n")))?.[1]?.split(", ") ?? []
    return {
      name: file.slice(0, -4),
      breaking: marks.includes("breaking"),
      later: marks.includes("later"),
      up: (tx) => tx.unsafe(text)
    }
  })
  return [...(await Promise.all(written)), ...programs].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** What a later version added does no harm, so that a deploy can be rolled back; what it broke stops us. */
const refuseTooNew = async (tx: Tx, known: ReadonlyArray<Migration>): Promise<void> => {
  const names = known.map(({ name }) => name)
  const rows = await tx<ReadonlyArray<{ readonly name: string }>>`
    select name from migrations where breaking and name <> all(${names}::text[]) order by name`
  if (rows.length === 0) return
  throw new DatabaseTooNew({
    migrations: rows.map(({ name }) => name),
    advice: "The database was changed by a later version of the program; start that version, or restore a backup."
  })
}

/**
 * One that is marked `later` waits until all before it are a day old: a process of the version before, or one that was
 * rolled back to, may run until then. In a new database nothing else runs.
 */
const dueOf = async (tx: Tx, known: ReadonlyArray<Migration>, now = false): Promise<ReadonlyArray<Migration>> => {
  const rows = await tx<ReadonlyArray<{ readonly name: string; readonly old: boolean }>>`
    select name, applied_at < now() - interval '1 day' as old from migrations`
  if (rows.length === 0) return known
  const applied = new Set(rows.map(({ name }) => name))
  // What can wait waits for the owner.
  if ((await ownershipOf(tx)) === "another's") return known.filter(({ later, name }) => !later || applied.has(name))
  if (now) return known
  const old = new Set(rows.filter((row) => row.old).map(({ name }) => name))
  return known.filter(
    ({ later, name }) =>
      !later || applied.has(name) || known.every((other) => other.name >= name || old.has(other.name))
  )
}

const namesApplied = async (tx: Tx): Promise<ReadonlyArray<string>> => {
  const rows = await tx<ReadonlyArray<{ readonly name: string }>>`select name from migrations order by name`
  return rows.map(({ name }) => name)
}

const areApplied = async (tx: Tx, due: ReadonlyArray<Migration>): Promise<boolean> => {
  const applied = new Set(await namesApplied(tx))
  return due.every(({ name }) => applied.has(name))
}

/** Loaded where there is something to apply: it brings a hundred and fifty modules, and most starts find nothing. */
const runnerOf = async (tx: Tx, known: ReadonlyArray<Migration>) => {
  const { Umzug } = await import("umzug")
  return new Umzug({
    logger: undefined,
    migrations: known.map(({ name, up }) => ({ name, up: () => up(tx) })),
    storage: {
      executed: async () => [...(await namesApplied(tx))],
      logMigration: async ({ name }) => {
        const breaking = known.find((migration) => migration.name === name)?.breaking ?? false
        await tx`insert into migrations (name, breaking) values (${name}, ${breaking})`
      },
      unlogMigration: () => Promise.reject(new Error("migrations only go forward"))
    }
  })
}
