/** The two live streams: one conversation whole, or the few a page shows and a digest of the rest. */
import type { Control } from "../control/control.ts"
import { ControlError } from "../control/control-error.ts"
import type { Vk } from "../state/vk.ts"
import type { EventStreams } from "./event-stream.ts"

/** How often, and of how many conversations at most, the list of a page learns. */
const digestMs = 250
const digestSize = 50

export const chatStream = (vk: Vk, streams: EventStreams, peerId: number, cut: () => void): Response =>
  streams.open(cut, (stream) => vk.feed.listen(peerId, (event) => stream.send(event.type, event)))

export interface PageParts {
  readonly vk: Vk
  readonly control: Control
  readonly streams: EventStreams
}

export const pageStream = (
  { control, streams, vk }: PageParts,
  peers: ReadonlyArray<number>,
  cut: () => void
): Response => {
  for (const peerId of peers)
    if (!vk.world.conversations.has(peerId)) throw new ControlError(`no conversation ${peerId}`)
  return streams.open(cut, (stream) => {
    const changed = new Set<number>()
    const stopOne = peers.map((peerId) => vk.feed.listen(peerId, (event) => stream.send(event.type, event)))
    const stopAll = vk.feed.listen("all", (event) => changed.add(event.peer_id))
    const digest = setInterval(() => {
      const some = [...changed].slice(-digestSize)
      changed.clear()
      if (some.length > 0) stream.send("digest", { items: some.map((peerId) => control.conversation(peerId)) })
    }, digestMs)
    return () => {
      clearInterval(digest)
      stopAll()
      for (const stop of stopOne) stop()
    }
  })
}
