/**
 * Port, of one community: tells those who send that something was committed and waits in the outbox. A ring may be lost, come twice, late,
 * and after a later one: the outbox is the truth, and whoever sends looks into it where a ring does not follow the one before.
 */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, type Effect, type Scope } from "effect"
import type { QueuedMessage } from "./game-store.ts"

export interface Ring {
  readonly conversation: ConversationId
  /** Everything up to this number is committed. */
  readonly upTo: number
  /** The last of it, as far as it is at hand, in order and without a gap. */
  readonly messages: ReadonlyArray<QueuedMessage>
}

export interface Sender {
  readonly hear: (rings: ReadonlyArray<Ring>) => void
  /** Waits while too many messages wait. */
  readonly room: Effect.Effect<void>
  /** Waits until everything it was told of is settled. */
  readonly drained: Effect.Effect<void>
}

export class Doorbell extends Context.Service<
  Doorbell,
  {
    /** Never waits for those who send. */
    readonly ring: (rings: ReadonlyArray<Ring>) => Effect.Effect<void>
    /** Waits while those who send have too much in hand: a slow messenger slows intake. Where that cannot be known it waits for nothing. */
    readonly room: Effect.Effect<void>
    /** Waits until those who send have nothing in hand, as far as can be known. */
    readonly drained: Effect.Effect<void>
    /** How long a text those who send can say. */
    readonly textMax: number
    /** While the scope is open rings come here. */
    readonly serve: (sender: Sender) => Effect.Effect<void, never, Scope.Scope>
  }
>()("@znatoki/ports/Doorbell") {}
