/** What a game remembers between two events: one struct per phase. */
import { Schema } from "effect"
import { DurationMs, EpochMs, Player, PlayerId, QuestionId, TimerName } from "./ids.ts"
import { Judgement } from "./judge/verdict/judgement.ts"
import { Question } from "./question.ts"
import { RoundResult, Score } from "./round-result.ts"
import { Settings } from "./settings.ts"
import { soundSettings } from "./sound-settings.ts"

/** The one thing a waiting phase waits for: `timer` is due at `atMs`. */
export class Deadline extends Schema.Opaque<Deadline>()(Schema.Struct({ timer: TimerName, atMs: EpochMs })) {}

/** The ordinal of the game in its conversation (0: none yet) and its numbers. */
const session = { game: Schema.Natural, settings: Settings }

/** What the team has in hand and can use once each. */
export class Reserves extends Schema.Opaque<Reserves>()(
  Schema.Struct({ extraMinutes: Schema.Natural, clubHelps: Schema.Natural, appeals: Schema.Natural })
) {}

/** How many questions a sector holds, and for whom: one, or several in a row for the team or for one player alone. */
export const SectorKind = Schema.Literals(["ordinary", "blitz", "super-blitz"])
export type SectorKind = typeof SectorKind.Type

/** A sector of the wheel, clockwise; once its question is played nobody needs to know what it was. */
export const Sector = Schema.Literals([...SectorKind.literals, "played"])
export type Sector = typeof Sector.Type

/**
 * When somebody asked to stop; null: nobody did, or the game was played on. It waits beside the deadline, not for one:
 * a question that nobody answers is over by itself after `stopConfirmMs`.
 */
const stopAskedAtMs = Schema.NullOr(EpochMs)

/** Who answered in this game and sits at the table no more; absent: nobody. */
const left = Schema.optionalKey(Schema.Array(Player))

/** The part every phase of a started game carries on to the next. */
export class Table extends Schema.Opaque<Table>()(
  Schema.Struct({
    ...session,
    startedAtMs: EpochMs,
    players: Schema.NonEmptyArray(Player),
    captain: PlayerId,
    /** 1 for the first round; 0 until it begins. */
    round: Schema.Natural,
    score: Score,
    results: Schema.Array(RoundResult),
    reserves: Reserves,
    /** Null: a game without a wheel. */
    board: Schema.NullOr(Schema.NonEmptyArray(Sector)),
    /** How many rounds in a row, this one included, nobody at the table has been heard in; 0: somebody was, in this one. */
    silentRounds: Schema.Natural,
    stopAskedAtMs,
    left
  })
) {}

/** The questions of this round that were answered right already, and the time they took. */
const answered = { passed: Schema.Array(QuestionId), passedMs: DurationMs }

/** What makes a round of several questions: all of them must be right. */
export const Series = Schema.TaggedUnion({
  Blitz: answered,
  /** One player alone. */
  SuperBlitz: { ...answered, soloist: PlayerId }
})
export type Series = typeof Series.Type

const waiting = { ...Table.fields, deadline: Deadline }
/** Null: a round of one question. */
const inSeries = { ...waiting, series: Schema.NullOr(Series) }
const asked = { ...inSeries, question: Question, askedAtMs: EpochMs }
/** `earnsMinute`: a right answer earns the team an extra minute. */
const answering = { ...asked, early: Schema.Boolean, earnsMinute: Schema.Boolean }

/** No game has been played here yet. */
export class Idle extends Schema.Opaque<Idle>()(Schema.TaggedStruct("Idle", session)) {}

/** People take their seats. */
export class Lobby extends Schema.Opaque<Lobby>()(
  Schema.TaggedStruct("Lobby", {
    ...session,
    players: Schema.NonEmptyArray(Player),
    stopAskedAtMs,
    deadline: Deadline
  })
) {}

/** The captain names who plays the super-blitz alone. */
export class SoloChoice extends Schema.Opaque<SoloChoice>()(Schema.TaggedStruct("SoloChoice", waiting)) {}

/** A question has been asked for and is on its way. */
export class Wheel extends Schema.Opaque<Wheel>()(Schema.TaggedStruct("Wheel", inSeries)) {}

/** The team thinks. The deadline is first the warning, then the end. */
export class Discussion extends Schema.Opaque<Discussion>()(
  Schema.TaggedStruct("Discussion", {
    ...asked,
    endsAtMs: EpochMs,
    /** Extra minutes spent on this question. */
    minutesSpent: Schema.Natural,
    /** Whether the club has helped with this question. */
    helped: Schema.Boolean
  })
) {}

/** Everybody in the conversation may prompt; what was left of the discussion then goes on. */
export class ClubHelp extends Schema.Opaque<ClubHelp>()(
  Schema.TaggedStruct("ClubHelp", { ...asked, minutesSpent: Schema.Natural, leftMs: DurationMs })
) {}

/** The captain names who answers. `early`: before the time to discuss was over. */
export class Choice extends Schema.Opaque<Choice>()(Schema.TaggedStruct("Choice", answering)) {}

/** The named player answers. */
export class Answer extends Schema.Opaque<Answer>()(
  Schema.TaggedStruct("Answer", {
    ...answering,
    answerer: PlayerId,
    /** There once the answerer was told that something without words is no answer. */
    hinted: Schema.optionalKey(Schema.Boolean)
  })
) {}

