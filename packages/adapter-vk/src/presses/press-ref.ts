/** What VK needs to end the waiting of a press, packed into one opaque word. */
import { PressRef } from "@znatoki/chat/chat-input"

export interface Press {
  readonly peer_id: number
  readonly user_id: number
  readonly event_id: string
}

/** VK's own id comes last: whatever it is made of, nothing follows it. */
export const packPress = ({ event_id, peer_id, user_id }: Press): PressRef =>
  PressRef.make(`${peer_id}:${user_id}:${event_id}`)

export const unpackPress = (ref: PressRef): Press | null => {
  const parts = /^(-?\d+):(\d+):(.+)$/s.exec(ref)
  const event_id = parts?.[3]
  return event_id === undefined ? null : { peer_id: Number(parts?.[1]), user_id: Number(parts?.[2]), event_id }
}
