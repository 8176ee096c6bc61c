/** Who is told at once that something happened in a conversation: the web chat and tests. */
import type { Snackbar } from "./conversation.ts"
import type { Keyboard } from "./keyboard.ts"
import type { MessageView } from "../chat/message-view.ts"

export type LiveEvent =
  | { readonly type: "message" | "edit" | "delete"; readonly peer_id: number; readonly message: MessageView }
  | { readonly type: "keyboard"; readonly peer_id: number; readonly keyboard: Keyboard | null }
  | { readonly type: "snackbar"; readonly peer_id: number; readonly snackbar: Snackbar }
  | { readonly type: "answer"; readonly peer_id: number; readonly event_id: string; readonly link: string | null }
  | { readonly type: "conversation"; readonly peer_id: number }

export type LiveListener = (event: LiveEvent) => void

export interface LiveFeed {
  readonly tell: (event: LiveEvent) => void
  /** Listens to one conversation, or to all; the answer stops it. */
  readonly listen: (peerId: number | "all", listener: LiveListener) => () => void
}

export const makeLiveFeed = (): LiveFeed => {
  const listeners = new Map<number | "all", Set<LiveListener>>()
  const tellTo = (who: number | "all", event: LiveEvent): void => {
    for (const listener of listeners.get(who) ?? []) listener(event)
  }
  return {
    tell: (event) => {
      tellTo(event.peer_id, event)
      tellTo("all", event)
    },
    listen: (peerId, listener) => {
      const known = listeners.get(peerId) ?? new Set()
      listeners.set(peerId, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size === 0 && listeners.get(peerId) === known) listeners.delete(peerId)
      }
    }
  }
}
