/** Who decides on an answer by votes, in words: the conversation, the table, or the only one who sits there. */
import type { Appeal, GameState, Settings, Vote } from "@znatoki/engine"
import { sitsAlone } from "./game-words.ts"

interface Voters {
  /** «беседа голосует», with a small letter. */
  readonly vote: string
  readonly decide: string
  readonly call: string
  /** After an interruption. */
  readonly goOn: string
  /** How the vote ended; null: that need not be said. */
  readonly ended: { readonly accepted: string; readonly rejected: string } | null
}

const crowds: { readonly [Who in Settings["voters"]]: Voters } = {
  conversation: {
    vote: "беседа голосует",
    decide: "решает беседа",
    call: "Голосует вся беседа",
    goOn: "Голосуйте дальше",
    ended: { accepted: "Беседа засчитала ответ", rejected: "Беседа не засчитала ответ" }
  },
  table: {
    vote: "стол голосует",
    decide: "решает стол",
    call: "Голосует весь стол",
    goOn: "Голосуйте дальше",
    ended: { accepted: "Стол засчитал ответ", rejected: "Стол не засчитал ответ" }
  }
}

/** Nobody has to be told what they decided themselves. */
export const one: Voters = {
  vote: "слово за вами",
  decide: "решаете вы",
  call: "Слово за вами",
  goOn: "Слово за вами",
  ended: null
}

export const votersBy = ({ voters }: Settings): Voters => crowds[voters]

export const votersIn = (state: GameState): Voters =>
  state.settings.voters === "table" && sitsAlone(state) ? one : votersBy(state.settings)

/** «Голосует вся беседа, кроме автора ответа». */
export const voteCall = (state: Vote | Appeal): string =>
  `${votersIn(state).call}${state.settings.authorVotes || sitsAlone(state) ? "" : ", кроме автора ответа"}`
