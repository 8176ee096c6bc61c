/** AdminOrders in memory. */
import { AdminOrders, type GivenOrder } from "@znatoki/ports/admin-orders"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer } from "effect"

type Order = Omit<GivenOrder, "id">

const areOfOneAppeal = ({ conversation, order }: Order, other: Order): boolean =>
  conversation === other.conversation &&
  order._tag === "Rule" &&
  other.order._tag === "Rule" &&
  order.game === other.order.game &&
  order.round === other.order.round

/** Lives as long as the layer. */
export const layer: Layer.Layer<AdminOrders> = Layer.sync(AdminOrders, () => {
  const orders = new Map<string, GivenOrder>()
  let last = 0
  return {
    give: (order) =>
      Effect.sync(() => {
        if ([...orders.values()].some((other) => areOfOneAppeal(order, other))) return false
        const id = String(++last)
        orders.set(id, { ...order, id })
        return true
      }),
    waiting: (slice, limit) =>
      Effect.sync(() =>
        [...orders.values()].filter(({ conversation }) => slice.includes(partitionOf(conversation))).slice(0, limit)
      ),
    done: (id) => Effect.sync(() => void orders.delete(id))
  }
})
