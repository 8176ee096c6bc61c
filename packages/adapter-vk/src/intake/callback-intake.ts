/** Events that VK has brought by itself, on their way to the game: those of now, and those an earlier life has left. */
import type { SourceId } from "@znatoki/chat/chat-input"
import type { Envelope } from "@znatoki/ports/inbox"
import type { ReceivedEvent } from "@znatoki/ports/received-events"
import type { Trace } from "@znatoki/ports/tracing"
import { Effect } from "effect"
import { VkApi } from "../api/vk-api.ts"
import { VkCommunity } from "../api/vk-community.ts"
import { CallbackDoor } from "./callback-door.ts"
import { decodeUpdate, type Us } from "./decode-update.ts"
import { eventsInHand } from "./events-in-hand.ts"
import { makeReadUpdates } from "./read-updates.ts"
import { spokenTo } from "./spoken-to-us.ts"

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** By the names that events have for the game. Few are recorded, so that to decode these once more costs next to nothing. */
const tracesIn = (events: ReadonlyArray<ReceivedEvent>, us: Us): ReadonlyMap<SourceId, Trace> =>
  new Map(
    events.flatMap(({ body, trace }) => {
      const decoded = typeof trace === "string" ? decodeUpdate(parse(body), us) : null
      return decoded?._tag === "Heard" ? [[decoded.source, trace as Trace] as const] : []
    })
  )

/** Brings them to `offer` until the scope ends. */
export const bringCallbacks = Effect.fnUntraced(function* (
  offer: (envelopes: ReadonlyArray<Envelope>) => Effect.Effect<unknown>
) {
  const community = yield* VkCommunity
  const readUpdates = yield* makeReadUpdates(yield* VkApi)
  const hand = yield* eventsInHand(VkCommunity.idOf(community))
  const us = { groupId: community.id, spokenTo: spokenTo(community) }

  /** All that have come meanwhile are decoded, and their people's names asked for, at once. */
  const playSome = Effect.gen(function* () {
    const events = yield* hand.some
    const atMs = Math.min(...events.map((event) => event.atMs))
    const heard = yield* readUpdates(
      us,
      events.map(({ body }) => parse(body)),
      atMs
    )
    let undone = heard.length
    if (undone === 0) return hand.areDone(events)
    const done = Effect.sync(() => {
      if (--undone === 0) hand.areDone(events)
    })
    const traces = tracesIn(events, us)
    // Where it was decided on any when they came, it was on all.
    const isDecided = events.some(({ trace }) => trace !== undefined)
    const envelopes = heard.map((incoming) => {
      const trace = traces.get(incoming.source) ?? null
      return isDecided ? { incoming, done, trace } : { incoming, done }
    })
    return yield* Effect.asVoid(offer(envelopes))
  })

  yield* (yield* CallbackDoor).listen(community.id, hand)
  yield* Effect.forkScoped(Effect.forever(playSome))
})