/** One vote: whether the answer is right. */
export class Ballot extends Schema.Opaque<Ballot>()(Schema.Struct({ by: PlayerId, yes: Schema.Boolean })) {}

/** The judge could not decide, so the table does: is the answer right? */
export class Vote extends Schema.Opaque<Vote>()(
  Schema.TaggedStruct("Vote", {
    ...inSeries,
    question: Question,
    earnsMinute: Schema.Boolean,
    /** The whole player: an answer stands even if who gave it has left since. */
    answerer: Player,
    given: Schema.String,
    judgement: Judgement,
    tookMs: DurationMs,
    ballots: Schema.Array(Ballot)
  })
) {}

/** The right answer is shown; seats may change; then the next round or the end. */
export class Verdict extends Schema.Opaque<Verdict>()(Schema.TaggedStruct("Verdict", waiting)) {}

/** The table votes whether the answer of the round just played was right after all. */
export class Appeal extends Schema.Opaque<Appeal>()(
  Schema.TaggedStruct("Appeal", { ...waiting, ballots: Schema.Array(Ballot) })
) {}

const phasesOfPlay = [SoloChoice, Wheel, Discussion, ClubHelp, Choice, Answer, Vote, Verdict, Appeal] as const

/**
 * Why the game is held: somebody at the table asked for it (`asked`), nobody there was heard for too long (`silence`), or
 * whoever runs the game cannot speak in the conversation (`host gone`).
 */
export const PauseReason = Schema.Literals(["asked", "silence", "host gone"])
export type PauseReason = typeof PauseReason.Type

/** `held` is the phase as it was at `pausedAtMs`, its deadline put away; the deadline outside is that of the pause. */
export class Paused extends Schema.Opaque<Paused>()(
  Schema.TaggedStruct("Paused", {
    ...session,
    held: Schema.Union([Lobby, ...phasesOfPlay]),
    why: PauseReason,
    /** Of a game whose host is gone: why it was held before that already; null: it was not. */
    heldBefore: Schema.NullOr(Schema.Literals(["asked", "silence"])),
    pausedAtMs: EpochMs,
    deadline: Deadline
  })
) {}

/**
 * Why a game ended: all its rounds or enough points (`everything played`), a `StopRequested` (`stopped`), the last player
 * left (`table empty`), `QuestionsExhausted` (`no questions`), a pause longer than `pauseMaxMs` (`paused too long`).
 */
export const FinishReason = Schema.Literals([
  "everything played",
  "stopped",
  "table empty",
  "no questions",
  "paused too long"
])
export type FinishReason = typeof FinishReason.Type

/** The game is over and its results remain. A lobby that ended before its game began has played nothing. */
export class Finished extends Schema.Opaque<Finished>()(
  Schema.TaggedStruct("Finished", {
    ...session,
    /** What was chosen since for the game after this one; null: the same again. */
    nextSettings: Schema.NullOr(Settings),
    startedAtMs: EpochMs,
    finishedAtMs: EpochMs,
    players: Schema.Array(Player),
    captain: Schema.NullOr(PlayerId),
    score: Score,
    results: Schema.Array(RoundResult),
    left,
    reason: FinishReason,
    /** Who of `players` left the conversation since, and sits at no rematch; absent: nobody. */
    gone: Schema.optionalKey(Schema.Array(PlayerId))
  })
) {}

/**
 * What a game remembers between two events: one struct per phase, plain JSON throughout. A field exists only in the
 * phases where it has a meaning: no program can read the named player before the captain has named one.
 *
 * `Idle` → `Lobby` → for each round [`SoloChoice` →] `Wheel` → `Discussion` [⇄ `ClubHelp`] → `Choice` → `Answer`
 * [→ `Vote`] → `Verdict` [⇄ `Appeal`] → `Finished` → `Lobby` of the next game. A blitz goes from `Answer` or `Vote` back
 * to `Wheel`; a super-blitz skips `Choice`; a captain who names somebody in time skips it too. `Paused` holds any phase
 * that waits.
 */
export const GameState = Schema.Union([Idle, Lobby, ...phasesOfPlay, Paused, Finished]).pipe(
  Schema.toTaggedUnion("_tag")
)
export type GameState = typeof GameState.Type

/** The phases of a game that has begun, is not over and not paused. */
export type Running = SoloChoice | Wheel | Discussion | ClubHelp | Choice | Answer | Vote | Verdict | Appeal
/** The phases that wait for people until a deadline. */
export type Waiting = Lobby | Running

/** What the phases are called. */
export type Phase = GameState["_tag"]

/** The phase that a pause holds, or the one that there is. */
export const unpaused = (state: GameState): Exclude<GameState, Paused> => (state._tag === "Paused" ? state.held : state)

/** What the next game would be played with. */
export const nextSettingsOf = (state: GameState): Settings =>
  state._tag === "Finished" ? (state.nextSettings ?? state.settings) : state.settings

/**
 * Where every conversation begins: nothing has been played. `settings` are the first game's, unless others are chosen; a
 * number no game can be played with becomes the nearest.
 */
export const initialState = (settings: Settings): GameState => ({
  _tag: "Idle",
  game: 0,
  settings: soundSettings(settings)
})
