/** Port: where events come from (a long poll in this process, or a broker). */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId, Incoming } from "@znatoki/chat/chat-input"
import { Context, type Effect, Schema } from "effect"
import type { Trace } from "./tracing.ts"

export interface Envelope {
  readonly incoming: Incoming
  /** To be run when the event is safe: committed, or known to change nothing. Never fails; an event not done comes again. */
  readonly done: Effect.Effect<void>
  /** Where its way is recorded already; null: it is not one of those that are; absent: that is not decided. */
  readonly trace?: Trace | null
}

/**
 * What can be heard, for time in which nobody could be is nobody's. An inbox that says nothing of it hears everything at
 * once. `Deaf` comes again and again while it lasts, until the next event or `HeardUntil`.
 */
export type Hearing =
  /** Everything written until then was taken before this. */
  | { readonly _tag: "HeardUntil"; readonly atMs: EpochMs }
  /** Since then nothing can be heard; what is written meanwhile comes later. */
  | { readonly _tag: "Deaf"; readonly sinceMs: EpochMs }
  /**
   * Of what was written in that time something is gone for ever: in these conversations; absent: maybe in all. What was
   * written in the others is taken after this.
   */
  | {
      readonly _tag: "Lost"
      readonly sinceMs: EpochMs
      readonly atMs: EpochMs
      readonly only?: ReadonlyArray<ConversationId>
    }

/** The source refuses us for good (a wrong token, a missing right): the user has to change something. */
export class InboxRefused extends Schema.TaggedError<InboxRefused>()("InboxRefused", { advice: Schema.String }) {}

export class Inbox extends Context.Service<
  Inbox,
  {
    /** What comes next, in order; waits until there is something. Retries by itself whatever may pass. */
    readonly take: Effect.Effect<ReadonlyArray<Envelope | Hearing>, InboxRefused>
    /** Makes the next `HeardUntil` come soon, if anything can be heard: a deadline waits for what was written before it. */
    readonly ask: Effect.Effect<void>
  }
>()("@znatoki/ports/Inbox") {}
