/** Every message exactly once at VK and in order, as its last amendment left it; the refused ones dead, and no others. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { plainText } from "@znatoki/chat/plain-text"
import { withoutClock } from "@znatoki/host/clock"
import type { QueuedMessage } from "@znatoki/ports/game-store"
import type { SimulatedWorld } from "./simulated-world.ts"

export const checkShown = (
  world: SimulatedWorld,
  conversation: ConversationId,
  queued: ReadonlyArray<QueuedMessage>
): ReadonlyArray<string> => {
  const wanted = wantedOf(world, conversation, queued)
  const shown = world.chats.shown(conversation)
  const wrongs = [...checkDead(world, conversation, queued)]
  if (shown.length !== wanted.length) wrongs.push(`${wanted.length} messages were to be shown, ${shown.length} were`)
  const other = shown.findIndex(({ seq }, i) => seq !== wanted[i]?.seq)
  if (other !== -1) wrongs.push(`message ${other + 1} of the chat is not the one that was to come there`)
  const stale = shown.findIndex(({ seq, text }, i) => seq === wanted[i]?.seq && plain(text) !== plain(wanted[i]?.text))
  // Two senders may amend one message at once, and VK knows no order of amendments.
  if (stale !== -1 && world.isAlone) wrongs.push(`message ${stale + 1} of the chat does not say what it should`)
  return wrongs
}

/** How far a clock was seen to run is nobody's promise. */
const plain = (text = ""): string => plainText(withoutClock([text]))

interface Wanted {
  readonly seq: number
  text: string
}

const wantedOf = (
  { chats }: SimulatedWorld,
  conversation: ConversationId,
  queued: ReadonlyArray<QueuedMessage>
): ReadonlyArray<Wanted> => {
  const wanted: Array<Wanted> = []
  /** What was last said under a slot, if it arrived. */
  const slots = new Map<string | null, Wanted | null>()
  for (const { message, seq } of queued) {
    const text = plainText(message.text)
    if (message._tag === "Amend") {
      const amended = slots.get(message.slot) ?? null
      if (amended !== null) amended.text = text
      continue
    }
    const said = chats.isRefused(conversation, seq) ? null : { seq, text }
    if (said !== null) wanted.push(said)
    slots.set(message.slot, said)
  }
  return wanted
}

const checkDead = (
  { chats, database }: SimulatedWorld,
  conversation: ConversationId,
  queued: ReadonlyArray<QueuedMessage>
): ReadonlyArray<string> => {
  const dead = new Set(database.conversations.get(conversation)?.dead.keys())
  return queued.flatMap(({ message, seq }) => {
    const isRefused = chats.isRefused(conversation, seq)
    return message._tag === "Amend" || isRefused === dead.has(seq)
      ? []
      : [`message ${seq} ${isRefused ? "was refused and is not dead" : "is dead and nobody refused it"}`]
  })
}
