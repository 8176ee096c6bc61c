/** What comes out of the game: plain data, which whoever embeds the engine carries out. */
import { Schema } from "effect"
import { FinishReason, PauseReason, SectorKind } from "./game-state.ts"
import { InfoTopic } from "./game-event.ts"
import { DurationMs, EpochMs, Player, PlayerId, QuestionId, TimerName } from "./ids.ts"
import { Judgement } from "./judge/verdict/judgement.ts"
import { Question } from "./question.ts"
import { Refusal } from "./refusal.ts"
import { RoundResult, Score } from "./round-result.ts"
import { Settings } from "./settings.ts"

/** The `question`th of the `of` questions of a blitz, counted from 1. `solo`: a super-blitz, one player alone. */
export class BlitzPlace extends Schema.Opaque<BlitzPlace>()(
  Schema.Struct({ question: Schema.Natural, of: Schema.Natural, solo: Schema.Boolean })
) {}
/** Null: the round has one question. */
const blitz = Schema.NullOr(BlitzPlace)

/**
 * By the captain, by lot because the captain was silent, without being asked for because nobody else sits at the table, or
 * by lot because who had been named left.
 */
const chosen = <const Left extends "answerer left" | "soloist left">(left: Left) =>
  Schema.Literals(["captain", "captain silent", "alone", left])

/** Who answered what. */
const answered = {
  round: Schema.Natural,
  question: Question,
  blitz,
  /** Null: nobody was named. */
  answerer: Schema.NullOr(Player),
  /** Null: nothing was answered. */
  given: Schema.NullOr(Schema.String),
  /** Null: there was nothing to judge. */
  judgement: Schema.NullOr(Judgement)
}
const votes = { yes: Schema.Natural, no: Schema.Natural }

/**
 * What a step asks of you. Carry the effects out in their order, and only then reduce what follows from them; a timer
 * comes last, and there is one at most. `…AtMs` is in milliseconds since the Unix epoch, other `…Ms` a length in
 * milliseconds; rounds, sectors and questions are counted from 1.
 *
 * To be done, not only told:
 *
 * - `QuestionWanted`: draw a question and send `QuestionDrawn`, or `QuestionsExhausted`, with the same `round` and
 *   `place`. It is asked for again after `wheelMs` if neither came.
 * - `TimerSet`: in place of the timer there was, wait until `atMs`, as `dueIn` tells, and send `TimerFired`.
 * - `TimerCleared`: forget the timer; nothing is waited for any more.
 *
 * To be told to one person:
 *
 * - `Refused`: tell `by` why not. It is the only effect of its step, and the state is the very same.
 * - `InfoShown`: show `topic` in words of your own to who asked. `leftMs` are left of the time people have, in a pause when
 *   it is over; null: nothing is waited for.
 *
 * To be asked of somebody; a reply is an event, silence is a timer's:
 *
 * - `SoloistWanted`: ask the captain who plays the super-blitz: `AnswererNamed`.
 * - `AnswererWanted`: ask the captain who answers: `AnswererNamed`. `early`: before the time to discuss was over.
 * - `AnswerWanted`: tell `answerer` that the next `TextSaid` of theirs is the answer.
 * - `TextWanted`: tell `answerer`, who sent something without words or too long to reach you whole, to write the answer, and
 *   `why`. Once in a wait.
 * - `StopAsked`: `by` wants to stop; ask everybody for `StopAnswered` until `endsAtMs`, or another `StopRequested`.
 * - `ClubHelpAsked`: ask those who do not play to prompt, until `endsAtMs`; nothing is sent back.
 * - `VoteOpened`: the judge is in doubt about `given`; ask those whom `voters` names for `VoteCast` until `endsAtMs`.
 * - `AppealFiled`: ask the same for `VoteCast` until `endsAtMs`, or when that is null an admin for `RulingMade`.
 *
 * To be told to everybody:
 *
 * - `LobbyOpened`: a table is open; show how to join.
 * - `SettingsChosen`: `by` chose settings, of the next game or of the one being gathered.
 * - `SeatsChanged`: `player` sat down or left.
 * - `GameStarted`: the game has begun; the lot drew `captain`.
 * - `CaptainChanged`: the captain `left`, and the lot drew another.
 * - `WheelSpun`: the wheel stopped at `stopped`; if that was played, the next unplayed one clockwise is `sector`.
 * - `SoloistNamed`: who plays the super-blitz, and who chose.
 * - `QuestionAsked`: show the question; the team discusses it until `endsAtMs`.
 * - `TimeRunningOut`: `leftMs` are left to discuss.
 * - `ExtraMinuteSpent`: the discussion goes on by `addedMs`, until `endsAtMs`; `left` more minutes are in hand.
 * - `ClubHelpEnded`: the discussion goes on with the `leftMs` it had, until `endsAtMs`.
 * - `VoteTaken`: `by` voted; so far `yes` and `no`, and `left` have not voted, null: of a conversation nobody knows. Once the
 *   table has voted, a `TimerSet` of the same step may bring the end nearer.
 * - `VoteClosed`: the vote on a disputed answer is over; `BlitzGoesOn` or `RoundJudged` follows in the same step.
 * - `BlitzGoesOn`: a question of a blitz was answered right and was not the last; the next is wanted in the same step.
 * - `RoundJudged`: show the right answer, who got the `point` and the `score`.
 * - `ExtraMinuteEarned`: a right early answer; the team has `inHand` extra minutes now.
 * - `AppealRuled`: the appeal of `round` was accepted or not, by the table or an admin.
 * - `ScoreCorrected`: with an accepted appeal, the new score; propose `given` as an accepted answer of `question` to
 *   whoever keeps the questions.
 * - `GamePaused`: the game is held, and \`why\`; \`by\`: who asked for it, null: nobody. Where the host is gone, nobody hears.
 * - `GameResumed`: \`by\` let the game go on, null: the host is back; \`leftMs\` of the time people have are left.
 * - `PauseGoesOn`: the host is back, and the game is still held, for \`why\` it was before.
 * - `TimeGivenBack`: after an outage of \`lostMs\` the time people have goes on until \`endsAtMs\`.
 * - `StopDeclined`: `by` answered that the game goes on.
 * - `GameFinished`: the game is over; everything a table of results or a statistic needs.
 */
