/** The whole id of what a request names: whoever knows a conversation by its number alone means the only one that has it. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { Conversations } from "@znatoki/ports/conversations"
import type { GameId } from "@znatoki/ports/game-archive"
import { Effect } from "effect"

/** One that cannot be found, or not for certain, stays as it is: nothing is there by that name. */
export const wholeConversation = Effect.fnUntraced(function* (name: ConversationId) {
  if (name.includes(":")) return name
  return (yield* (yield* Conversations).find(name)) ?? name
})

export const wholeGame = Effect.fnUntraced(function* (id: GameId) {
  const dash = id.lastIndexOf("-")
  const conversation = yield* wholeConversation(ConversationId.make(id.slice(0, dash)))
  return `${conversation}${id.slice(dash)}`
})
