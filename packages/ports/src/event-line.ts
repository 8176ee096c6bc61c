/**
 * Port, of one community: the way of an event from who hears it to who owns its conversation, and back the word that it is safe.
 *
 * An event reaches an owner at least once, and again until it is done, however often owners change; it may come twice, late,
 * and after one that was published later. That it is done may be told twice, and not be told: then the event comes again.
 */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId, Incoming } from "@znatoki/chat/chat-input"
import { Context, type Effect, type Scope } from "effect"
import type { Hearing } from "./inbox.ts"
import type { Slice } from "./slice.ts"
import type { Trace } from "./tracing.ts"

/** Whether the bot is in the conversation, as the messenger shows. */
export interface Presence {
  readonly conversation: ConversationId
  readonly isHere: boolean
}

export type LineEvent =
  | { readonly _tag: "Chat"; readonly incoming: Incoming }
  /** The messenger showed at `atMs` whether anything can be said in the conversation. */
  | ({ readonly _tag: "Presence"; readonly atMs: EpochMs } & Presence)

export type Carried = LineEvent & {
  /** To be run when the event is safe: committed, or known to change nothing. Never fails. */
  readonly done: Effect.Effect<void>
  /** Where the event's way is recorded; absent: nowhere. */
  readonly trace?: Trace
}

export interface Owner {
  /** Waits while too much waits. */
  readonly take: (event: Carried) => Effect.Effect<void>
  readonly hear: (hearing: Hearing) => void
}

export class EventLine extends Context.Service<
  EventLine,
  {
    /** Ends when the event is on its way; waits while its owner has too much in hand, and where nobody owns it. */
    readonly publish: (event: Carried) => Effect.Effect<void>
    /**
     * To everybody who owns something now, after everything that was published before; and to whoever begins to own, unless it is
     * told that nothing is heard yet, for a deadline waits for what was written before it.
     */
    readonly tell: (hearing: Hearing) => Effect.Effect<void>
    /** While the scope is open `answer` is run when an owner asks. */
    readonly whenAsked: (answer: Effect.Effect<void>) => Effect.Effect<void, never, Scope.Scope>
    /** While the scope is open the events of these partitions come here, first those that a former owner left undone. */
    readonly serve: (slice: Slice, owner: Owner) => Effect.Effect<void, never, Scope.Scope>
    /** Makes the next `HeardUntil` come soon, see `Inbox`. May be in vain. */
    readonly ask: Effect.Effect<void>
  }
>()("@znatoki/ports/EventLine") {}
