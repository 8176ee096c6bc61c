/** What somebody wrote or pressed in private, if it is about the question they propose; the rest is the game's to hear. */
import type { EpochMs, GameState } from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import type { Proposal, ProposalWish } from "@znatoki/chat/proposal"
import { plainWords } from "../said-words.ts"
import { isAwake, type ProposalEvent } from "./reduce-proposal.ts"

const openWords = new Set(["предложить вопрос", "предложить", "предложу вопрос", "propose"])

const wishWords: ReadonlyMap<string, ProposalWish> = new Map([
  ["отмена", "cancel"],
  ["отменить", "cancel"],
  ["назад", "back"],
  ["пропустить", "skip"],
  ["оставить", "skip"],
  ["отправить", "send"]
])

export const isGameOver = ({ _tag }: GameState): boolean => _tag === "Idle" || _tag === "Finished"

type Wrote = Extract<ChatInput, { readonly _tag: "Wrote" }>

/** Words are an answer only while nobody plays and the question was asked lately; a slash begins a command of the game. */
const wrote = (input: Wrote, atMs: EpochMs, game: GameState, proposal: Proposal): ProposalEvent | null => {
  const { by, picture = null, text } = input
  const words = plainWords(text)
  const isCommand = text.trim().startsWith("/")
  if (openWords.has(words) && (isCommand || !isAwake(proposal, atMs))) return { _tag: "Opened", atMs, by }
  if (!isGameOver(game) || !isAwake(proposal, atMs)) return null
  const wish = wishWords.get(words)
  if (wish !== undefined) return { _tag: "Wished", atMs, by, wish, move: null }
  return isCommand ? null : { _tag: "Said", atMs, by, text, picture, cropped: input.cropped === true }
}

/** Null: not about it. */
export const hearProposal = (
  input: ChatInput,
  atMs: EpochMs,
  game: GameState,
  proposal: Proposal
): ProposalEvent | null => {
  if (input._tag !== "Wrote" && input._tag !== "Pressed") return null
  const { action, by } = input
  if (action?._tag === "Propose") return { _tag: "Opened", atMs, by }
  if (action?._tag === "Proposing") return { _tag: "Wished", atMs, by, wish: action.wish, move: action.move }
  return input._tag === "Wrote" && action === null ? wrote(input, atMs, game, proposal) : null
}
