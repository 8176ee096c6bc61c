/** ReceivedEvents in memory. */
import { ReceivedEvents, type WaitingEvent } from "@znatoki/ports/received-events"
import { Effect, Layer } from "effect"

const keyOf = (community: string, id: string): string => JSON.stringify([community, id])

/** Lives as long as the layer. */
export const layer: Layer.Layer<ReceivedEvents> = Layer.sync(ReceivedEvents, () => {
  const kept = new Map<string, WaitingEvent & { readonly community: string }>()
  let last = 0
  return {
    keep: (community, event) =>
      Effect.sync(() => {
        const key = keyOf(community, event.id)
        if (kept.has(key)) return false
        kept.set(key, { ...event, community, place: ++last })
        return true
      }),
    waiting: (community, after, limit) =>
      Effect.sync(() =>
        [...kept.values()]
          .filter((event) => event.community === community && event.place > after)
          .slice(0, limit)
          .map(({ atMs, body, id, place }) => ({ id, body, atMs, place }))
      ),
    forget: (community, ids) =>
      Effect.sync(() => {
        for (const id of ids) kept.delete(keyOf(community, id))
      })
  }
})
