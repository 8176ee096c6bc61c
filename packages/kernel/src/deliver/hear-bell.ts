/** What is to be said, as the doorbell tells: at hand, or to be looked for in the outbox where something was missed. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Ring } from "@znatoki/ports/doorbell"
import type { Outbox } from "@znatoki/ports/outbox"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Clock, Context, Effect, Latch, Layer } from "effect"
import { fetch } from "./read-outbox.ts"
import { SendQueue } from "./send-queue.ts"
import { goOn } from "../outage/go-on.ts"

export class BellHearer extends Context.Service<
  BellHearer,
  { readonly hear: (rings: ReadonlyArray<Ring>) => void; readonly looked: Effect.Effect<void> }
>()("@znatoki/kernel/BellHearer") {
  static readonly layer = Layer.effect(
    BellHearer,
    Effect.gen(function* () {
      const clock = yield* Clock.Clock
      const queue = yield* SendQueue
      /** Where to look, and up to which message everything is known then. */
      const missed = new Map<ConversationId, number>()
      const rung = yield* Latch.make(false)
      const looked = yield* Latch.make(true)
      const look = Effect.gen(function* () {
        yield* rung.await
        Latch.closeUnsafe(rung)
        const places = new Map(missed)
        missed.clear()
        yield* lookInto(places)
        if (missed.size === 0) Latch.openUnsafe(looked)
      })
      yield* look.pipe(Effect.catchCause(goOn("looking for what was missed")), Effect.forever, Effect.forkScoped)
      return {
        looked: looked.await,
        hear: (rings) => {
          const queuedAtMs = clock.currentTimeMillisUnsafe()
          for (const ring of rings) {
            const { conversation, upTo } = ring
            const messages = queue.seen.newOf(ring)
            if (messages === null) missed.set(conversation, Math.max(upTo, missed.get(conversation) ?? 0))
            else queue.add(messages.map((message) => ({ conversation, ...message, queuedAtMs })))
          }
          if (missed.size === 0) return
          Latch.closeUnsafe(looked)
          Latch.openUnsafe(rung)
        }
      }
    })
  )
}

/** Of several one may be what cannot be read: each alone then. What is not found now is found by the sweep. */
const lookInto = (
  places: ReadonlyMap<ConversationId, number>
): Effect.Effect<void, never, Outbox | SendQueue | StoreTrouble> =>
  Effect.gen(function* () {
    const queue = yield* SendQueue
    yield* fetch([...places.keys()])
    for (const [conversation, upTo] of places) queue.seen.saw(conversation, upTo)
  }).pipe(
    Effect.catchCause((cause) =>
      places.size > 1
        ? Effect.forEach(places, (place) => lookInto(new Map([place])), { discard: true })
        : Effect.logError("what is to be said cannot be read", cause)
    )
  )
