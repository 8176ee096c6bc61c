/** What somebody says to the bot alone, where it is about the question they propose: beside their game, in the same commit. */
import { noProposal } from "@znatoki/host/proposal/reduce-proposal"
import { proposalTurn } from "@znatoki/host/proposal/proposal-turn"
import type { SourceId } from "@znatoki/chat/chat-input"
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
  readonly notice: string | null
}

/** In a private dialog nobody is there but the person and the bot; what was stored there tells it too. */
export const isAlone = (task: Task, { proposal }: StoredGame): boolean =>
  proposal !== undefined || (task._tag === "Chat" && task.incoming.alone === true)

/** What a commit of a private dialog stores, though nothing was proposed yet. */
export const asPrivate = (stored: StoredGame, alone: boolean): StoredGame =>
  alone && stored.proposal === undefined ? { ...stored, proposal: noProposal } : stored

/** What of several tasks goes into one commit beside the game. */
export const collectTalk = (version: number) => {
  const talked: Array<SourceId> = []
  const proposed: Array<ProposedQuestion> = []
  return {
    /** The dialog as it is after it. */
    add: (source: SourceId, before: StoredGame, { sent, stored }: PrivatelyFolded): StoredGame => {
      if (stored === before) return stored
      talked.push(source)
      proposed.push(...sent)
      return { ...stored, version }
    },
    parts: () => (talked.length === 0 ? {} : { talked, proposed })
  }
}

/** Null: it is the game's to hear. */
export const foldPrivately = (
  task: Task,
  stored: StoredGame,
  { nowMs, textMax }: { readonly nowMs: number; readonly textMax: number }
): PrivatelyFolded | null => {
  if (task._tag !== "Chat" || !isAlone(task, stored) || isMuted(stored)) return null
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
    outgoing: inLine(stored, outgoing, nowMs),
    sent,
    notice
  }
}
