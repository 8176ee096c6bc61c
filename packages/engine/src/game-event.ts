/** What goes into the game: everything that can happen to it, time and dice included. */
import { Effect, Schema } from "effect"
import { DurationMs, EpochMs, Player, PlayerId, Seed, TimerName } from "./ids.ts"
import { Judgement } from "./judge/verdict/judgement.ts"
import { Question } from "./question.ts"
import { Settings } from "./settings.ts"

/**
 * Which step of which game a button was shown for: `momentOf` of the state then, to be sent back as `seen`. A press that
 * carries one acts only while the game is still there. `round` is 0 wherever no round is being played.
 */
export class Moment extends Schema.Opaque<Moment>()(
  Schema.Struct({
    game: Schema.Natural,
    round: Schema.Natural,
    phase: Schema.String,
    /** Which question of a blitz, from the second on. */
    place: Schema.optionalKey(Schema.Natural)
  })
) {}

const at = {
  /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
  atMs: EpochMs,
  /** Any 32-bit integer from your random source: the dice of this event. */
  seed: Seed
}
const press = {
  ...at,
  /** The `Moment` of the button that was pressed; null: none was, it was typed. */
  seen: Schema.NullOr(Moment)
}
const pressed = {
  ...press,
  /** Who wishes it. */
  by: PlayerId
}
const pressedByPlayer = {
  ...press,
  /** Who wishes it, with the name to sit down under. */
  by: Player
}

/** 1, or as far as a blitz has got. Logs of before there were blitzes do not tell. */
const place = Schema.Natural.pipe(Schema.withDecodingDefaultKey(Effect.succeed(1)))

/** What can be asked about. The engine knows none of the words: it tells the same topic back in `InfoShown`. */
export const InfoTopic = Schema.Literals([
  "session",
  "help",
  "rules",
  "welcome",
  "settings",
  "rating",
  "player",
  "history",
  "seasons",
  "questions",
  "licences"
])
export type InfoTopic = typeof InfoTopic.Type

/**
 * Everything that can happen to a game.
 *
 * On every event: `atMs`, when it happened, in milliseconds since the Unix epoch by your clock; `seed`, any 32-bit
 * integer from your random source, of which all lots of this event are drawn. On every wish of a person: `by`, who
 * wishes it, and `seen`, the `Moment` of the button that was pressed, null when there was none.
 *
 * A wish whose `seen` is past is refused with `"moment passed"`, before anything else is looked at. Unless the list says
 * otherwise, a wish is then refused with `"no session"` before and after a game, with `"paused"` in a pause, and with
 * `"not now"` in a phase where it means nothing; after that with what is named at each, in the order it is looked for.
 *
 * Wishes of anybody in the conversation; who may choose settings or stop a game is for you to decide:
 *
 * - `StartRequested`: opens a table in `Idle` and `Finished`; `by` takes the first seat. `settings` are the new game's,
 *   null: those chosen since, else those of the game before. `again`: who sat at the table when the last game ended sits there
 *   again, as far as there are seats and they are still in the conversation. Refused: `"session running"`.
 * - `SettingsChanged`: in `Idle` and `Finished`, chooses the next game's settings; in `Lobby`, those of the game being
 *   gathered, whose time to gather begins anew. Refused: `"too many seated"`; `"settings fixed"` in a running game.
 * - `JoinRequested`: sits down in `Lobby` or `Verdict`, unless that is of the last round. Refused: `"already seated"`, in a pause
 *   too; `"table full"`;
 *   `"join between rounds"` in the other phases of a running game.
 * - `StopRequested`: wants to end the session, in any phase, also in a pause. It ends at once if `by` sits alone at the
 *   table, if `stopConfirmMs` is 0, or if somebody wanted it no longer than that ago; else `StopAsked` asks back.
 * - `StopAnswered`: the answer to that `StopAsked` whose `game` and `askedAtMs` it carries: `yes` ends the session, no plays
 *   on. Refused: `"stop not asked"`, also when it was too long ago.
 * - `VoteCast`: votes in `Vote` or `Appeal` for (`yes`) or against the answer: anybody, or by the setting `voters` only who
 *   sits at the table. Refused: `"not seated"`, `"own answer"`, `"already voted"`.
 * - `InfoRequested`: asks for an `InfoShown` in any phase. Never refused.
 *
 * Wishes of those who sit at the table, all refused with `"not seated"` to others:
 *
 * - `LeaveRequested`: gives up the seat in any phase, also in a pause. A captain, answerer or soloist who leaves is
 *   replaced by lot; an empty table ends the game.
 * - `GoRequested`: ends the gathering in `Lobby`; the first round begins.
 * - `NextRequested`: ends `Verdict` before its time.
 * - `PauseRequested`: holds the game in any phase that waits, also in `Lobby`.
 * - `ResumeRequested`: ends a pause; the game goes on with what was left of its deadline. Refused: `"not paused"`.
 *
 * Wishes of the captain, refused with `"captain only"` to others:
 *
 * - `EarlyAnswerRequested`: ends `Discussion` or `ClubHelp` before its time. In a super-blitz it is the soloist's.
 *   Refused: `"soloist only"`.
 * - `AnswererNamed`: `player` answers, in `Choice`, or early in `Discussion` and `ClubHelp`; in `SoloChoice`, `player`
 *   plays the super-blitz. Refused: `"soloist only"` in the questions of a super-blitz, `"captain only"`,
 *   `"answerer not seated"`.
 * - `ExtraMinuteRequested`: `Discussion` goes on for another `discussionMs`. Refused: `"captain only"`,
 *   `"no extra minute"`.
 * - `ClubHelpRequested`: from `Discussion`, asks those who do not play. Refused: `"club help off"`, `"captain only"`,
 *   `"soloist only"`, `"club help used"`.
 * - `AppealRequested`: in `Verdict`, against the round just lost. Refused: `"appeals off"`, `"captain only"`,
 *   `"nothing to appeal"`, `"appeal used"`, `"table decided"`.
 *
 * What you send of your own accord; never refused, and ignored where it means nothing:
 *
 * - `TextSaid`: somebody wrote `text`. In `Answer` the answerer's first text with a letter or a digit is the answer (any
 *   text that is not blank where the question asks for a sign); without, or `cropped`, `TextWanted` follows once;
 *   everything else is talk, which only tells that somebody is there (`silentRoundsMax`), so its `text` may be left empty.
 *   `judgement`: the judge's word on it, if it was given already, see `judged`; without one it is judged now.
 * - `PlayerGone`: `player` left the conversation or was put out of it; as `LeaveRequested`, and after a game it keeps them from
 *   a seat in a rematch.
 * - `QuestionDrawn`, `QuestionsExhausted`: the reply to a `QuestionWanted`, with its `round` and `place`: here is
 *   `question`, or there is none left and the game ends.
 * - `RulingMade`: an admin ruled on the appeal of `round` that `AppealFiled` left open; in any phase of the same `game`,
 *   and after it until the table of the next is opened.
 * - `StopOrdered`: the session ends at once, e.g. because an admin ends it.
 * - `TimerFired`: the time of the last `TimerSet` has come; `game` is that of the state it was set in. One that comes
 *   early, twice, or for a wait that is over is ignored.
 * - `OutageEnded`: nobody could play for `lostMs` milliseconds; the deadline moves by it.
 * - `HostGone`: you cannot speak in the conversation any more, e.g. were put out of it; the game is held as by a pause.
 * - `HostReturned`: you can again. The game goes on by itself, unless it was held before you were gone.
 */
