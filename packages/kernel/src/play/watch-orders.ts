/** Looks every second whether an admin wants something of a game. A bot without a desk is told of no orders. */
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Effect, Option, Schedule } from "effect"
import { goOn } from "../outage/go-on.ts"
import { untilReachable } from "../outage/until-reachable.ts"
import { Worker } from "./worker.ts"

const atOnce = 100

/** The same of what admins settle for conversations. */
export const watchSettings = Effect.fnUntraced(function* (slice: Slice) {
  const found = yield* Effect.serviceOption(ConversationSettings)
  if (Option.isNone(found)) return
  const settings = found.value
  const worker = yield* Worker
  const context = yield* Effect.context<StoreTrouble>()
  const underWay = new Set<string>()
  const look = Effect.gen(function* () {
    for (const one of yield* settings.unnoticed(slice, atOnce).pipe(untilReachable)) {
      const key = `${one.conversation}/${one.revision}`
      if (underWay.has(key)) continue
      underWay.add(key)
      const done = settings
        .noticed(one)
        .pipe(
          untilReachable,
          Effect.catchCause(goOn("noticing what was settled")),
          Effect.andThen(Effect.sync(() => void underWay.delete(key))),
          Effect.provide(context)
        )
      yield* worker.offer({ _tag: "Settled", ...one, done })
    }
  })
  yield* look.pipe(Effect.catchCause(goOn("looking for what was settled")), Effect.repeat(Schedule.spaced("1 second")))
})

/** Runs until interrupted. What is under way is not offered again; after a crash it is, and known by its source. */
export const watchOrders = Effect.fnUntraced(function* (slice: Slice) {
  const found = yield* Effect.serviceOption(AdminOrders)
  if (Option.isNone(found)) return
  const orders = found.value
  const worker = yield* Worker
  const context = yield* Effect.context<StoreTrouble>()
  const underWay = new Set<string>()
  const doneWith = (id: string) =>
    orders
      .done(id)
      .pipe(
        untilReachable,
        Effect.catchCause(goOn("forgetting an order that is done")),
        Effect.andThen(Effect.sync(() => void underWay.delete(id))),
        Effect.provide(context)
      )
  const look = Effect.gen(function* () {
    for (const order of yield* orders.waiting(slice, atOnce).pipe(untilReachable)) {
      if (underWay.has(order.id)) continue
      underWay.add(order.id)
      yield* worker.offer({ _tag: "Order", ...order, done: doneWith(order.id) })
    }
  })
  yield* look.pipe(Effect.catchCause(goOn("looking for orders of admins")), Effect.repeat(Schedule.spaced("1 second")))
})
