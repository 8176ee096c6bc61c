/** What VK's refusal means to whoever waits for events: what the operator has to change. */
import { InboxRefused } from "@znatoki/ports/inbox"
import { sayError, type VkForbidden, type VkRefused } from "./vk-error.ts"

/** What VK says of any odd parameter; of the call for the Long Poll server it says so where Long Poll is off. */
const longPollOff = 100

export const inboxRefusal = (error: VkForbidden | VkRefused): InboxRefused => {
  if (error._tag === "VkForbidden") return new InboxRefused({ advice: `${sayError(error)}. ${error.advice}` })
  const advice =
    (error.code === longPollOff ? undefined : error.advice) ??
    "Check the community settings, API usage: Long Poll API must be enabled, and the token must have the " +
      'rights "messages" and "community management".'
  return new InboxRefused({ advice: `${sayError(error)}. ${advice}` })
}
