/** The state of a running emulator as the state file holds it. */
import type { Conversation } from "./conversation.ts"
import { type SavedConversation, type SavedState, stateVersion } from "./saved-state.ts"
import type { Vk } from "./vk.ts"

const savedConversation = (conversation: Conversation): SavedConversation => {
  const { botSends, log, members, sentOnce, ...plain } = conversation
  return {
    ...plain,
    members: [...members.values()],
    messages: log.after(0),
    sent: sentOnce.entries(),
    bot_sends: botSends
  }
}

/** Shares its parts with what runs: to be written out before anything else happens. */
export const savedState = (vk: Vk): SavedState => ({
  v: stateVersion,
  group_id: vk.groupId,
  world: {
    id: vk.world.id,
    ...vk.world.counters(),
    people: vk.world.people.all(),
    conversations: [...vk.world.conversations.values()].map(savedConversation)
  },
  stats: vk.stats.counted(),
  presses: vk.presses.open(),
  photos: vk.photos.list(),
  long_poll: {
    enabled: vk.longPoll.enabled,
    types: vk.events.enabled(),
    api_version: vk.events.version(),
    ...vk.queue.save()
  },
  callbacks: vk.callbacks.servers.save()
})
