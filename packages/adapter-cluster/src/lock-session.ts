/**
 * One session of PostgreSQL that holds advisory locks: what it wants, shared with all who want it, and what it owns, alone. The
 * server frees them when the session ends, whether the process died, stands still or was cut off.
 */
import { Effect, Redacted } from "effect"
import { createHash } from "node:crypto"
import postgres from "postgres"

/** Whoever is silent for so long is taken for dead: the server ends the session by itself. */
export const silenceMaxMs = 3_000

/** A lock is a number of 64 bits, in text, for it is larger than a number of ours may be. */
const keyOf = (what: "wants" | "owns", name: string): string =>
  createHash("sha256").update(`znatoki/${what}/${name}`).digest().readBigInt64BE().toString()

export const keysOf = (name: string) => ({ wants: keyOf("wants", name), owns: keyOf("owns", name) })

export interface HeldLock {
  readonly key: string
  readonly pid: number
}

export interface Look {
  /** Another one than before: the session is new, and holds nothing. */
  readonly me: number
  readonly locks: ReadonlyArray<HeldLock>
}

const open = (url: Redacted.Redacted) =>
  postgres(Redacted.value(url), {
    max: 1,
    // One connection is one session, and is kept.
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 3,
    fetch_types: false,
    prepare: false,
    onnotice: () => {},
    connection: {
      application_name: "znatoki owner",
      idle_session_timeout: silenceMaxMs,
      statement_timeout: silenceMaxMs
    }
  })

type Sql = ReturnType<typeof open>

const end = (one: Sql) => Effect.promise(() => one.end({ timeout: 1 }).catch(() => {}))

/** Never asked for two things at once. Whatever fails, the next question goes by a new session. */
export const openSession = (url: Redacted.Redacted) =>
  Effect.gen(function* () {
    let sql = open(url)
    yield* Effect.addFinalizer(() => Effect.suspend(() => end(sql)))
    const ask = <A>(query: (sql: Sql) => PromiseLike<A>) =>
      Effect.suspend(() => {
        const asked = sql
        return Effect.tryPromise({ try: () => query(asked), catch: (cause) => cause }).pipe(
          Effect.timeout(silenceMaxMs),
          Effect.tapError(() =>
            Effect.suspend(() => {
              sql = open(url)
              return Effect.forkDetach(end(asked))
            })
          )
        )
      })
    return {
      /** Who holds what in this database. */
      look: ask(async (sql): Promise<Look> => {
        const rows = await sql<
          ReadonlyArray<{ readonly me: number; readonly key: string | null; readonly pid: number }>
        >`
          select pg_backend_pid() as me, l.pid,
            ((l.classid::bigint << 32) | l.objid::bigint)::text as key
          from (select 1) as one left join pg_locks l
            on l.locktype = 'advisory' and l.objsubid = 1 and l.granted
              and l.database = (select oid from pg_database where datname = current_database())`
        const locks = rows.flatMap(({ key, pid }) => (key === null ? [] : [{ key, pid }]))
        return { me: rows[0]?.me ?? 0, locks }
      }),
      /** All who want it may hold it. */
      want: (keys: ReadonlyArray<string>) =>
        ask(
          (sql) =>
            sql`select pg_try_advisory_lock_shared(key::bigint) from unnest(string_to_array(${keys.join()}, ',')) as key`
        ),
      /** Which of them nobody else has; none where the session is another by now. */
      own: (me: number, keys: ReadonlyArray<string>) =>
        ask(async (sql) => {
          const rows = await sql<ReadonlyArray<{ readonly key: string; readonly got: boolean }>>`
            select key, pg_backend_pid() = ${me} and pg_try_advisory_lock(key::bigint) as got
            from unnest(string_to_array(${keys.join()}, ',')) as key`
          return rows.flatMap(({ got, key }) => (got ? [key] : []))
        }),
      leave: ({ owns, wants }: Readonly<Record<"owns" | "wants", ReadonlyArray<string>>>) =>
        Effect.asVoid(
          ask(
            (sql) => sql`
            select pg_advisory_unlock(key::bigint) from unnest(string_to_array(${owns.join()}, ',')) as key
            union all
            select pg_advisory_unlock_shared(key::bigint) from unnest(string_to_array(${wants.join()}, ',')) as key`
          )
        )
    }
  })

export type LockSession = Effect.Success<ReturnType<typeof openSession>>
