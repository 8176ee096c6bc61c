/** Which number in its conversation each message gets that is decided on now. */
import type { Outgoing } from "@znatoki/chat/message"
import type { EpochMs } from "@znatoki/engine"
import type { QueuedMessage, StoredGame } from "@znatoki/ports/game-store"

export const inLine = (
  { lastSeq }: StoredGame,
  outgoing: ReadonlyArray<Outgoing>,
  nowMs: EpochMs
): ReadonlyArray<QueuedMessage> =>
  outgoing.map((message, i) => ({ seq: lastSeq + 1 + i, message: { ...message, decidedAtMs: nowMs } }))
