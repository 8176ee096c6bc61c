/** Names that are let go of while the session answers something else go together. */
import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Semaphore } from "effect"
import { makeLeaving } from "../src/leaving.ts"

const settle = Effect.repeat(Effect.yieldNow, { times: 20 })

const open = Effect.sync(() => {
  const asked: Array<Readonly<Record<"owns" | "wants", ReadonlyArray<string>>>> = []
  const turn = Semaphore.makeUnsafe(1)
  const session = {
    leave: (left: (typeof asked)[number]) => Effect.sync(() => void asked.push(left))
  }
  return { asked, turn, leave: makeLeaving(session, turn) }
})

it.effect("all that waited for the turn go in one question, and each of them has ended then", () =>
  Effect.gen(function* () {
    const { asked, leave, turn } = yield* open
    yield* turn.take(1)
    const names = ["1", "2", "3", "4"]
    const leaving = yield* Effect.forEach(names, (name) => Effect.forkScoped(leave(({ owns }) => void owns.push(name))))
    leaving.push(yield* Effect.forkScoped(leave(({ wants }) => void wants.push("5"))))
    yield* settle
    assert.deepStrictEqual(asked, [])
    yield* turn.release(1)
    yield* Effect.forEach(leaving, Fiber.join)
    assert.deepStrictEqual(asked, [{ owns: names, wants: ["5"] }])
  }).pipe(Effect.scoped)
)

it.effect("what is to be let go of is asked when its turn has come, and nothing is asked for nothing", () =>
  Effect.gen(function* () {
    const { asked, leave, turn } = yield* open
    let isOurs = true
    yield* turn.take(1)
    const leaving = yield* Effect.forkScoped(leave(({ owns }) => void (isOurs ? owns.push("1") : 0)))
    yield* settle
    isOurs = false
    yield* turn.release(1)
    yield* Fiber.join(leaving)
    assert.deepStrictEqual(asked, [])
  }).pipe(Effect.scoped)
)
