/** Port: what conversations may choose their questions from. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Shelves } from "@znatoki/chat/question-choice"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export class QuestionShelves extends Context.Service<
  QuestionShelves,
  {
    /** What each of these conversations may choose from, in order. May be half a minute old. */
    of(conversations: ReadonlyArray<ConversationId>): Effect.Effect<ReadonlyArray<Shelves>, StoreError>
  }
>()("@znatoki/ports/QuestionShelves") {}
