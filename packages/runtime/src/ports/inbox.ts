/** Port: where events come from (a long poll in this process, or a broker). */
import type { Incoming } from "@znatoki/host/chat-input"
import { Context, type Effect, Schema } from "effect"

export interface Envelope {
  readonly incoming: Incoming
  /** To be run when the event is safe: committed, or known to change nothing. Never fails; an event not done comes again. */
  readonly done: Effect.Effect<void>
}

/** The source refuses us for good (a wrong token, a missing right): the user has to change something. */
export class InboxRefused extends Schema.TaggedError<InboxRefused>()("InboxRefused", { advice: Schema.String }) {}

export class Inbox extends Context.Service<
  Inbox,
  {
    /** The next events, in order; waits until there is at least one. Retries by itself whatever may pass. */
    readonly take: Effect.Effect<ReadonlyArray<Envelope>, InboxRefused>
  }
>()("@znatoki/runtime/ports/Inbox") {}
