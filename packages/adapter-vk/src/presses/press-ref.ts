/** What VK needs to end the waiting of a press, packed into one opaque word. */
import { PressRef } from "@znatoki/chat/chat-input"

export interface Press {
  readonly groupId: number
  readonly peerId: number
  readonly userId: number
  readonly eventId: string
}

/** VK's own id comes last: whatever it is made of, nothing follows it. */
export const packPress = ({ eventId, groupId, peerId, userId }: Press): PressRef =>
  PressRef.make(`${groupId}:${peerId}:${userId}:${eventId}`)

/** Null: none of ours. An earlier version left the community out, but VK forgets a press sooner than a bot is updated. */
export const unpackPress = (ref: PressRef): Press | null => {
  const [, groupId, peerId, userId, eventId] = /^(\d+):(-?\d+):(\d+):(.+)$/s.exec(ref) ?? []
  return eventId === undefined
    ? null
    : { groupId: Number(groupId), peerId: Number(peerId), userId: Number(userId), eventId }
}
