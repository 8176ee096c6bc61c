/** What people may see of a game: all of it but what would tell the answer before its time. */
import { allowed } from "./allowed.ts"
import type { EffectOf, GameEffect } from "./game-effect.ts"
import type { Moment } from "./game-event.ts"
import type { Answer, Choice, ClubHelp, Discussion, GameState, Paused, Vote, Waiting } from "./game-state.ts"
import type { PlayerId } from "./ids.ts"
import type { Question } from "./question.ts"
import { reduce } from "./reduce.ts"
import { momentOf } from "./rules/moment.ts"
import type { Rules } from "./step.ts"
import type { Wish } from "./wish.ts"

/** A question that is being thought of. A whole `Question` is none: that it has no answer is of the type. */
export interface AskedQuestion extends Pick<Question, "id" | "text" | "handout"> {
  readonly answer?: never
  readonly accepted?: never
  readonly rejected?: never
  readonly comment?: never
  readonly source?: never
  readonly author?: never
  readonly answerImageUrl?: never
}

/** A question whose answer is voted on: who votes has to know what would be right. */
export interface VotedQuestion extends Pick<Question, "id" | "text" | "handout" | "answer" | "accepted" | "rejected"> {
  readonly comment?: never
  readonly source?: never
  readonly author?: never
  readonly answerImageUrl?: never
}

type With<Whole, Seen> = Whole extends unknown ? Omit<Whole, "question"> & { readonly question: Seen } : never
type Thinking = Discussion | ClubHelp | Choice | Answer
type Shown<State> = State extends Thinking
  ? With<State, AskedQuestion>
  : State extends Vote
    ? With<State, VotedQuestion>
    : State

/** A state as people may see it, in a pause too. */
export type PublicState = Shown<Exclude<GameState, Paused>> | (Omit<Paused, "held"> & { readonly held: Shown<Waiting> })

/** An effect as people may see it. */
export type PublicEffect =
  | Exclude<GameEffect, EffectOf<"QuestionAsked" | "VoteOpened">>
  | With<EffectOf<"QuestionAsked">, AskedQuestion>
  | With<EffectOf<"VoteOpened">, VotedQuestion>

/** All that a page needs to draw a game for one person. */
export interface View {
  readonly state: PublicState
  /** What this person can wish for now, see `allowed`. */
  readonly allowed: ReadonlyArray<Wish["_tag"]>
  /** To be sent back as `seen` by the buttons drawn of this view. */
  readonly moment: Moment
}

/**
 * What `player` may see of the game, who need not sit at the table. Until the verdict it holds of the current question only
 * what was asked, in a `Vote` its answer too; of players and settings never the `extra`, which is yours. `rules`: your own,
 * if you have wrapped `reduce`.
 */
export const viewFor = (state: GameState, player: PlayerId, rules: Rules<string> = reduce): View => ({
  state: withoutExtra(publicState(state)),
  allowed: allowed(state, player, rules),
  moment: momentOf(state)
})

/** The effect as people may see it: without what would tell the answer, and without the `extra` of players and settings. */
export const publicEffect = (effect: GameEffect): PublicEffect => {
  switch (effect._tag) {
    case "QuestionAsked":
      return withoutExtra({ ...effect, question: askedOf(effect.question) })
    case "VoteOpened":
      return withoutExtra({ ...effect, question: votedOf(effect.question) })
    default:
      return withoutExtra(effect)
  }
}

const publicState = (state: GameState): PublicState => {
  if (state._tag === "Idle" || state._tag === "Finished") return state
  return state._tag === "Paused" ? { ...state, held: shown(state.held) } : shown(state)
}

const shown = (state: Waiting): Shown<Waiting> => {
  switch (state._tag) {
    case "Discussion":
    case "ClubHelp":
    case "Choice":
    case "Answer":
      return { ...state, question: askedOf(state.question) }
    case "Vote":
      return { ...state, question: votedOf(state.question) }
    case "Lobby":
    case "SoloChoice":
    case "Wheel":
    case "Verdict":
    case "Appeal":
      return state
  }
}

const askedOf = ({ handout, id, text }: Question): AskedQuestion => ({ id, text, handout })

const votedOf = ({ accepted, answer, handout, id, rejected, text }: Question): VotedQuestion => ({
  id,
  text,
  handout,
  answer,
  accepted,
  rejected
})

const withoutExtra = <A>(value: A): A =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === "extra" ? undefined : part)))
