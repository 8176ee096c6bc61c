/** What somebody says to the bot alone, where it is about the question they propose: beside their game, in the same commit. */
import { noProposal } from "@znatoki/host/proposal/reduce-proposal"
import { proposalTurn } from "@znatoki/host/proposal/proposal-turn"
import type { QuestionId } from "@znatoki/engine"
import type { ProposedQuestion } from "@znatoki/chat/proposal"
import type { QueuedMessage, StoredGame } from "@znatoki/ports/game-store"
import { inLine } from "./in-line.ts"
import { isMuted } from "./muted.ts"
import { orderOf, type Task } from "./task.ts"

export interface PrivatelyFolded {
  /** The very same object as before if nothing is worth storing. */
  readonly stored: StoredGame
  readonly outgoing: ReadonlyArray<QueuedMessage>
  readonly sent: ReadonlyArray<ProposedQuestion>
  /** Not to be asked again here. */
  readonly asked?: ReadonlyArray<QuestionId>
  readonly notice: string | null
}

/** What a commit of a private dialog stores, though nothing was proposed yet. */
export const asPrivate = (stored: StoredGame): StoredGame =>
  stored.proposal === undefined ? { ...stored, proposal: noProposal } : stored

/** Where somebody is alone with the bot. Null: it is the game's to hear. */
export const foldPrivately = (
  task: Task,
  stored: StoredGame,
  { nowMs, textMax }: { readonly nowMs: number; readonly textMax: number }
): PrivatelyFolded | null => {
  if (task._tag !== "Chat" || isMuted(stored)) return null
  const turned = proposalTurn(task.incoming.input, {
    atMs: nowMs,
    game: stored.state,
    proposal: stored.proposal,
    textMax
  })
  if (turned === null) return null
  const { notice, outgoing, proposal, sent } = turned
  if (proposal === (stored.proposal ?? noProposal) && outgoing.length === 0)
    return { stored, outgoing: [], sent, notice }
  return {
    stored: {
      ...stored,
      proposal,
      lastSeq: stored.lastSeq + outgoing.length,
      lastOrder: Math.max(stored.lastOrder, orderOf(task) ?? 0),
      updatedAtMs: Math.max(stored.updatedAtMs, nowMs)
    },
    outgoing: inLine(stored, outgoing, task, nowMs),
    sent,
    notice
  }
}
