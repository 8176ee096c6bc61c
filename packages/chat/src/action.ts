/** What a person can ask for, by a button or by words. A button carries the moment it was shown in. */
import { EpochMs, Moment, PlayerId, PresetName, QuestionId } from "@znatoki/engine"
import { Schema } from "effect"
import { ProposalWish } from "./proposal.ts"
import { QuestionWish } from "./question-choice.ts"

export const Action = Schema.TaggedUnion({
  Start: { preset: Schema.NullOr(PresetName), questions: Schema.optionalKey(QuestionWish) },
  /** The same people once more. */
  Again: {},
  Stop: {},
  /** To the question that was asked at that time: it outlasts the step it was asked in, so it carries no moment. */
  StopAnswer: { game: Schema.Natural, askedAtMs: EpochMs, yes: Schema.Boolean },
  Info: {},
  Help: {},
  Rules: {},
  Settings: {},
  Rating: {},
  PlayerStatistics: {},
  History: {},
  Seasons: {},
  /** From which packs the last questions are, and what may be done with them. */
  Licences: {},
  /** Whether the time is seen to run in the next game. */
  Clock: { seen: Schema.NullOr(Moment), on: Schema.Boolean },
  /** What there is to be asked. */
  Shelves: {},
  /** What is to be asked in the next game. */
  Questions: { seen: Schema.NullOr(Moment), wish: QuestionWish },
  Preset: { seen: Schema.NullOr(Moment), preset: PresetName },
  Join: { seen: Schema.NullOr(Moment) },
  Leave: { seen: Schema.NullOr(Moment) },
  Go: { seen: Schema.NullOr(Moment) },
  Early: { seen: Schema.NullOr(Moment) },
  Name: { seen: Schema.NullOr(Moment), player: PlayerId },
  Minute: { seen: Schema.NullOr(Moment) },
  Club: { seen: Schema.NullOr(Moment) },
  Vote: { seen: Schema.NullOr(Moment), yes: Schema.Boolean },
  Appeal: { seen: Schema.NullOr(Moment) },
  Pause: { seen: Schema.NullOr(Moment) },
  Resume: { seen: Schema.NullOr(Moment) },
  Next: { seen: Schema.NullOr(Moment) },
  /** Of a question that was played, whenever that was; the game does not hear of it. */
  Like: { question: QuestionId, good: Schema.Boolean },
  /** Somebody begins to talk to the bot in private. */
  Welcome: {},
  /** To propose a question, or to go on with the one begun. */
  Propose: {},
  /** `move`: the one the button was shown with. */
  Proposing: { move: Schema.Natural, wish: ProposalWish }
})
export type Action = typeof Action.Type

/** Beside the game. */
export type SideAction = Extract<Action, { readonly _tag: "Like" | "Propose" | "Proposing" }>
export type GameAction = Exclude<Action, SideAction>

const sides: ReadonlySet<Action["_tag"]> = new Set(["Like", "Propose", "Proposing"])

export const isOfGame = (action: Action): action is GameAction => !sides.has(action._tag)