export const GameEffect = Schema.TaggedUnion({
  Refused: { reason: Refusal, by: PlayerId },
  LobbyOpened: { by: Player },
  SettingsChosen: { by: PlayerId, settings: Settings },
  SeatsChanged: { change: Schema.Literals(["joined", "left"]), player: Player },
  GameStarted: { captain: Player },
  CaptainChanged: { left: Player, captain: Player },
  WheelSpun: { round: Schema.Natural, stopped: Schema.Natural, sector: Schema.Natural, kind: SectorKind },
  SoloistWanted: { captain: Player },
  SoloistNamed: { soloist: Player, chosen: chosen("soloist left") },
  QuestionWanted: { round: Schema.Natural, place: Schema.Natural },
  QuestionAsked: { round: Schema.Natural, question: Question, blitz, captain: Player, endsAtMs: EpochMs },
  TimeRunningOut: { leftMs: DurationMs },
  ExtraMinuteSpent: { addedMs: DurationMs, endsAtMs: EpochMs, left: Schema.Natural },
  ClubHelpAsked: { captain: Player, endsAtMs: EpochMs },
  ClubHelpEnded: { leftMs: DurationMs, endsAtMs: EpochMs },
  AnswererWanted: { captain: Player, early: Schema.Boolean },
  AnswerWanted: { answerer: Player, chosen: chosen("answerer left") },
  TextWanted: { answerer: Player, why: Schema.Literals(["no words", "cropped"]) },
  VoteOpened: { ...answered, endsAtMs: EpochMs },
  VoteTaken: { by: PlayerId, ...votes, left: Schema.NullOr(Schema.Natural) },
  VoteClosed: { accepted: Schema.Boolean, ...votes },
  BlitzGoesOn: answered,
  RoundJudged: { ...answered, point: Schema.Literals(["team", "bot"]), score: Score },
  ExtraMinuteEarned: { inHand: Schema.Natural },
  AppealFiled: { round: Schema.Natural, captain: Player, given: Schema.String, endsAtMs: Schema.NullOr(EpochMs) },
  AppealRuled: {
    round: Schema.Natural,
    by: Schema.Literals(["table", "admin"]),
    accepted: Schema.Boolean,
    /** How the table voted; null: an admin ruled. */
    votes: Schema.NullOr(Schema.Struct(votes))
  },
  ScoreCorrected: { round: Schema.Natural, question: QuestionId, given: Schema.String, score: Score },
  GamePaused: { why: PauseReason, by: Schema.NullOr(Player) },
  GameResumed: { by: Schema.NullOr(Player), leftMs: DurationMs },
  PauseGoesOn: { why: PauseReason },
  StopAsked: { by: PlayerId, askedAtMs: EpochMs, endsAtMs: EpochMs },
  StopDeclined: { by: PlayerId },
  GameFinished: {
    reason: FinishReason,
    score: Score,
    results: Schema.Array(RoundResult),
    players: Schema.Array(Player),
    /** Who answered and left the table before the end; absent: nobody. */
    left: Schema.optionalKey(Schema.Array(Player))
  },
  InfoShown: { topic: InfoTopic, leftMs: Schema.NullOr(DurationMs) },
  TimeGivenBack: { lostMs: DurationMs, endsAtMs: EpochMs },
  TimerSet: { timer: TimerName, atMs: EpochMs },
  TimerCleared: { timer: TimerName }
})
export type GameEffect = typeof GameEffect.Type

/** One kind of effect, or several: `EffectOf<"RoundJudged">`. */
export type EffectOf<Tag extends GameEffect["_tag"]> = Extract<GameEffect, { readonly _tag: Tag }>
