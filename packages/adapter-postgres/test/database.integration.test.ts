import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { createServer, type Socket, connect } from "node:net"
import * as CursorStorePostgres from "@znatoki/adapter-postgres/games/cursor-store"
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { inTransaction } from "@znatoki/adapter-postgres/database/in-transaction"
import { onServer, urlOf } from "@znatoki/adapter-postgres/testing/migrated-database"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { CursorStore } from "@znatoki/ports/cursor-store"
import { assert, it } from "@effect/vitest"
import { Effect, Exit, Layer, Redacted, Schema } from "effect"

const at = (url: string) =>
  CursorStorePostgres.layer.pipe(Layer.provideMerge(DatabasePostgres.layer({ url: Redacted.make(url), max: 2 })))

const oneConnection = (url: string) => DatabasePostgres.layer({ url: Redacted.make(url), max: 1 })

const nextTurn = Effect.promise(() => new Promise((resolve) => setImmediate(resolve)))

/** A way to the database that can be cut. */
const relayTo = async (url: string) => {
  const target = new URL(url)
  const relayed = new URL(url)
  const sockets = new Set<Socket>()
  let wordsLeft = Infinity
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on("error", () => socket.destroy())
      socket.on("close", () => [near, far].forEach((each) => each.destroy()))
    }
    near.pipe(far).pipe(near)
    far.on("data", () => {
      if (--wordsLeft === 0) near.resetAndDestroy()
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" ? (address?.port ?? 0) : 0
  relayed.host = `127.0.0.1:${port}`
  return {
    url: relayed.href,
    cut: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
    /** What is there is lost, and what comes next gets through. */
    drop: () => {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
    },
    /** What is there now or comes next is lost when the server has spoken so many times. */
    dropAfter: (words: number) => {
      wordsLeft = words
    },
    mend: async () => {
      server.listen(port, "127.0.0.1")
      await once(server, "listening")
    }
  }
}

describePostgres("the database", (postgres) => {
  it.live("that cannot be reached is unavailable, and works again when it can", () =>
    Effect.gen(function* () {
      const relay = yield* Effect.promise(() => relayTo(postgres.url()))
      yield* Effect.gen(function* () {
        const cursors = yield* CursorStore
        yield* cursors.save("x", "1")
        relay.cut()
        const error = yield* Effect.flip(cursors.load("x"))
        assert.strictEqual(error._tag, "StoreUnavailable")
        yield* Effect.promise(() => relay.mend())
        assert.strictEqual(yield* Effect.retry(cursors.load("x"), { times: 50 }), "1")
        relay.cut()
      }).pipe(Effect.provide(at(relay.url)))
    })
  )

  it.live("whose connection ends within a transaction says that it was lost, and lives", () =>
    Effect.gen(function* () {
      const relay = yield* Effect.promise(() => relayTo(postgres.url()))
      const error = yield* Effect.gen(function* () {
        const database = yield* Database
        return yield* Effect.flip(
          database.run("sleep", (sql) =>
            inTransaction(sql, async (tx) => {
              const asleep = tx`select pg_sleep(10)`.execute()
              setImmediate(relay.drop)
              return asleep
            })
          )
        )
      }).pipe(Effect.provide(oneConnection(relay.url)))
      assert.strictEqual(error._tag, "StoreUnavailable")
      // What is thrown where nobody can catch it is thrown by now.
      yield* nextTurn
      relay.cut()
    })
  )

  it.live("undoes a transaction that fails, and tells the failure", () =>
    Effect.gen(function* () {
      const found = yield* Effect.gen(function* () {
        const { sql } = yield* Database
        yield* Effect.promise(() => sql()`create table if not exists kept (word text)`)
        const failure = yield* Effect.promise(() =>
          inTransaction(sql(), async (tx) => {
            await tx`insert into kept values ('нет')`
            throw new Error("on second thoughts")
          }).catch(String)
        )
        assert.strictEqual(failure, "Error: on second thoughts")
        return yield* Effect.promise(() => sql()`select from kept`)
      }).pipe(Effect.provide(oneConnection(postgres.url())))
      assert.strictEqual(found.length, 0)
    })
  )

  it.live("whose connection is lost at any moment of a query answers by another at once", () =>
    Effect.gen(function* () {
      const relay = yield* Effect.promise(() => relayTo(postgres.url()))
      yield* Effect.gen(function* () {
        const { run } = yield* Database
        const one = Effect.exit(run("one", (sql) => sql`select 1`))
        const lost: Array<number> = []
        for (let drop = 0; drop < 60; drop++) {
          yield* one
          relay.drop()
          // It is noticed some turns of the loop later; the query comes before, after, and just when it is.
          for (let turn = 0; turn < drop % 6; turn++) yield* nextTurn
          let failed = 0
          for (let asked = 0; asked < 3; asked++) if (Exit.isFailure(yield* one)) failed++
          lost.push(failed)
        }
        assert.isAbove(Math.max(...lost), 0, "some query was under way")
        assert.isAtMost(Math.max(...lost), 1, "what was lost is lost once")
      }).pipe(Effect.provide(oneConnection(relay.url)))
      relay.cut()
    })
  )

  it.live("whose connections are lost while they begin answers by the next", () =>
    Effect.gen(function* () {
      const relay = yield* Effect.promise(() => relayTo(postgres.url()))
      yield* Effect.gen(function* () {
        const { run } = yield* Database
        const one = Effect.exit(run("one", (sql) => sql`select ${["a"]}::text[]`))
        for (let words = 1; words <= 8; words++) {
          relay.dropAfter(words)
          relay.drop()
          // What the loss rejects and nobody catches would end the program.
          for (let asked = 0; asked < 6; asked++) yield* one
          relay.dropAfter(Infinity)
          yield* one
          assert.isTrue(Exit.isSuccess(yield* one))
        }
      }).pipe(Effect.provide(oneConnection(relay.url)))
      relay.cut()
    })
  )

  it.live("whose connections an administrator ends is unavailable for that moment only", () =>
    Effect.gen(function* () {
      const database = yield* Database
      const cursors = yield* CursorStore
      yield* cursors.save("y", "1")
      const asleep = database.run("sleep", (sql) => sql`select pg_sleep(20)`)
      const end = database
        .rows(
          "end",
          Schema.Struct({ ended: Schema.Boolean }),
          (sql) =>
            sql`select pg_terminate_backend(pid) as ended from pg_stat_activity
              where datname = current_database() and query like '%pg_sleep(20)%' and pid <> pg_backend_pid()`
        )
        .pipe(Effect.repeat({ until: (rows) => rows.length > 0 }))
      const [error] = yield* Effect.all([Effect.flip(asleep), end], { concurrency: 2 })
      assert.strictEqual(error._tag, "StoreUnavailable")
      assert.strictEqual(yield* cursors.load("y"), "1")
    }).pipe(Effect.provide(Layer.unwrap(Effect.sync(() => at(postgres.url())))))
  )

  it.live("that is being changed by its administrator is unavailable, and works again when it is as it was", () =>
    Effect.gen(function* () {
      const someone = `someone_${randomBytes(4).toString("hex")}`
      const admin = postgres.url()
      const change = (text: string) => Effect.promise(() => onServer(admin, (sql) => sql.unsafe(text)))
      const name = new URL(admin).pathname.slice(1)
      const server = urlOf(admin, "postgres")
      const changeServer = (text: string) => Effect.promise(() => onServer(server, (sql) => sql.unsafe(text)))
      const end = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${someone}'`
      const url = new URL(admin)
      url.username = someone
      url.password = "one"
      yield* change(`create role ${someone} login password 'one'`)
      yield* change(`grant select, insert, update on cursors to ${someone}`)
      yield* Effect.gen(function* () {
        const cursors = yield* CursorStore
        const changes = [
          ["no login", change, `alter role ${someone} nologin; ${end}`, `alter role ${someone} login`],
          ["no right", change, `revoke insert on cursors from ${someone}`, `grant insert on cursors to ${someone}`],
          ["no table", change, "alter table cursors rename to gone", "alter table gone rename to cursors"],
          ["no column", change, "alter table cursors rename value to gone", "alter table cursors rename gone to value"],
          [
            "no database",
            changeServer,
            `${end}; alter database ${name} rename to ${name}_gone`,
            `alter database ${name}_gone rename to ${name}`
          ]
        ] as const
        for (const [what, by, before, after] of changes) {
          yield* cursors.save("z", what)
          for (const each of before.split("; ")) yield* by(each)
          const error = yield* Effect.flip(Effect.andThen(cursors.save("z", "lost"), Effect.fail("saved")))
          assert.propertyVal(error, "_tag", "StoreUnavailable", what)
          yield* by(after)
          yield* Effect.retry(cursors.save("z", `${what}, and back`), { times: 5 })
          assert.strictEqual(yield* cursors.load("z"), `${what}, and back`)
        }
      }).pipe(Effect.provide(at(url.href)))
      yield* change(`drop owned by ${someone}`)
      yield* change(`drop role ${someone}`)
    })
  )

  it.live("that does not understand the program is broken, and the password is not told", () =>
    Effect.gen(function* () {
      const database = yield* Database
      const error = yield* Effect.flip(database.run("nonsense", (sql) => sql`select nonsense nonsense nonsense`))
      assert.strictEqual(error._tag, "StoreBroken")
      assert.match(JSON.stringify(error), /nonsense/)
      const wrong = yield* Effect.flip(
        database.rows("typed", Schema.Struct({ one: Schema.String }), (sql) => sql`select 1 as one`)
      )
      assert.strictEqual(wrong._tag, "StoreBroken")
    }).pipe(Effect.provide(Layer.unwrap(Effect.sync(() => at(postgres.url())))))
  )
})

it.live("an error of a database that nobody runs does not hold the password", () =>
  Effect.gen(function* () {
    const cursors = yield* CursorStore
    const error = yield* Effect.flip(cursors.load("x"))
    assert.strictEqual(error._tag, "StoreUnavailable")
    assert.notInclude(JSON.stringify(error) + String(error) + (error.stack ?? ""), "secret-word")
  }).pipe(Effect.provide(at("postgres://someone:secret-word@127.0.0.1:1/none")))
)
