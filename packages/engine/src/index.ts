/** The public entry of the engine: rules as a pure function, with everything that goes in and comes out of it. */
export { reduce } from "./reduce.ts"
export { finishTurn, turn, type Turned, type Turning } from "./turn.ts"
export { type OwnRefused, type Rules, type Step } from "./step.ts"
export { type EventOf, GameEvent, InfoTopic, Moment } from "./game-event.ts"
export { BlitzPlace, type EffectOf, GameEffect } from "./game-effect.ts"
export {
  Answer,
  Appeal,
  Ballot,
  Choice,
  ClubHelp,
  Deadline,
  Discussion,
  Finished,
  FinishReason,
  GameState,
  Idle,
  initialState,
  Lobby,
  nextSettingsOf,
  Paused,
  PauseReason,
  type Phase,
  Reserves,
  type Running,
  Sector,
  SectorKind,
  Series,
  SoloChoice,
  Table,
  unpaused,
  Verdict,
  Vote,
  type Waiting,
  Wheel
} from "./game-state.ts"
export { RoundResult, Score } from "./round-result.ts"
export { DurationMs, EpochMs, Player, PlayerId, QuestionId, Seed, TimerKind, TimerName } from "./ids.ts"
export { Handout, Question } from "./question.ts"
export { Refusal } from "./refusal.ts"
export { PresetName, presets, Settings, WheelSettings } from "./settings.ts"
export { bestPlayer } from "./rules/best-player.ts"
export { countOf, voteRefusalOf } from "./rules/ballot.ts"
export { isEverythingPlayed } from "./rules/end-of-game.ts"
export { momentOf } from "./rules/moment.ts"
export { blitzPlaceOf, placeOf } from "./rules/series.ts"
export { Judgement, JudgeReason, JudgeVerdict } from "./judge/verdict/judgement.ts"
export { judge } from "./judge/judge.ts"
export type { Lemma, Lexicon, Person } from "./judge/words/lexicon.ts"
export { compileAnswer, type CompiledAnswer, type ReferenceAnswer } from "./judge/compile-answer.ts"
export { dueIn } from "./due-in.ts"
export { decodeWish, type Sent, Wish } from "./wish.ts"
export { allowed } from "./allowed.ts"
export {
  type AskedQuestion,
  publicEffect,
  type PublicEffect,
  type PublicState,
  type View,
  viewFor,
  type VotedQuestion
} from "./view.ts"
export { JsonValue } from "./json-value.ts"
export { decodeEvent, type DecodedEvent } from "./decode-event.ts"
export { judged } from "./rules/judge-text.ts"
export { replay, type Replay } from "./replay.ts"
export { type Decoded, decodeSnapshot, encodeSnapshot } from "./snapshot.ts"