export const GameEvent = Schema.TaggedUnion({
  StartRequested: {
    ...pressedByPlayer,
    /** Of the new game; null: those chosen since, else those of the game before. */
    settings: Schema.NullOr(Settings),
    /** Who sat at the table when the last game ended sits there again; absent: `by` alone. */
    again: Schema.optionalKey(Schema.Literal(true))
  },
  SettingsChanged: {
    ...pressed,
    /** Of the next game, or of the one that is being gathered. */
    settings: Settings
  },
  JoinRequested: pressedByPlayer,
  LeaveRequested: pressed,
  PlayerGone: {
    ...at,
    /** Who left the conversation; need not sit at the table. */
    player: PlayerId
  },
  GoRequested: pressed,
  QuestionDrawn: {
    ...at,
    /** Of the `QuestionWanted` it replies to. */
    round: Schema.Natural,
    /** Of the same: which question of the round. */
    place,
    question: Question
  },
  QuestionsExhausted: {
    ...at,
    /** Of the `QuestionWanted` it replies to. */
    round: Schema.Natural,
    /** Of the same: which question of the round. */
    place
  },
  EarlyAnswerRequested: pressed,
  ExtraMinuteRequested: pressed,
  ClubHelpRequested: pressed,
  AnswererNamed: {
    ...pressed,
    /** Who is to answer, or to play the super-blitz. */
    player: PlayerId
  },
  TextSaid: {
    ...at,
    /** Who wrote it. */
    by: PlayerId,
    /** As it was written. */
    text: Schema.String,
    /** It reached you only in part, so it is not the answer. */
    cropped: Schema.optionalKey(Schema.Literal(true)),
    /** The word of a judge on it that was asked before, see `judged`; without one the engine's judges it now. */
    judgement: Schema.optionalKey(Judgement)
  },
  VoteCast: {
    ...pressed,
    /** Whether the answer is right. */
    yes: Schema.Boolean
  },
  AppealRequested: pressed,
  RulingMade: {
    ...at,
    /** Of the state in which the appeal was filed. */
    game: Schema.Natural,
    /** Of the `AppealFiled`. */
    round: Schema.Natural,
    /** Whether the answer was right after all. */
    accepted: Schema.Boolean
  },
  NextRequested: pressed,
  PauseRequested: pressed,
  ResumeRequested: pressed,
  StopRequested: pressed,
  StopAnswered: {
    ...at,
    /** Who answers. */
    by: PlayerId,
    /** Of the state in which it was asked. */
    game: Schema.Natural,
    /** Of the `StopAsked`. */
    askedAtMs: EpochMs,
    /** Whether to stop. */
    yes: Schema.Boolean
  },
  StopOrdered: at,
  InfoRequested: {
    ...at,
    /** Who asks. */
    by: PlayerId,
    topic: InfoTopic
  },
  TimerFired: {
    ...at,
    /** Of the state in which the timer was set. */
    game: Schema.Natural,
    /** Of the `TimerSet`. */
    timer: TimerName
  },
  OutageEnded: {
    ...at,
    /** How long nobody could play, in milliseconds. */
    lostMs: DurationMs
  },
  HostGone: at,
  HostReturned: at
})
export type GameEvent = typeof GameEvent.Type

/** One kind of event, or several: `EventOf<"VoteCast">`. */
export type EventOf<Tag extends GameEvent["_tag"]> = Extract<GameEvent, { readonly _tag: Tag }>

/** Means the same in every phase, so `reduce` decides it before the phase is asked. */
export type AnyPhaseEvent = EventOf<
  | "StartRequested"
  | "StopRequested"
  | "StopAnswered"
  | "StopOrdered"
  | "InfoRequested"
  | "OutageEnded"
  | "SettingsChanged"
  | "PauseRequested"
  | "ResumeRequested"
  | "RulingMade"
  | "HostGone"
  | "HostReturned"
>
/** What is left for the phases to decide. */
export type PhaseEvent = Exclude<GameEvent, AnyPhaseEvent>
