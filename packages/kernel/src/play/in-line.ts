/** Which number in its conversation each message gets that is decided on now, and which event it follows from. */
import type { Origin, Outgoing } from "@znatoki/chat/message"
import type { EpochMs } from "@znatoki/engine"
import type { QueuedMessage, StoredGame } from "@znatoki/ports/game-store"
import { sourceOf, type Task } from "./task.ts"

export const inLine = (
  { lastSeq }: StoredGame,
  outgoing: ReadonlyArray<Outgoing>,
  task: Task,
  nowMs: EpochMs
): ReadonlyArray<QueuedMessage> => {
  if (outgoing.length === 0) return []
  // So that whoever says it, in whichever process, can tell what it follows from.
  const event = sourceOf(task)
  const origin: Origin = task.trace === undefined ? { event } : { event, trace: task.trace }
  return outgoing.map((message, i) => ({ seq: lastSeq + 1 + i, message: { ...message, decidedAtMs: nowMs, origin } }))
}
