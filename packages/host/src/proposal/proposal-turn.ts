/** One turn of a private dialog: what came is understood, decided and spoken of. Pure. */
import type { EpochMs, GameState } from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import type { Proposal, ProposedQuestion } from "@znatoki/chat/proposal"
import { hearProposal } from "./hear-proposal.ts"
import { noProposal, reduceProposal } from "./reduce-proposal.ts"
import { type ProposalSpoken, speakProposal } from "./speak-proposal.ts"

export interface ProposalTurned extends ProposalSpoken {
  readonly proposal: Proposal
  readonly sent: ReadonlyArray<ProposedQuestion>
}

export interface Privately {
  readonly atMs: EpochMs
  readonly game: GameState
  /** Absent: the person never proposed anything. */
  readonly proposal?: Proposal | undefined
  readonly textMax: number
}

/** Null: it is the game's to hear. */
export const proposalTurn = (
  input: ChatInput,
  { atMs, game, proposal = noProposal, textMax }: Privately
): ProposalTurned | null => {
  const event = hearProposal(input, atMs, game, proposal)
  if (event === null) return null
  const { effects, state } = reduceProposal(proposal, event)
  const via = input._tag === "Pressed" ? "press" : "words"
  const spoken = speakProposal(effects, { via, atMs, move: state.move, textMax })
  const sent = effects.flatMap((effect) => (effect._tag === "Sent" ? [effect.question] : []))
  return { ...spoken, proposal: state, sent }
}
