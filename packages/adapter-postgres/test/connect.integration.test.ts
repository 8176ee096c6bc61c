import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type DatabaseUnusable, resolveDatabase } from "@znatoki/adapter-postgres/database/connect"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { assert, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"

const dataDir = join(tmpdir(), "never-made")

const adviceFor = (databaseUrl: string) =>
  Effect.scoped(resolveDatabase({ databaseUrl, dataDir })).pipe(
    Effect.flip,
    Effect.tap((error: DatabaseUnusable) =>
      Effect.sync(() => assert.notInclude(JSON.stringify(error) + String(error) + (error.stack ?? ""), "secret-word"))
    ),
    Effect.map((error) => error.advice)
  )

const changed = (url: string, change: (url: URL) => void): string => {
  const copy = new URL(url)
  change(copy)
  return copy.href
}

it.live.each([
  "",
  "localhost",
  "mysql://u:secret-word@localhost/db",
  "postgres://u:secret-word@local host/db",
  "postgres://u:secret-word%@localhost/db"
])("«%s» is no address of a database", (url) =>
  Effect.gen(function* () {
    assert.match(
      yield* adviceFor(url),
      /DATABASE_URL is not the address.*postgres:\/\/user:password@host:5432\/database/
    )
  })
)

it.live("where nothing listens, the advice names the place", () =>
  Effect.gen(function* () {
    assert.match(yield* adviceFor("postgres://u:secret-word@127.0.0.1:1/db"), /Nothing listens at 127\.0\.0\.1:1/)
  })
)

it.live("an unknown host is named", () =>
  Effect.gen(function* () {
    assert.match(yield* adviceFor("postgres://u:secret-word@nowhere.invalid/db"), /nowhere\.invalid/)
  })
)

it.live("where something else listens, the advice says that no PostgreSQL answers", () =>
  Effect.gen(function* () {
    const stranger = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"))
    const port = yield* Effect.callback<number>((resume) => {
      stranger.listen(0, "127.0.0.1", () => {
        const address = stranger.address()
        resume(Effect.succeed(typeof address === "object" ? (address?.port ?? 0) : 0))
      })
    })
    const advice = yield* adviceFor(`postgres://u:secret-word@127.0.0.1:${port}/db`).pipe(
      Effect.ensuring(Effect.sync(() => stranger.close()))
    )
    assert.match(advice, /No PostgreSQL answers at 127\.0\.0\.1:\d+: correct/)
  })
)

describePostgres("resolveDatabase", (postgres) => {
  it.live("gives back an address that works", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const found = yield* resolveDatabase({ databaseUrl: postgres.url(), dataDir })
        assert.deepStrictEqual([Redacted.value(found.url), found.embedded], [postgres.url(), false])
      })
    )
  )

  it.live("names a database that is not there", () =>
    Effect.gen(function* () {
      const url = changed(postgres.url(), (each) => (each.pathname = "/no_such_database"))
      assert.match(yield* adviceFor(url), /There is no database «no_such_database»/)
    })
  )

  it.live("names a user who is not let in", () =>
    Effect.gen(function* () {
      const url = changed(postgres.url(), (each) => {
        each.username = "no_such_user"
        each.password = "secret-word"
      })
      assert.match(yield* adviceFor(url), /«no_such_user»/)
    })
  )
})
