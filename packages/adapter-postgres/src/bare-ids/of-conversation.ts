/** What names its conversation, with that name as it is stored or as it is known. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { BareIds } from "./bare-ids.ts"

export interface OfConversation {
  readonly conversation: ConversationId
}

export const stored = <Row extends OfConversation>(ids: BareIds, row: Row): Row => ({
  ...row,
  conversation: ids.stored(row.conversation)
})

export const whole = <Row extends OfConversation>(ids: BareIds, row: Row): Row => ({
  ...row,
  conversation: ids.whole(row.conversation)
})
