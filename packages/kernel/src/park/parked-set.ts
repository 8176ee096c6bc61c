/** Which conversations stand still, as far as this process knows: their tasks are set aside, unlooked at. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Parking } from "@znatoki/ports/parking"
import type { Slice } from "@znatoki/ports/slice"
import type { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Context, Effect, Layer, Metric, Schedule } from "effect"
import { parked } from "../measured.ts"
import { untilReachable } from "../outage/until-reachable.ts"

class Memory {
  readonly #parked = new Set<ConversationId>()
  readonly #read: Effect.Effect<ReadonlySet<ConversationId>, never, StoreTrouble>
  #isKnown = false

  constructor(parking: Parking["Service"], slice: Slice) {
    this.#read = parking.parked(slice).pipe(
      untilReachable,
      Effect.tapCause((cause) => Effect.logError("parked conversations cannot be read", cause)),
      Effect.retry(Schedule.spaced("1 second")),
      Effect.orDie
    )
  }

  get size(): number {
    return this.#parked.size
  }

  has(conversation: ConversationId): boolean {
    return this.#parked.has(conversation)
  }

  add(conversation: ConversationId): void {
    this.#parked.add(conversation)
  }

  delete(conversation: ConversationId): void {
    this.#parked.delete(conversation)
  }

  /** Where it is not, nothing may be played: what is to wait would overtake what waits. */
  get isKnown(): boolean {
    return this.#isKnown
  }

  /** Another process may have parked one that is ours now. */
  doubt(): void {
    this.#isKnown = false
  }

  /** Reads it, if it is not known; to be run while nobody plays. */
  readonly know: Effect.Effect<void, never, StoreTrouble> = Effect.suspend(() => {
    if (this.#isKnown) return Effect.void
    return Effect.map(this.#read, (parked) => {
      this.#parked.clear()
      // against: parked unread
      for (const conversation of parked) this.#parked.add(conversation)
      this.#isKnown = true
    })
  })
}

export class ParkedSet extends Context.Service<ParkedSet, Memory>()("@znatoki/kernel/ParkedSet") {
  static readonly layerOf = (slice: Slice) =>
    Layer.effect(
      ParkedSet,
      // Told of from the beginning, so that the first one is an increase.
      Effect.andThen(
        Metric.update(parked, 0),
        Effect.map(Parking, (parking) => new Memory(parking, slice))
      )
    )
}
