/** Looks every second whether an admin wants something of a game. A bot without a desk is told of no orders. */
import { AdminOrders } from "@znatoki/ports/admin-orders"
import type { Slice } from "@znatoki/ports/slice"
import { Effect, Option, Schedule } from "effect"
import { goOn } from "../outage/go-on.ts"
import { Worker } from "./worker.ts"

const atOnce = 100

/** Runs until interrupted. What is under way is not offered again; after a crash it is, and known by its source. */
export const watchOrders = Effect.fnUntraced(function* (slice: Slice) {
  const found = yield* Effect.serviceOption(AdminOrders)
  if (Option.isNone(found)) return
  const orders = found.value
  const worker = yield* Worker
  const underWay = new Set<string>()
  const doneWith = (id: string) =>
    orders.done(id).pipe(
      Effect.catchTag("StoreUnavailable", () => Effect.void),
      Effect.catchCause(goOn("forgetting an order that is done")),
      Effect.andThen(Effect.sync(() => underWay.delete(id)))
    )
  const look = Effect.gen(function* () {
    for (const order of yield* orders.waiting(slice, atOnce)) {
      if (underWay.has(order.id)) continue
      underWay.add(order.id)
      yield* worker.offer({ _tag: "Order", ...order, done: Effect.asVoid(doneWith(order.id)) })
    }
  })
  yield* look.pipe(
    // It is asked again in a second; whoever plays tells of a store that is away.
    Effect.catchTag("StoreUnavailable", () => Effect.void),
    Effect.catchCause(goOn("looking for orders of admins")),
    Effect.repeat(Schedule.spaced("1 second"))
  )
})
