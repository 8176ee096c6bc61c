/** Whether the database can be worked with as it is. Writes one row, as the health check does, and changes nothing else. */
import { bad, type Examined, ok, warn } from "@znatoki/ports/examined"
import { Effect, Schema } from "effect"
import { Database } from "./database.ts"
import { levelOf } from "./migrate.ts"

const Server = Schema.Struct({ version: Schema.String, number: Schema.Int, encoding: Schema.String })

const numberMin = 140_000

const migrations = Effect.fnUntraced(function* (database: Database["Service"]) {
  const { missing, newer } = yield* Effect.promise(() => levelOf(database.sql()))
  if (missing.length > 0) {
    return warn(
      "migrations",
      `${missing.length} wait: ${missing.join(", ")}`,
      "The next start applies them, or `znatoki migrate`."
    )
  }
  return ok("migrations", newer.length === 0 ? "up to date" : `up to date, and of a later version: ${newer.join(", ")}`)
})

const server = (found: typeof Server.Type): Examined => {
  const said = `PostgreSQL ${found.version}, ${found.encoding}`
  if (found.number < numberMin) return bad("database", said, "PostgreSQL 14 is the oldest that will do.")
  if (found.encoding !== "UTF8") return bad("database", said, "Make a database with the encoding UTF8.")
  return ok("database", said)
}

export const examineDatabase = Effect.gen(function* () {
  const database = yield* Database
  const [found] = yield* database.rows(
    "examine",
    Server,
    (sql) =>
      sql`select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
          current_setting('server_encoding') as encoding`
  )
  const examined = found === undefined ? [] : [server(found), yield* migrations(database)]
  return examined satisfies ReadonlyArray<Examined>
}).pipe(
  Effect.catchTags({
    StoreUnavailable: ({ operation }) =>
      Effect.succeed([
        bad("database", `cannot be reached (${operation})`, "See that it runs, and that DATABASE_URL is right.")
      ]),
    StoreBroken: (error) => Effect.succeed([bad("database", error.message, "See what its log says.")])
  })
)
