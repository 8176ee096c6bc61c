/** Ownership on PostgreSQL: the contract, and what happens when a session ends, stands still, or another member comes. */
import { assert, it } from "@effect/vitest"
import { Ownership } from "@znatoki/ports/ownership"
import { eventually } from "@znatoki/test-contracts/contracts/eventually"
import { Members, ownershipContract } from "@znatoki/test-contracts/contracts/ownership.contract"
import { Effect, Fiber, Layer, Redacted } from "effect"
import postgres from "postgres"
import { describe } from "vitest"
import { layer } from "../src/ownership.ts"

const named = process.env["ZNATOKI_TEST_DATABASE_URL"]
// What starts the embedded server is no business of this package: it takes one that is there.
const told = named === undefined || named === "embedded" ? "postgres://postgres@127.0.0.1:5432/test" : named
const sql = postgres(told, { max: 1, connect_timeout: 3, onnotice: () => {} })
const problem = await sql`select 1`.then(
  () => null,
  (cause: unknown) => String(cause)
)
const isRequired = process.env["ZNATOKI_REQUIRE"]?.includes("postgres") === true

let run = 0
/** Names that nobody else has: locks are the whole database's. */
const prefix = `test-${process.pid}-${Date.now()}`

const member = Effect.map(Layer.build(Layer.fresh(layer(Redacted.make(told)))), (context) => {
  const { hold } = Effect.runSync(Effect.provide(Ownership, context))
  const own: Ownership["Service"] = { hold: (name, work) => hold(`${prefix}/${run}/${name}`, work) }
  return own
})

const members = Layer.effect(
  Members,
  Effect.gen(function* () {
    run++
    return { one: yield* member, other: yield* member }
  })
)

/** What each member works on now. */
const holdAll = Effect.fnUntraced(function* (ownership: Ownership["Service"], names: ReadonlyArray<string>) {
  const now = new Set<string>()
  for (const name of names) {
    const work = Effect.acquireUseRelease(
      Effect.sync(() => void now.add(name)),
      () => Effect.never,
      () => Effect.sync(() => void now.delete(name))
    )
    yield* Effect.forkScoped(ownership.hold(name, work))
  }
  return now
})

const names = Array.from({ length: 8 }, (_, i) => `bucket ${i}`)

const endSessions = Effect.promise(
  () => sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'znatoki owner'
    and datname = current_database()`
)

describe.skipIf(problem !== null && !isRequired)(
  `PostgreSQL ${problem === null ? "" : `(skipped: ${problem})`}`,
  () => {
    ownershipContract("postgres", members)

    it.live("who comes later gets its share, and each is worked on by one", () =>
      Effect.gen(function* () {
        run++
        const first = yield* holdAll(yield* member, names)
        yield* eventually(() => first.size === 8)
        const second = yield* holdAll(yield* member, names)
        yield* eventually(() => first.size === 4 && second.size === 4)
        assert.lengthOf(
          [...first].filter((name) => second.has(name)),
          0
        )
      }).pipe(Effect.scoped)
    )

    it.live("who wants nothing any more keeps nothing, at whatever moment of a look that is", () =>
      Effect.gen(function* () {
        run++
        const many = Array.from({ length: 64 }, (_, i) => `bucket ${i}`)
        const [one, other] = [yield* member, yield* member]
        // Else its session would end for want of anything to ask.
        yield* Effect.forkScoped(one.hold("another", Effect.never))
        const holding = Effect.fnUntraced(function* (ownership: Ownership["Service"]) {
          let held = 0
          const work = Effect.andThen(
            Effect.sync(() => void held++),
            Effect.never
          )
          const all = many.map((name) => ownership.hold(name, work))
          const fiber = yield* Effect.forkScoped(Effect.all(all, { concurrency: "unbounded", discard: true }))
          yield* eventually(() => held === many.length)
          return fiber
        })
        // A look every quarter of a second; all was gained in the last one.
        for (const afterMs of [180, 210, 225, 240]) {
          const mine = yield* holding(one)
          yield* Effect.sleep(`${afterMs} millis`)
          yield* Fiber.interrupt(mine)
          yield* Fiber.interrupt(yield* holding(other))
        }
      }).pipe(Effect.scoped)
    )

    it.live("whose session ends owns nothing any more, and owns again by a new one", () =>
      Effect.gen(function* () {
        run++
        let begun = 0
        const work = Effect.andThen(
          Effect.sync(() => void begun++),
          Effect.never
        )
        yield* Effect.forkScoped((yield* member).hold("bucket", work))
        yield* eventually(() => begun === 1)
        yield* endSessions
        yield* eventually(() => begun === 2)
        // Between two questions as well as in the middle of one.
        yield* endSessions
        yield* eventually(() => begun === 3)
      }).pipe(Effect.scoped)
    )
  }
)
