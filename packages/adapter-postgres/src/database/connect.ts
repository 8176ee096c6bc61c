/** Which database the program uses: the one it was told of, or the embedded one; checked before it is relied on. */
import { Effect, Redacted, Schema, type Scope } from "effect"
import { startEmbeddedServer } from "@znatoki/embedded-postgres-server/embedded-server"
import { openPool } from "./pool.ts"
import { codeOf } from "@znatoki/embedded-postgres-server/error-code"

export class DatabaseUnusable extends Schema.TaggedError<DatabaseUnusable>()("DatabaseUnusable", {
  /** One or two sentences: what is wrong and what to do. Without the password. */
  advice: Schema.String
}) {
  override get message(): string {
    return this.advice
  }
}

export interface DatabaseOptions {
  /** `DATABASE_URL`; null: the embedded server. */
  readonly databaseUrl: Redacted.Redacted<string> | string | null
  /** Where the embedded server keeps its data. */
  readonly dataDir: string
}

export interface ResolvedDatabase {
  readonly url: Redacted.Redacted<string>
  readonly embedded: boolean
}

export const resolveDatabase = Effect.fn("resolveDatabase")(function* ({
  databaseUrl,
  dataDir
}: DatabaseOptions): Effect.fn.Return<ResolvedDatabase, DatabaseUnusable, Scope.Scope> {
  if (databaseUrl === null) {
    const { url } = yield* startEmbeddedServer({ dataDir }).pipe(
      Effect.mapError(({ message }) => new DatabaseUnusable({ advice: message }))
    )
    return { url, embedded: true }
  }
  const url = typeof databaseUrl === "string" ? Redacted.make(databaseUrl) : databaseUrl
  const place = placeOf(Redacted.value(url))
  if (place === null) return yield* new DatabaseUnusable({ advice: badUrl })
  yield* check(url, place)
  return { url, embedded: false }
})

const example = "postgres://user:password@host:5432/database"
const badUrl =
  `DATABASE_URL is not the address of a PostgreSQL database; it looks like ${example}, ` +
  "with special characters of the password written as %XX."

interface Place {
  readonly host: string
  readonly database: string
  readonly user: string
}

/** What of the address may be shown; null if it is none. */
const placeOf = (text: string): Place | null => {
  try {
    const url = new URL(text)
    if (!["postgres:", "postgresql:"].includes(url.protocol)) return null
    const user = decodeURIComponent(url.username)
    decodeURIComponent(url.password)
    return { host: url.host, database: decodeURIComponent(url.pathname.slice(1)) || user, user }
  } catch {
    return null
  }
}

const oldestMajor = 14

const check = Effect.fnUntraced(function* (url: Redacted.Redacted<string>, place: Place) {
  const major = yield* Effect.scoped(askVersion(url)).pipe(
    // What is no PostgreSQL may take the connection and never say anything that makes sense.
    Effect.timeoutOrElse({ duration: "6 seconds", orElse: () => Effect.fail({ code: "CONNECT_TIMEOUT" }) }),
    Effect.mapError((cause) => new DatabaseUnusable({ advice: adviceFor(cause, place) }))
  )
  if (major >= oldestMajor) return
  return yield* new DatabaseUnusable({
    advice: `DATABASE_URL leads to PostgreSQL ${major}; use PostgreSQL ${oldestMajor} or later.`
  })
})

const askVersion = Effect.fnUntraced(function* (url: Redacted.Redacted<string>) {
  const pool = yield* openPool(url, 1)
  const [row] = yield* Effect.tryPromise({
    try: () =>
      pool.sql<ReadonlyArray<{ readonly version: number }>>`
        select current_setting('server_version_num')::integer as version`,
    catch: (cause) => cause
  })
  return Math.floor((row?.version ?? 0) / 10_000)
})

const adviceFor = (cause: unknown, { database, host, user }: Place): string => {
  const code = codeOf(cause)
  switch (code) {
    case "ECONNREFUSED":
      return `Nothing listens at ${host}: start PostgreSQL there, or correct DATABASE_URL.`
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host of DATABASE_URL (${host}) is not known: correct it.`
    case "CONNECT_TIMEOUT":
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `No PostgreSQL answers at ${host}: correct DATABASE_URL, or let this machine through to it.`
    case "28P01":
      return `PostgreSQL at ${host} refuses the password of the user «${user}»: correct DATABASE_URL.`
    case "28000":
      return `PostgreSQL at ${host} does not let «${user}» in: correct DATABASE_URL, or allow them in pg_hba.conf.`
    case "3D000":
      return `There is no database «${database}» at ${host}: create it (createdb), or correct DATABASE_URL.`
    case "42501":
      return `The user «${user}» may not use the database «${database}» at ${host}: grant it, or take another user.`
    case "53300":
      return `PostgreSQL at ${host} takes no more connections: close some, or raise max_connections.`
    default:
      return `The database at ${host} cannot be used (${code === "" ? "no answer" : code}): correct DATABASE_URL.`
  }
}
