/** Which presses of callback buttons still wait for the bot's answer: each for a minute, each once. */
import { randomBytes } from "node:crypto"

const validMs = 60_000

export interface Press {
  readonly event_id: string
  readonly user_id: number
  readonly peer_id: number
  /** Absent for the keyboard under the input. */
  readonly conversation_message_id: number | undefined
  readonly at: number
}

export interface Presses {
  readonly add: (press: Omit<Press, "event_id">) => Press
  /** The press, once, and only while it is valid. */
  readonly take: (eventId: string, userId: number, peerId: number, now: number) => Press | undefined
  readonly open: () => ReadonlyArray<Press>
}

export const makePresses = (saved: ReadonlyArray<Press> = []): Presses => {
  const open = new Map(saved.map((press) => [press.event_id, press]))
  const forgetExpired = (now: number): void => {
    for (const [id, press] of open) {
      if (now - press.at < validMs) return
      open.delete(id)
    }
  }
  return {
    add: (press) => {
      forgetExpired(press.at)
      const added = { ...press, event_id: randomBytes(6).toString("hex") }
      open.set(added.event_id, added)
      return added
    },
    take: (eventId, userId, peerId, now) => {
      const press = open.get(eventId)
      if (press === undefined || press.user_id !== userId || press.peer_id !== peerId) return undefined
      open.delete(eventId)
      return now - press.at < validMs ? press : undefined
    },
    open: () => [...open.values()]
  }
}
