/** Port: the way to the people. */
import type { ConversationId, PressRef } from "@znatoki/chat/chat-input"
import type { Media, Outgoing } from "@znatoki/chat/message"
import { Context, type Effect } from "effect"

export interface Delivery {
  readonly conversation: ConversationId
  /** The message's number in the conversation: the same for every attempt, so that a repeated one is recognised. */
  readonly seq: number
  readonly message: Outgoing
  /** For an `Amend`: the messenger's name of the message to change. */
  readonly amends: string | null
  /** What the next message of the conversation shows, if it waits already: it may be sent for now. */
  readonly soon?: Media["source"]
}

export type DeliveryResult =
  /** `externalId`: the messenger's name of the message; for an `Amend` another one than before if it had to be said anew. */
  | { readonly _tag: "Delivered"; readonly externalId: string | null }
  /** Refused for good: trying again cannot help. */
  | { readonly _tag: "Refused"; readonly reason: string }
  /** Nothing can be said in this conversation, until the bot is let in again. */
  | { readonly _tag: "Gone"; readonly reason: string }
  /**
   * Not now: the same call may succeed after `afterMs`. Whether it took effect is unknown. `timedOut`: no answer came in
   * time, so that whatever was asked for in the same call may be what held it up.
   */
  | { readonly _tag: "Later"; readonly reason: string; readonly afterMs: number; readonly timedOut?: boolean }
  /** What is to be shown with it is on its way. Nothing was said; worth asking again when `ready` ends, which is soon, come what may. */
  | { readonly _tag: "Preparing"; readonly ready: Effect.Effect<void> }

export class Messenger extends Context.Service<
  Messenger,
  {
    /** One result per delivery, in order; at most one delivery per conversation. Never fails as a whole. */
    deliver(batch: ReadonlyArray<Delivery>): Effect.Effect<ReadonlyArray<DeliveryResult>>
    /**
     * Changes messages for the looks of it, one result per delivery; null: not asked, for somebody would have had to wait. It asks
     * once, and leaves what could not be done undone. Never fails.
     */
    decorate(batch: ReadonlyArray<Delivery>): Effect.Effect<ReadonlyArray<DeliveryResult | null>>
    /** Ends the waiting of a press, with a short notice or without. Never fails: what the messenger forgot is over. */
    answerPress(press: PressRef, notice: string | null): Effect.Effect<void>
    /** How long a text may be, in UTF-16 units; what is longer loses its end. */
    readonly textMax: number
    /** How many deliveries one call of `deliver` should hold at most. */
    readonly batchSize: number
  }
>()("@znatoki/ports/Messenger") {}
