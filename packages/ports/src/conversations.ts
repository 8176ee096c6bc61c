/** Port: what is known of a conversation beside its games, for those who look after the bot. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** A conversation with a running game. */
export interface Playing {
  readonly conversation: ConversationId
  /** As `StoredGame` has them. */
  readonly lastOrder: number
  readonly hearsAll: boolean
}

export class Conversations extends Context.Service<
  Conversations,
  {
    /** What its people call it, also where nothing was played yet. The archive shows it with every game. */
    setTitle(conversation: ConversationId, title: string): Effect.Effect<void, StoreError>
    /** By its id, or by what follows the id's last colon where no other id ends so; null: none, or several. */
    find(name: string): Effect.Effect<ConversationId | null, StoreError>
    /** Where games run, by id, after `after` (null: from the first), at most `limit`. */
    playing(after: ConversationId | null, limit: number): Effect.Effect<ReadonlyArray<Playing>, StoreError>
  }
>()("@znatoki/ports/Conversations") {}
