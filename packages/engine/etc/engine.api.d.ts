/** The public types of `@znatoki/engine`: a change here is a change for everybody who embeds it. */
import { Schema } from "effect"

// Without a doc comment: Lexicon

// allowed
/**
 * The wishes that would not be refused if `player` sent them now, by their tags: what buttons to show. `TextSaid` is among
 * them when the next text of `player` is the answer. Of `AnswererNamed` some player can be named, of `SettingsChanged` some
 * settings chosen; `StopAnswered` is among them as long as nobody has answered, also when it is too late. `rules`: your own, if you have wrapped `reduce`.
 */
export declare const allowed: (state: GameState, player: PlayerId, rules?: Rules<string>) => ReadonlyArray<Wish["_tag"]>;

// decode-event
/** What was handed in turned out to be. */
export type DecodedEvent = {
    readonly _tag: "Ok";
    readonly event: GameEvent;
}
/** Not an event; `problem` tells where, for whoever looks into it. */
 | {
    readonly _tag: "Broken";
    readonly problem: string;
};
/**
 * Reads an event of a log of any released version, as parsed JSON. Never throws, whatever `value` is; what is no field of
 * an event is left out. What people send is no event yet: `decodeWish`.
 */
export declare const decodeEvent: (value: unknown) => DecodedEvent;

// due-in
/**
 * How many milliseconds to wait before looking again whether `deadline` has come; 0: it has, send `TimerFired`. `deadline`
 * is that of a state or a `TimerSet`, `nowMs` the same clock's time that goes into the event's `atMs`.
 *
 * A timer of the platform is only a reason to look: it may fire a moment early, waits 24 days at most, and does not hear
 * of a clock that was set. Look, wait so long, look again; the length fits `setTimeout`.
 */
export declare const dueIn: (deadline: {
    readonly atMs: EpochMs;
}, nowMs: EpochMs) => DurationMs;

// game-effect
declare const BlitzPlace_base: Schema.Opaque<BlitzPlace, Schema.Struct<{
    readonly question: Schema.Natural;
    readonly of: Schema.Natural;
    readonly solo: Schema.Boolean;
}>, {}> & Omit<Schema.Struct<{
    readonly question: Schema.Natural;
    readonly of: Schema.Natural;
    readonly solo: Schema.Boolean;
}>, keyof Schema.Top>;
/** The `question`th of the `of` questions of a blitz, counted from 1. `solo`: a super-blitz, one player alone. */
export declare class BlitzPlace extends BlitzPlace_base {
}
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
export declare const GameEffect: Schema.TaggedUnion<{
    readonly AnswerWanted: Schema.TaggedStruct<"AnswerWanted", {
        readonly answerer: typeof Player;
        readonly chosen: Schema.Literals<readonly ["captain", "captain silent", "alone", "answerer left"]>;
    }>;
    readonly AnswererWanted: Schema.TaggedStruct<"AnswererWanted", {
        readonly captain: typeof Player;
        readonly early: Schema.Boolean;
    }>;
    readonly AppealFiled: Schema.TaggedStruct<"AppealFiled", {
        readonly round: Schema.Natural;
        readonly captain: typeof Player;
        readonly given: Schema.String;
        readonly endsAtMs: Schema.NullOr<Schema.Int>;
    }>;
    readonly AppealRuled: Schema.TaggedStruct<"AppealRuled", {
        readonly round: Schema.Natural;
        readonly by: Schema.Literals<readonly ["table", "admin"]>;
        readonly accepted: Schema.Boolean;
        /** How the table voted; null: an admin ruled. */
        readonly votes: Schema.NullOr<Schema.Struct<{
            yes: Schema.Natural;
            no: Schema.Natural;
        }>>;
    }>;
    readonly BlitzGoesOn: Schema.TaggedStruct<"BlitzGoesOn", {
        round: Schema.Natural;
        question: typeof Question;
        blitz: Schema.NullOr<typeof BlitzPlace>;
        /** Null: nobody was named. */
        answerer: Schema.NullOr<typeof Player>;
        /** Null: nothing was answered. */
        given: Schema.NullOr<Schema.String>;
        /** Null: there was nothing to judge. */
        judgement: Schema.NullOr<typeof Judgement>;
    }>;
    readonly CaptainChanged: Schema.TaggedStruct<"CaptainChanged", {
        readonly left: typeof Player;
        readonly captain: typeof Player;
    }>;
    readonly ClubHelpAsked: Schema.TaggedStruct<"ClubHelpAsked", {
        readonly captain: typeof Player;
        readonly endsAtMs: Schema.Int;
    }>;
    readonly ClubHelpEnded: Schema.TaggedStruct<"ClubHelpEnded", {
        readonly leftMs: Schema.Int;
        readonly endsAtMs: Schema.Int;
    }>;
    readonly ExtraMinuteEarned: Schema.TaggedStruct<"ExtraMinuteEarned", {
        readonly inHand: Schema.Natural;
    }>;
    readonly ExtraMinuteSpent: Schema.TaggedStruct<"ExtraMinuteSpent", {
        readonly addedMs: Schema.Int;
        readonly endsAtMs: Schema.Int;
        readonly left: Schema.Natural;
    }>;
    readonly GameFinished: Schema.TaggedStruct<"GameFinished", {
        readonly reason: Schema.Literals<readonly ["everything played", "stopped", "table empty", "no questions", "paused too long"]>;
        readonly score: typeof Score;
        readonly results: Schema.$Array<typeof RoundResult>;
        readonly players: Schema.$Array<typeof Player>;
        /** Who answered and left the table before the end; absent: nobody. */
        readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    }>;
    readonly GamePaused: Schema.TaggedStruct<"GamePaused", {
        readonly why: Schema.Literals<readonly ["asked", "silence", "host gone"]>;
        readonly by: Schema.NullOr<typeof Player>;
    }>;
    readonly GameResumed: Schema.TaggedStruct<"GameResumed", {
        readonly by: Schema.NullOr<typeof Player>;
        readonly leftMs: Schema.Int;
    }>;
    readonly GameStarted: Schema.TaggedStruct<"GameStarted", {
        readonly captain: typeof Player;
    }>;
    readonly InfoShown: Schema.TaggedStruct<"InfoShown", {
        readonly topic: Schema.Literals<readonly ["session", "help", "rules", "welcome", "settings", "rating", "player", "history", "seasons", "questions", "licences"]>;
        readonly leftMs: Schema.NullOr<Schema.Int>;
    }>;
    readonly LobbyOpened: Schema.TaggedStruct<"LobbyOpened", {
        readonly by: typeof Player;
    }>;
    readonly PauseGoesOn: Schema.TaggedStruct<"PauseGoesOn", {
        readonly why: Schema.Literals<readonly ["asked", "silence", "host gone"]>;
    }>;
    readonly QuestionAsked: Schema.TaggedStruct<"QuestionAsked", {
        readonly round: Schema.Natural;
        readonly question: typeof Question;
        readonly blitz: Schema.NullOr<typeof BlitzPlace>;
        readonly captain: typeof Player;
        readonly endsAtMs: Schema.Int;
    }>;
    readonly QuestionWanted: Schema.TaggedStruct<"QuestionWanted", {
        readonly round: Schema.Natural;
        readonly place: Schema.Natural;
    }>;
    readonly Refused: Schema.TaggedStruct<"Refused", {
        readonly reason: Schema.Literals<readonly ["session running", "no session", "already seated", "not seated", "table full", "join between rounds", "captain only", "answerer not seated", "moment passed", "not now", "soloist only", "no extra minute", "club help off", "club help used", "paused", "not paused", "already voted", "own answer", "appeals off", "appeal used", "nothing to appeal", "table decided", "settings fixed", "too many seated", "stop not asked"]>;
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly RoundJudged: Schema.TaggedStruct<"RoundJudged", {
        readonly round: Schema.Natural;
        readonly question: typeof Question;
        readonly blitz: Schema.NullOr<typeof BlitzPlace>;
        readonly answerer: Schema.NullOr<typeof Player>;
        readonly given: Schema.NullOr<Schema.String>;
        readonly judgement: Schema.NullOr<typeof Judgement>;
        readonly point: Schema.Literals<readonly ["team", "bot"]>;
        readonly score: typeof Score;
    }>;
    readonly ScoreCorrected: Schema.TaggedStruct<"ScoreCorrected", {
        readonly round: Schema.Natural;
        readonly question: Schema.brand<Schema.NonEmptyString, "QuestionId">;
        readonly given: Schema.String;
        readonly score: typeof Score;
    }>;
    readonly SeatsChanged: Schema.TaggedStruct<"SeatsChanged", {
        readonly change: Schema.Literals<readonly ["joined", "left"]>;
        readonly player: typeof Player;
    }>;
    readonly SettingsChosen: Schema.TaggedStruct<"SettingsChosen", {
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        readonly settings: typeof Settings;
    }>;
    readonly SoloistNamed: Schema.TaggedStruct<"SoloistNamed", {
        readonly soloist: typeof Player;
        readonly chosen: Schema.Literals<readonly ["captain", "captain silent", "alone", "soloist left"]>;
    }>;
    readonly SoloistWanted: Schema.TaggedStruct<"SoloistWanted", {
        readonly captain: typeof Player;
    }>;
    readonly StopAsked: Schema.TaggedStruct<"StopAsked", {
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        readonly askedAtMs: Schema.Int;
        readonly endsAtMs: Schema.Int;
    }>;
    readonly StopDeclined: Schema.TaggedStruct<"StopDeclined", {
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly TextWanted: Schema.TaggedStruct<"TextWanted", {
        readonly answerer: typeof Player;
        readonly why: Schema.Literals<readonly ["no words", "cropped"]>;
    }>;
    readonly TimeGivenBack: Schema.TaggedStruct<"TimeGivenBack", {
        readonly lostMs: Schema.Int;
        readonly endsAtMs: Schema.Int;
    }>;
    readonly TimeRunningOut: Schema.TaggedStruct<"TimeRunningOut", {
        readonly leftMs: Schema.Int;
    }>;
    readonly TimerCleared: Schema.TaggedStruct<"TimerCleared", {
        readonly timer: Schema.Union<readonly [Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>]>;
    }>;
    readonly TimerSet: Schema.TaggedStruct<"TimerSet", {
        readonly timer: Schema.Union<readonly [Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>]>;
        readonly atMs: Schema.Int;
    }>;
    readonly VoteClosed: Schema.TaggedStruct<"VoteClosed", {
        readonly yes: Schema.Natural;
        readonly no: Schema.Natural;
        readonly accepted: Schema.Boolean;
    }>;
    readonly VoteOpened: Schema.TaggedStruct<"VoteOpened", {
        readonly round: Schema.Natural;
        readonly question: typeof Question;
        readonly blitz: Schema.NullOr<typeof BlitzPlace>;
        readonly answerer: Schema.NullOr<typeof Player>;
        readonly given: Schema.NullOr<Schema.String>;
        readonly judgement: Schema.NullOr<typeof Judgement>;
        readonly endsAtMs: Schema.Int;
    }>;
    readonly VoteTaken: Schema.TaggedStruct<"VoteTaken", {
        readonly yes: Schema.Natural;
        readonly no: Schema.Natural;
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        readonly left: Schema.NullOr<Schema.Natural>;
    }>;
    readonly WheelSpun: Schema.TaggedStruct<"WheelSpun", {
        readonly round: Schema.Natural;
        readonly stopped: Schema.Natural;
        readonly sector: Schema.Natural;
        readonly kind: Schema.Literals<readonly ["ordinary", "blitz", "super-blitz"]>;
    }>;
}>;
export type GameEffect = typeof GameEffect.Type;
/** One kind of effect, or several: `EffectOf<"RoundJudged">`. */
export type EffectOf<Tag extends GameEffect["_tag"]> = Extract<GameEffect, {
    readonly _tag: Tag;
}>;

// game-event
declare const Moment_base: Schema.Opaque<Moment, Schema.Struct<{
    readonly game: Schema.Natural;
    readonly round: Schema.Natural;
    readonly phase: Schema.String;
    /** Which question of a blitz, from the second on. */
    readonly place: Schema.optionalKey<Schema.Natural>;
}>, {}> & Omit<Schema.Struct<{
    readonly game: Schema.Natural;
    readonly round: Schema.Natural;
    readonly phase: Schema.String;
    /** Which question of a blitz, from the second on. */
    readonly place: Schema.optionalKey<Schema.Natural>;
}>, keyof Schema.Top>;
/**
 * Which step of which game a button was shown for: `momentOf` of the state then, to be sent back as `seen`. A press that
 * carries one acts only while the game is still there. `round` is 0 wherever no round is being played.
 */
export declare class Moment extends Moment_base {
}
/** What can be asked about. The engine knows none of the words: it tells the same topic back in `InfoShown`. */
export declare const InfoTopic: Schema.Literals<readonly ["session", "help", "rules", "welcome", "settings", "rating", "player", "history", "seasons", "questions", "licences"]>;
export type InfoTopic = typeof InfoTopic.Type;
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
export declare const GameEvent: Schema.TaggedUnion<{
    readonly AnswererNamed: Schema.TaggedStruct<"AnswererNamed", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        readonly seen: Schema.NullOr<typeof Moment>;
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        /** Who is to answer, or to play the super-blitz. */
        readonly player: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly AppealRequested: Schema.TaggedStruct<"AppealRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly ClubHelpRequested: Schema.TaggedStruct<"ClubHelpRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly EarlyAnswerRequested: Schema.TaggedStruct<"EarlyAnswerRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly ExtraMinuteRequested: Schema.TaggedStruct<"ExtraMinuteRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly GoRequested: Schema.TaggedStruct<"GoRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly HostGone: Schema.TaggedStruct<"HostGone", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
    }>;
    readonly HostReturned: Schema.TaggedStruct<"HostReturned", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
    }>;
    readonly InfoRequested: Schema.TaggedStruct<"InfoRequested", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Who asks. */
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        readonly topic: Schema.Literals<readonly ["session", "help", "rules", "welcome", "settings", "rating", "player", "history", "seasons", "questions", "licences"]>;
    }>;
    readonly JoinRequested: Schema.TaggedStruct<"JoinRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it, with the name to sit down under. */
        by: typeof Player;
    }>;
    readonly LeaveRequested: Schema.TaggedStruct<"LeaveRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly NextRequested: Schema.TaggedStruct<"NextRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly OutageEnded: Schema.TaggedStruct<"OutageEnded", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** How long nobody could play, in milliseconds. */
        readonly lostMs: Schema.Int;
    }>;
    readonly PauseRequested: Schema.TaggedStruct<"PauseRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly PlayerGone: Schema.TaggedStruct<"PlayerGone", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Who left the conversation; need not sit at the table. */
        readonly player: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly QuestionDrawn: Schema.TaggedStruct<"QuestionDrawn", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Of the `QuestionWanted` it replies to. */
        readonly round: Schema.Natural;
        /** Of the same: which question of the round. */
        readonly place: Schema.withDecodingDefaultKey<Schema.Natural, never>;
        readonly question: typeof Question;
    }>;
    readonly QuestionsExhausted: Schema.TaggedStruct<"QuestionsExhausted", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Of the `QuestionWanted` it replies to. */
        readonly round: Schema.Natural;
        /** Of the same: which question of the round. */
        readonly place: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    }>;
    readonly ResumeRequested: Schema.TaggedStruct<"ResumeRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly RulingMade: Schema.TaggedStruct<"RulingMade", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Of the state in which the appeal was filed. */
        readonly game: Schema.Natural;
        /** Of the `AppealFiled`. */
        readonly round: Schema.Natural;
        /** Whether the answer was right after all. */
        readonly accepted: Schema.Boolean;
    }>;
    readonly SettingsChanged: Schema.TaggedStruct<"SettingsChanged", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        readonly seen: Schema.NullOr<typeof Moment>;
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        /** Of the next game, or of the one that is being gathered. */
        readonly settings: typeof Settings;
    }>;
    readonly StartRequested: Schema.TaggedStruct<"StartRequested", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        readonly seen: Schema.NullOr<typeof Moment>;
        readonly by: typeof Player;
        /** Of the new game; null: those chosen since, else those of the game before. */
        readonly settings: Schema.NullOr<typeof Settings>;
        /** Who sat at the table when the last game ended sits there again; absent: `by` alone. */
        readonly again: Schema.optionalKey<Schema.Literal<true>>;
    }>;
    readonly StopAnswered: Schema.TaggedStruct<"StopAnswered", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Who answers. */
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        /** Of the state in which it was asked. */
        readonly game: Schema.Natural;
        /** Of the `StopAsked`. */
        readonly askedAtMs: Schema.Int;
        /** Whether to stop. */
        readonly yes: Schema.Boolean;
    }>;
    readonly StopOrdered: Schema.TaggedStruct<"StopOrdered", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
    }>;
    readonly StopRequested: Schema.TaggedStruct<"StopRequested", {
        /** When it happened, in whole milliseconds since the Unix epoch by your clock. */
        atMs: Schema.Int;
        /** Any 32-bit integer from your random source: the dice of this event. */
        seed: Schema.Int;
        /** The `Moment` of the button that was pressed; null: none was, it was typed. */
        seen: Schema.NullOr<typeof Moment>;
        /** Who wishes it. */
        by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly TextSaid: Schema.TaggedStruct<"TextSaid", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Who wrote it. */
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        /** As it was written. */
        readonly text: Schema.String;
        /** It reached you only in part, so it is not the answer. */
        readonly cropped: Schema.optionalKey<Schema.Literal<true>>;
        /** The word of a judge on it that was asked before, see `judged`; without one the engine's judges it now. */
        readonly judgement: Schema.optionalKey<typeof Judgement>;
    }>;
    readonly TimerFired: Schema.TaggedStruct<"TimerFired", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        /** Of the state in which the timer was set. */
        readonly game: Schema.Natural;
        /** Of the `TimerSet`. */
        readonly timer: Schema.Union<readonly [Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>]>;
    }>;
    readonly VoteCast: Schema.TaggedStruct<"VoteCast", {
        readonly atMs: Schema.Int;
        readonly seed: Schema.Int;
        readonly seen: Schema.NullOr<typeof Moment>;
        readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        /** Whether the answer is right. */
        readonly yes: Schema.Boolean;
    }>;
}>;
export type GameEvent = typeof GameEvent.Type;
/** One kind of event, or several: `EventOf<"VoteCast">`. */
export type EventOf<Tag extends GameEvent["_tag"]> = Extract<GameEvent, {
    readonly _tag: Tag;
}>;

// game-state
declare const Deadline_base: Schema.Opaque<Deadline, Schema.Struct<{
    readonly timer: Schema.Union<readonly [Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>]>;
    readonly atMs: Schema.Int;
}>, {}> & Omit<Schema.Struct<{
    readonly timer: Schema.Union<readonly [Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>]>;
    readonly atMs: Schema.Int;
}>, keyof Schema.Top>;
/** The one thing a waiting phase waits for: `timer` is due at `atMs`. */
export declare class Deadline extends Deadline_base {
}
declare const Reserves_base: Schema.Opaque<Reserves, Schema.Struct<{
    readonly extraMinutes: Schema.Natural;
    readonly clubHelps: Schema.Natural;
    readonly appeals: Schema.Natural;
}>, {}> & Omit<Schema.Struct<{
    readonly extraMinutes: Schema.Natural;
    readonly clubHelps: Schema.Natural;
    readonly appeals: Schema.Natural;
}>, keyof Schema.Top>;
/** What the team has in hand and can use once each. */
export declare class Reserves extends Reserves_base {
}
/** How many questions a sector holds, and for whom: one, or several in a row for the team or for one player alone. */
export declare const SectorKind: Schema.Literals<readonly ["ordinary", "blitz", "super-blitz"]>;
export type SectorKind = typeof SectorKind.Type;
/** A sector of the wheel, clockwise; once its question is played nobody needs to know what it was. */
export declare const Sector: Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>;
export type Sector = typeof Sector.Type;
declare const Table_base: Schema.Opaque<Table, Schema.Struct<{
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    /** 1 for the first round; 0 until it begins. */
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    /** Null: a game without a wheel. */
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    /** How many rounds in a row, this one included, nobody at the table has been heard in; 0: somebody was, in this one. */
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
}>, {}> & Omit<Schema.Struct<{
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    /** 1 for the first round; 0 until it begins. */
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    /** Null: a game without a wheel. */
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    /** How many rounds in a row, this one included, nobody at the table has been heard in; 0: somebody was, in this one. */
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
}>, keyof Schema.Top>;
/** The part every phase of a started game carries on to the next. */
export declare class Table extends Table_base {
}
/** What makes a round of several questions: all of them must be right. */
export declare const Series: Schema.TaggedUnion<{
    readonly Blitz: Schema.TaggedStruct<"Blitz", {
        passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
        passedMs: Schema.Int;
    }>;
    readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
        readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
        readonly passedMs: Schema.Int;
        readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
}>;
export type Series = typeof Series.Type;
declare const Idle_base: Schema.Opaque<Idle, Schema.TaggedStruct<"Idle", {
    game: Schema.Natural;
    settings: typeof Settings;
}>, {}> & Omit<Schema.TaggedStruct<"Idle", {
    game: Schema.Natural;
    settings: typeof Settings;
}>, keyof Schema.Top>;
/** No game has been played here yet. */
export declare class Idle extends Idle_base {
}
declare const Lobby_base: Schema.Opaque<Lobby, Schema.TaggedStruct<"Lobby", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly deadline: typeof Deadline;
}>, {}> & Omit<Schema.TaggedStruct<"Lobby", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly deadline: typeof Deadline;
}>, keyof Schema.Top>;
/** People take their seats. */
export declare class Lobby extends Lobby_base {
}
declare const SoloChoice_base: Schema.Opaque<SoloChoice, Schema.TaggedStruct<"SoloChoice", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
}>, {}> & Omit<Schema.TaggedStruct<"SoloChoice", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
}>, keyof Schema.Top>;
/** The captain names who plays the super-blitz alone. */
export declare class SoloChoice extends SoloChoice_base {
}
declare const Wheel_base: Schema.Opaque<Wheel, Schema.TaggedStruct<"Wheel", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
    series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
}>, {}> & Omit<Schema.TaggedStruct<"Wheel", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
    series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
}>, keyof Schema.Top>;
/** A question has been asked for and is on its way. */
export declare class Wheel extends Wheel_base {
}
declare const Discussion_base: Schema.Opaque<Discussion, Schema.TaggedStruct<"Discussion", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly askedAtMs: Schema.Int;
    readonly endsAtMs: Schema.Int;
    /** Extra minutes spent on this question. */
    readonly minutesSpent: Schema.Natural;
    /** Whether the club has helped with this question. */
    readonly helped: Schema.Boolean;
}>, {}> & Omit<Schema.TaggedStruct<"Discussion", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly askedAtMs: Schema.Int;
    readonly endsAtMs: Schema.Int;
    /** Extra minutes spent on this question. */
    readonly minutesSpent: Schema.Natural;
    /** Whether the club has helped with this question. */
    readonly helped: Schema.Boolean;
}>, keyof Schema.Top>;
/** The team thinks. The deadline is first the warning, then the end. */
export declare class Discussion extends Discussion_base {
}
declare const ClubHelp_base: Schema.Opaque<ClubHelp, Schema.TaggedStruct<"ClubHelp", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly askedAtMs: Schema.Int;
    readonly minutesSpent: Schema.Natural;
    readonly leftMs: Schema.Int;
}>, {}> & Omit<Schema.TaggedStruct<"ClubHelp", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly askedAtMs: Schema.Int;
    readonly minutesSpent: Schema.Natural;
    readonly leftMs: Schema.Int;
}>, keyof Schema.Top>;
/** Everybody in the conversation may prompt; what was left of the discussion then goes on. */
export declare class ClubHelp extends ClubHelp_base {
}
declare const Choice_base: Schema.Opaque<Choice, Schema.TaggedStruct<"Choice", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
    series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    question: typeof Question;
    askedAtMs: Schema.Int;
    early: Schema.Boolean;
    earnsMinute: Schema.Boolean;
}>, {}> & Omit<Schema.TaggedStruct<"Choice", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
    series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    question: typeof Question;
    askedAtMs: Schema.Int;
    early: Schema.Boolean;
    earnsMinute: Schema.Boolean;
}>, keyof Schema.Top>;
/** The captain names who answers. `early`: before the time to discuss was over. */
export declare class Choice extends Choice_base {
}
declare const Answer_base: Schema.Opaque<Answer, Schema.TaggedStruct<"Answer", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly askedAtMs: Schema.Int;
    readonly early: Schema.Boolean;
    readonly earnsMinute: Schema.Boolean;
    readonly answerer: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    /** There once the answerer was told that something without words is no answer. */
    readonly hinted: Schema.optionalKey<Schema.Boolean>;
}>, {}> & Omit<Schema.TaggedStruct<"Answer", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly askedAtMs: Schema.Int;
    readonly early: Schema.Boolean;
    readonly earnsMinute: Schema.Boolean;
    readonly answerer: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    /** There once the answerer was told that something without words is no answer. */
    readonly hinted: Schema.optionalKey<Schema.Boolean>;
}>, keyof Schema.Top>;
/** The named player answers. */
export declare class Answer extends Answer_base {
}
declare const Ballot_base: Schema.Opaque<Ballot, Schema.Struct<{
    readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly yes: Schema.Boolean;
}>, {}> & Omit<Schema.Struct<{
    readonly by: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly yes: Schema.Boolean;
}>, keyof Schema.Top>;
/** One vote: whether the answer is right. */
export declare class Ballot extends Ballot_base {
}
declare const Vote_base: Schema.Opaque<Vote, Schema.TaggedStruct<"Vote", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly earnsMinute: Schema.Boolean;
    /** The whole player: an answer stands even if who gave it has left since. */
    readonly answerer: typeof Player;
    readonly given: Schema.String;
    readonly judgement: typeof Judgement;
    readonly tookMs: Schema.Int;
    readonly ballots: Schema.$Array<typeof Ballot>;
}>, {}> & Omit<Schema.TaggedStruct<"Vote", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly series: Schema.NullOr<Schema.TaggedUnion<{
        readonly Blitz: Schema.TaggedStruct<"Blitz", {
            passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            passedMs: Schema.Int;
        }>;
        readonly SuperBlitz: Schema.TaggedStruct<"SuperBlitz", {
            readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
            readonly passedMs: Schema.Int;
            readonly soloist: Schema.brand<Schema.NonEmptyString, "PlayerId">;
        }>;
    }>>;
    readonly question: typeof Question;
    readonly earnsMinute: Schema.Boolean;
    /** The whole player: an answer stands even if who gave it has left since. */
    readonly answerer: typeof Player;
    readonly given: Schema.String;
    readonly judgement: typeof Judgement;
    readonly tookMs: Schema.Int;
    readonly ballots: Schema.$Array<typeof Ballot>;
}>, keyof Schema.Top>;
/** The judge could not decide, so the table does: is the answer right? */
export declare class Vote extends Vote_base {
}
declare const Verdict_base: Schema.Opaque<Verdict, Schema.TaggedStruct<"Verdict", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
}>, {}> & Omit<Schema.TaggedStruct<"Verdict", {
    game: Schema.Natural;
    settings: typeof Settings;
    startedAtMs: Schema.Int;
    players: Schema.NonEmptyArray<typeof Player>;
    captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    round: Schema.Natural;
    score: typeof Score;
    results: Schema.$Array<typeof RoundResult>;
    reserves: typeof Reserves;
    board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    silentRounds: Schema.Natural;
    stopAskedAtMs: Schema.NullOr<Schema.Int>;
    left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    deadline: typeof Deadline;
}>, keyof Schema.Top>;
/** The right answer is shown; seats may change; then the next round or the end. */
export declare class Verdict extends Verdict_base {
}
declare const Appeal_base: Schema.Opaque<Appeal, Schema.TaggedStruct<"Appeal", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly ballots: Schema.$Array<typeof Ballot>;
}>, {}> & Omit<Schema.TaggedStruct<"Appeal", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly startedAtMs: Schema.Int;
    readonly players: Schema.NonEmptyArray<typeof Player>;
    readonly captain: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    readonly round: Schema.Natural;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly reserves: typeof Reserves;
    readonly board: Schema.NullOr<Schema.NonEmptyArray<Schema.Literals<readonly ["ordinary", "blitz", "super-blitz", "played"]>>>;
    readonly silentRounds: Schema.Natural;
    readonly stopAskedAtMs: Schema.NullOr<Schema.Int>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly deadline: typeof Deadline;
    readonly ballots: Schema.$Array<typeof Ballot>;
}>, keyof Schema.Top>;
/** The table votes whether the answer of the round just played was right after all. */
export declare class Appeal extends Appeal_base {
}
/**
 * Why the game is held: somebody at the table asked for it (`asked`), nobody there was heard for too long (`silence`), or
 * whoever runs the game cannot speak in the conversation (`host gone`).
 */
export declare const PauseReason: Schema.Literals<readonly ["asked", "silence", "host gone"]>;
export type PauseReason = typeof PauseReason.Type;
declare const Paused_base: Schema.Opaque<Paused, Schema.TaggedStruct<"Paused", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly held: Schema.Union<readonly [typeof Lobby, typeof SoloChoice, typeof Wheel, typeof Discussion, typeof ClubHelp, typeof Choice, typeof Answer, typeof Vote, typeof Verdict, typeof Appeal]>;
    readonly why: Schema.Literals<readonly ["asked", "silence", "host gone"]>;
    /** Of a game whose host is gone: why it was held before that already; null: it was not. */
    readonly heldBefore: Schema.NullOr<Schema.Literals<readonly ["asked", "silence"]>>;
    readonly pausedAtMs: Schema.Int;
    readonly deadline: typeof Deadline;
}>, {}> & Omit<Schema.TaggedStruct<"Paused", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    readonly held: Schema.Union<readonly [typeof Lobby, typeof SoloChoice, typeof Wheel, typeof Discussion, typeof ClubHelp, typeof Choice, typeof Answer, typeof Vote, typeof Verdict, typeof Appeal]>;
    readonly why: Schema.Literals<readonly ["asked", "silence", "host gone"]>;
    /** Of a game whose host is gone: why it was held before that already; null: it was not. */
    readonly heldBefore: Schema.NullOr<Schema.Literals<readonly ["asked", "silence"]>>;
    readonly pausedAtMs: Schema.Int;
    readonly deadline: typeof Deadline;
}>, keyof Schema.Top>;
/** `held` is the phase as it was at `pausedAtMs`, its deadline put away; the deadline outside is that of the pause. */
export declare class Paused extends Paused_base {
}
/**
 * Why a game ended: all its rounds or enough points (`everything played`), a `StopRequested` (`stopped`), the last player
 * left (`table empty`), `QuestionsExhausted` (`no questions`), a pause longer than `pauseMaxMs` (`paused too long`).
 */
export declare const FinishReason: Schema.Literals<readonly ["everything played", "stopped", "table empty", "no questions", "paused too long"]>;
export type FinishReason = typeof FinishReason.Type;
declare const Finished_base: Schema.Opaque<Finished, Schema.TaggedStruct<"Finished", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    /** What was chosen since for the game after this one; null: the same again. */
    readonly nextSettings: Schema.NullOr<typeof Settings>;
    readonly startedAtMs: Schema.Int;
    readonly finishedAtMs: Schema.Int;
    readonly players: Schema.$Array<typeof Player>;
    readonly captain: Schema.NullOr<Schema.brand<Schema.NonEmptyString, "PlayerId">>;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly reason: Schema.Literals<readonly ["everything played", "stopped", "table empty", "no questions", "paused too long"]>;
    /** Who of `players` left the conversation since, and sits at no rematch; absent: nobody. */
    readonly gone: Schema.optionalKey<Schema.$Array<Schema.brand<Schema.NonEmptyString, "PlayerId">>>;
}>, {}> & Omit<Schema.TaggedStruct<"Finished", {
    readonly game: Schema.Natural;
    readonly settings: typeof Settings;
    /** What was chosen since for the game after this one; null: the same again. */
    readonly nextSettings: Schema.NullOr<typeof Settings>;
    readonly startedAtMs: Schema.Int;
    readonly finishedAtMs: Schema.Int;
    readonly players: Schema.$Array<typeof Player>;
    readonly captain: Schema.NullOr<Schema.brand<Schema.NonEmptyString, "PlayerId">>;
    readonly score: typeof Score;
    readonly results: Schema.$Array<typeof RoundResult>;
    readonly left: Schema.optionalKey<Schema.$Array<typeof Player>>;
    readonly reason: Schema.Literals<readonly ["everything played", "stopped", "table empty", "no questions", "paused too long"]>;
    /** Who of `players` left the conversation since, and sits at no rematch; absent: nobody. */
    readonly gone: Schema.optionalKey<Schema.$Array<Schema.brand<Schema.NonEmptyString, "PlayerId">>>;
}>, keyof Schema.Top>;
/** The game is over and its results remain. A lobby that ended before its game began has played nothing. */
export declare class Finished extends Finished_base {
}
/**
 * What a game remembers between two events: one struct per phase, plain JSON throughout. A field exists only in the
 * phases where it has a meaning: no program can read the named player before the captain has named one.
 *
 * `Idle` → `Lobby` → for each round [`SoloChoice` →] `Wheel` → `Discussion` [⇄ `ClubHelp`] → `Choice` → `Answer`
 * [→ `Vote`] → `Verdict` [⇄ `Appeal`] → `Finished` → `Lobby` of the next game. A blitz goes from `Answer` or `Vote` back
 * to `Wheel`; a super-blitz skips `Choice`; a captain who names somebody in time skips it too. `Paused` holds any phase
 * that waits.
 */
export declare const GameState: Schema.toTaggedUnion<"_tag", readonly [typeof Idle, typeof Lobby, typeof SoloChoice, typeof Wheel, typeof Discussion, typeof ClubHelp, typeof Choice, typeof Answer, typeof Vote, typeof Verdict, typeof Appeal, typeof Paused, typeof Finished]>;
export type GameState = typeof GameState.Type;
/** The phases of a game that has begun, is not over and not paused. */
export type Running = SoloChoice | Wheel | Discussion | ClubHelp | Choice | Answer | Vote | Verdict | Appeal;
/** The phases that wait for people until a deadline. */
export type Waiting = Lobby | Running;
/** What the phases are called. */
export type Phase = GameState["_tag"];
/** The phase that a pause holds, or the one that there is. */
export declare const unpaused: (state: GameState) => Exclude<GameState, Paused>;
/** What the next game would be played with. */
export declare const nextSettingsOf: (state: GameState) => Settings;
/**
 * Where every conversation begins: nothing has been played. `settings` are the first game's, unless others are chosen; a
 * number no game can be played with becomes the nearest.
 */
export declare const initialState: (settings: Settings) => GameState;

// ids
/** A person. Opaque here: the adapter decides what it is built from. */
export declare const PlayerId: Schema.brand<Schema.NonEmptyString, "PlayerId">;
export type PlayerId = typeof PlayerId.Type;
declare const Player_base: Schema.Opaque<Player, Schema.Struct<{
    readonly id: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    /** The name the others know them by. */
    readonly name: Schema.NonEmptyString;
    /** Whatever you want to find again beside a player: the state keeps it, and the rules never look at it. */
    readonly extra: Schema.optionalKey<Schema.Codec<Schema.Json, Schema.Json, never, never>>;
}>, {}> & Omit<Schema.Struct<{
    readonly id: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    /** The name the others know them by. */
    readonly name: Schema.NonEmptyString;
    /** Whatever you want to find again beside a player: the state keeps it, and the rules never look at it. */
    readonly extra: Schema.optionalKey<Schema.Codec<Schema.Json, Schema.Json, never, never>>;
}>, keyof Schema.Top>;
/** Someone who can sit at the table. */
export declare class Player extends Player_base {
}
/** Tells questions apart. Opaque here: whoever keeps the questions decides what it is. */
export declare const QuestionId: Schema.brand<Schema.NonEmptyString, "QuestionId">;
export type QuestionId = typeof QuestionId.Type;
/** Milliseconds since the Unix epoch. Always comes in on an event; the engine has no clock. */
export declare const EpochMs: Schema.Int;
export type EpochMs = typeof EpochMs.Type;
/** A length of time in milliseconds. */
export declare const DurationMs: Schema.Int;
export type DurationMs = typeof DurationMs.Type;
/** The dice of one event: any 32-bit integer, of a larger one only 32 bits count. The engine rolls nothing itself. */
export declare const Seed: Schema.Int;
export type Seed = typeof Seed.Type;
/** What a deadline is for. */
export declare const TimerKind: Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>;
export type TimerKind = typeof TimerKind.Type;
/**
 * Names one wait of one round (`3/answer`; the second wait of that kind is `3/answer#2`; the second question of a blitz
 * has `3.2/answer`), so that a timer which fires late can be recognised. A name that has fired never comes again in its
 * game; a wait moved by an outage, a pause or an extra minute keeps its own.
 */
export declare const TimerName: Schema.Union<readonly [Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>]>, Schema.TemplateLiteral<readonly [Schema.Natural, ".", Schema.Natural, "/", Schema.Literals<readonly ["lobby", "soloist", "wheel", "warning", "discussion", "club", "choice", "answer", "vote", "verdict", "appeal", "pause"]>, "#", Schema.Natural]>]>;
export type TimerName = typeof TimerName.Type;

// json-value
/** Any JSON nested 64 deep at most. The engine keeps it as it is and never looks into it. */
export declare const JsonValue: Schema.Codec<Schema.Json, Schema.Json, never, never>;

// judge/compile-answer
/** What of a question the judge reads. */
export interface ReferenceAnswer {
    readonly answer: string;
    /** Зачёт: what else is right, or how to tell what is. */
    readonly accepted: ReadonlyArray<string>;
    /** Незачёт. */
    readonly rejected: ReadonlyArray<string>;
    /** The question itself, so that an answer that only repeats it is seen. */
    readonly text?: string;
}
/** One of the things a numbered question asks. */
interface Subanswer {
    readonly forms: ReadonlyArray<CompiledForm>;
    /** «любой ответ»: whatever is said counts. */
    readonly anything: boolean;
}
/** A reference answer that was read once: plain data, to be kept and given to `judge` as it is. */
export interface CompiledAnswer {
    /** The texts as they are written: whoever repeats one letter for letter is right. */
    readonly written: ReadonlyArray<string>;
    readonly forms: ReadonlyArray<CompiledForm>;
    readonly subanswers: ReadonlyArray<Subanswer>;
    readonly ranges: ReadonlyArray<NumberRange>;
    readonly rejected: ReadonlyArray<CompiledForm>;
    readonly keywords: ReadonlyArray<CompiledKeyword>;
    /** What an answer has to mention for people to judge its meaning. */
    readonly mentions: ReadonlyArray<CompiledKeyword>;
    readonly rejectedKeywords: ReadonlyArray<CompiledKeyword>;
    readonly flags: Flags;
    /** The text of the question, to tell an answer that only repeats it. */
    readonly question: string;
    /** Given answers longer than this are not read, unless they repeat the reference letter for letter. */
    readonly longest: number;
}
/**
 * Reads a reference answer: `[optional]` words, alternatives divided by `;` or « или », «точный ответ», «по слову X»,
 * «в любом порядке», незачёт. Total: any text is read somehow, the first 10,000 characters of it, and of a list the first
 * 200 texts.
 */
export declare const compileAnswer: (question: ReferenceAnswer) => CompiledAnswer;

// judge/judge
/**
 * The verdict on one given answer, by the rules of the sport. Total: any text gets a verdict, whatever it holds.
 *
 * `accepted` and `rejected` are certain; `disputed` is for people to decide, as the text may be right. The reason says which
 * case it was, `matched` the form of the reference it was held against. With a `lexicon` two words are never taken for one.
 */
export declare const judge: (compiled: CompiledAnswer, given: string, lexicon?: Lexicon) => Judgement;

// judge/reference/compiled-form
interface FormTraits {
    /** Only this wording is right. */
    readonly strict: boolean;
    /** A strict wording may still be declined. */
    readonly anyForm: boolean;
    /** False when it may be only a piece of an answer. */
    readonly certain: boolean;
    /** Its words belong in this order. */
    readonly ordered: boolean;
    /** No other wording of the same is meant: «солнечный город» is wrong, and «город Солнца» right. */
    readonly literal?: true;
}
interface CompiledForm extends FormTraits {
    readonly shown: string;
    readonly normal: string;
    readonly reading: string;
    /** The reading without the optional parts. */
    readonly bare: string;
}

// judge/reference/compiled-keyword
interface CompiledKeyword {
    readonly shown: string;
    readonly normal: string;
}

// judge/reference/flags
interface Flags {
    /** «точный ответ»: the wording is the point. */
    readonly exact: boolean;
    /** «в любом числе и падеже»: an exact answer may still be declined. */
    readonly anyForm: boolean;
    readonly anyOrder: boolean;
    /** «именно в таком порядке» */
    readonly ordered: boolean;
    readonly surname: boolean;
    readonly noWrongExtras: boolean;
    /** «синонимичные ответы», «и т. п.»: only a person can tell. */
    readonly similar: boolean;
    readonly byMeaning: boolean;
    /** «по корню „сме“», «или однокоренным»: a word of the same root will do for the keyword. */
    readonly kindred: boolean;
}

// judge/verdict/judgement
/** `disputed`: it may be right, and people have to decide. */
export declare const JudgeVerdict: Schema.Literals<readonly ["accepted", "rejected", "disputed"]>;
export type JudgeVerdict = typeof JudgeVerdict.Type;
/** The cases of judging; the words for each belong to whoever talks to people. */
export declare const JudgeReason: Schema.Literals<readonly ["exact", "form", "word order", "spacing", "typo", "transliteration", "keyboard layout", "keyword", "extra words", "partial", "near", "abbreviation", "by meaning", "inexact", "list of guesses", "wrong number", "wrong name", "wrong order", "negation", "in rejected", "empty", "formal", "too long", "other"]>;
export type JudgeReason = typeof JudgeReason.Type;
declare const Judgement_base: Schema.Opaque<Judgement, Schema.Struct<{
    readonly verdict: Schema.Literals<readonly ["accepted", "rejected", "disputed"]>;
    readonly reason: Schema.Literals<readonly ["exact", "form", "word order", "spacing", "typo", "transliteration", "keyboard layout", "keyword", "extra words", "partial", "near", "abbreviation", "by meaning", "inexact", "list of guesses", "wrong number", "wrong name", "wrong order", "negation", "in rejected", "empty", "formal", "too long", "other"]>;
    /** The accepted or rejected form it was held against, if there was one. */
    readonly matched: Schema.NullOr<Schema.String>;
}>, {}> & Omit<Schema.Struct<{
    readonly verdict: Schema.Literals<readonly ["accepted", "rejected", "disputed"]>;
    readonly reason: Schema.Literals<readonly ["exact", "form", "word order", "spacing", "typo", "transliteration", "keyboard layout", "keyword", "extra words", "partial", "near", "abbreviation", "by meaning", "inexact", "list of guesses", "wrong number", "wrong name", "wrong order", "negation", "in rejected", "empty", "formal", "too long", "other"]>;
    /** The accepted or rejected form it was held against, if there was one. */
    readonly matched: Schema.NullOr<Schema.String>;
}>, keyof Schema.Top>;
/** What the judge says of an answer, and why. */
export declare class Judgement extends Judgement_base {
}

// judge/wording/number-range
interface NumberRange {
    readonly from: number;
    readonly to: number;
    readonly shown: string;
    /** Where the units stand that it is counted in, if any. */
    readonly units: string;
    /** False for an answer that is itself a range: then a number inside it may be too little. */
    readonly certain: boolean;
}

// judge/words/lexicon
/** A word of the dictionary that a written word may be a form of. */
export interface Lemma {
    /** The same for all forms of the word, another for every other word. */
    readonly id: string;
    /** The form that a dictionary lists. */
    readonly word: string;
    /** It was written in that form. */
    readonly base: boolean;
    readonly kind: "noun" | "adjective" | "verb" | "other";
    readonly name: "given" | "patronymic" | "surname" | null;
    readonly indeclinable: boolean;
    /** Of a person or an animal. */
    readonly animate: boolean;
}
/** Somebody known by a surname: small letters, «е» for «ё». */
export interface Person {
    /** Every word of the given name, and of its other spellings. */
    readonly given: ReadonlyArray<string>;
    readonly patronymic: string | null;
    /** Somebody else is meant by the surname alone. */
    readonly lesser?: boolean;
}
export interface Lexicon {
    /**
     * Every word that `word` may be a form of; none when the dictionary does not know it. `word` is in lower case, with «е» for «ё».
     * Pure and total: the same answer for the same word, whatever it holds.
     */
    readonly lemmas: (word: string) => ReadonlyArray<Lemma>;
    /** What a well-known thing of that name is: «озеро» for «байкал»; none when it is none. */
    readonly kinds: (name: string) => ReadonlyArray<string>;
    /** Well-known bearers of the surname; none when there are none, or when it is no surname. */
    readonly people: (surname: string) => ReadonlyArray<Person>;
    /** The surnames of those who made the well-known work of that title, as words without signs: «пушкин» for «капитанская дочка». */
    readonly authors?: (title: string) => ReadonlyArray<string>;
    /** Other words, as a dictionary lists them, that people write for that one: «призрак» for «тень». */
    readonly akin?: (word: string) => ReadonlyArray<string>;
    /**
     * What else the thing of that name is called, as right as the name: «вне игры» for «офсайд». `phrase` is a whole answer in small
     * letters, with «е» for «ё» and its words divided by single spaces; it may stand in any case. The names are written alike.
     */
    readonly otherNames?: (phrase: string) => ReadonlyArray<string>;
    /** What it is called by many, though it may be more, less or another: whether that will do is for people to decide. */
    readonly nearNames?: (phrase: string) => ReadonlyArray<string>;
}

// question
declare const Handout_base: Schema.Opaque<Handout, Schema.Struct<{
    readonly text: Schema.NullOr<Schema.String>;
    readonly imageUrl: Schema.NullOr<Schema.String>;
}>, {}> & Omit<Schema.Struct<{
    readonly text: Schema.NullOr<Schema.String>;
    readonly imageUrl: Schema.NullOr<Schema.String>;
}>, keyof Schema.Top>;
/** Something handed out with the question: a text, a picture, or both. */
export declare class Handout extends Handout_base {
}
declare const Question_base: Schema.Opaque<Question, Schema.Struct<{
    readonly id: Schema.brand<Schema.NonEmptyString, "QuestionId">;
    /** What is asked. */
    readonly text: Schema.NonEmptyString;
    /** Null: nothing is handed out. */
    readonly handout: Schema.NullOr<typeof Handout>;
    /** The reference answer; `[parts in brackets]` are optional. */
    readonly answer: Schema.NonEmptyString;
    /** Зачёт: what else is right. */
    readonly accepted: Schema.$Array<Schema.NonEmptyString>;
    /** Незачёт: what is wrong although it looks right. */
    readonly rejected: Schema.$Array<Schema.NonEmptyString>;
    /** To be told with the right answer; null: nothing. */
    readonly comment: Schema.NullOr<Schema.String>;
    readonly source: Schema.NullOr<Schema.String>;
    readonly author: Schema.NullOr<Schema.String>;
    /** A picture to be told with the right answer; absent: none. */
    readonly answerImageUrl: Schema.optionalKey<Schema.NonEmptyString>;
    /** What its licence wants to be shown with the answer; absent: nothing. */
    readonly credit: Schema.optionalKey<Schema.NonEmptyString>;
}>, {}> & Omit<Schema.Struct<{
    readonly id: Schema.brand<Schema.NonEmptyString, "QuestionId">;
    /** What is asked. */
    readonly text: Schema.NonEmptyString;
    /** Null: nothing is handed out. */
    readonly handout: Schema.NullOr<typeof Handout>;
    /** The reference answer; `[parts in brackets]` are optional. */
    readonly answer: Schema.NonEmptyString;
    /** Зачёт: what else is right. */
    readonly accepted: Schema.$Array<Schema.NonEmptyString>;
    /** Незачёт: what is wrong although it looks right. */
    readonly rejected: Schema.$Array<Schema.NonEmptyString>;
    /** To be told with the right answer; null: nothing. */
    readonly comment: Schema.NullOr<Schema.String>;
    readonly source: Schema.NullOr<Schema.String>;
    readonly author: Schema.NullOr<Schema.String>;
    /** A picture to be told with the right answer; absent: none. */
    readonly answerImageUrl: Schema.optionalKey<Schema.NonEmptyString>;
    /** What its licence wants to be shown with the answer; absent: nothing. */
    readonly credit: Schema.optionalKey<Schema.NonEmptyString>;
}>, keyof Schema.Top>;
/** A question as the game needs it: what is asked, what is right, what is told afterwards. */
export declare class Question extends Question_base {
}

// reduce
/**
 * What `event` makes of a game: the next state and what to do about it.
 *
 * Pure and total: any event of its type gives a step and never throws, the same event in the same state always the same
 * step, and a state of a step can always be stored and read again. Neither is changed. What an event brings that no state
 * can hold becomes the nearest that it can: a time is cut to whole milliseconds, a number of `Settings` to one a game can
 * be played with, a player without a name is called by the id. A question without text or answer is as if none had come. Time is the event's `atMs`, dice are its `seed`; there is no other source of either. A
 * wish the rules do not grant gives the very same `state` object and a single `Refused`; an event that means nothing
 * now gives the very same `state` object and no effects. But where silence is minded (`silentRoundsMax`), the first event of
 * anybody at the table in a round makes another state, in which `silentRounds` is 0: also one that is refused, or means nothing. Which event does what, and how it is refused: `GameEvent`.
 */
export declare const reduce: (state: GameState, event: GameEvent) => Step;

// refusal
/**
 * Why a player's wish was refused, for `Refused`. The words for people are yours to find. Which wish can meet which:
 * `GameEvent`.
 *
 * - `session running`: a table is open or a game goes on; stop it first.
 * - `no session`: no table is open.
 * - `already seated`, `not seated`: who wishes sits at the table, or does not.
 * - `table full`: `playersMax` people sit there.
 * - `join between rounds`: one can sit down only before the game and after a verdict.
 * - `captain only`: it is for the captain.
 * - `soloist only`: a super-blitz is played by one player alone.
 * - `answerer not seated`: the captain named somebody who does not sit at the table.
 * - `moment passed`: the button was of a step that is over.
 * - `not now`: it means nothing in this phase.
 * - `no extra minute`: none is in hand.
 * - `club help off`, `appeals off`: the settings allow none.
 * - `club help used`, `appeal used`: as many as the settings allow, or one in this question or round, were asked for.
 * - `paused`, `not paused`: the game is held, or is not.
 * - `already voted`: each has one vote.
 * - `own answer`: who gave the answer has no vote on it while there are others.
 * - `nothing to appeal`: the round was won, or nothing was answered.
 * - `table decided`: the vote of the table decided this round; it is not asked again.
 * - `settings fixed`: a running game keeps its settings.
 * - `stop not asked`: nobody asked whether to stop, or it was answered, or too long ago.
 * - `too many seated`: more people sit at the table than the new settings have seats for.
 */
export declare const Refusal: Schema.Literals<readonly ["session running", "no session", "already seated", "not seated", "table full", "join between rounds", "captain only", "answerer not seated", "moment passed", "not now", "soloist only", "no extra minute", "club help off", "club help used", "paused", "not paused", "already voted", "own answer", "appeals off", "appeal used", "nothing to appeal", "table decided", "settings fixed", "too many seated", "stop not asked"]>;
export type Refusal = typeof Refusal.Type;

// replay
/** What came of a log. */
export interface Replay {
    /** After the last event; of no events, the initial one. */
    readonly state: GameState;
    /** One step for each event, in order. */
    readonly steps: ReadonlyArray<Step>;
}
/**
 * `reduce`, event by event: the same log always makes the same states and effects. Carry out none of the effects again;
 * refused and ignored events may stay in the log.
 */
export declare const replay: (initial: GameState, events: Iterable<GameEvent>) => Replay;

// round-result
declare const Score_base: Schema.Opaque<Score, Schema.Struct<{
    readonly team: Schema.Natural;
    readonly bot: Schema.Natural;
}>, {}> & Omit<Schema.Struct<{
    readonly team: Schema.Natural;
    readonly bot: Schema.Natural;
}>, keyof Schema.Top>;
/** One point a round: to the team for a right answer, else to the bot. */
export declare class Score extends Score_base {
}
declare const RoundResult_base: Schema.Opaque<RoundResult, Schema.Struct<{
    /** The question that decided the round: the only one, or the last of a blitz. */
    readonly question: Schema.brand<Schema.NonEmptyString, "QuestionId">;
    /** The questions of a blitz that were answered right before it. */
    readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
    /** Null when the round ended without anybody named. */
    readonly answerer: Schema.NullOr<Schema.brand<Schema.NonEmptyString, "PlayerId">>;
    /** What was answered, the beginning of it if it was long; null: nothing. */
    readonly given: Schema.NullOr<Schema.String>;
    /** As it stands now: an accepted appeal makes it true. */
    readonly right: Schema.Boolean;
    /** Who had the last word. */
    readonly decidedBy: Schema.Literals<readonly ["judge", "table", "admin"]>;
    /** `open`: an admin has not ruled yet. */
    readonly appeal: Schema.Literals<readonly ["none", "open", "accepted", "rejected"]>;
    /** From the question to the answer, of a blitz all of them; waiting given back by an outage or pause not counted. */
    readonly tookMs: Schema.Int;
}>, {}> & Omit<Schema.Struct<{
    /** The question that decided the round: the only one, or the last of a blitz. */
    readonly question: Schema.brand<Schema.NonEmptyString, "QuestionId">;
    /** The questions of a blitz that were answered right before it. */
    readonly passed: Schema.$Array<Schema.brand<Schema.NonEmptyString, "QuestionId">>;
    /** Null when the round ended without anybody named. */
    readonly answerer: Schema.NullOr<Schema.brand<Schema.NonEmptyString, "PlayerId">>;
    /** What was answered, the beginning of it if it was long; null: nothing. */
    readonly given: Schema.NullOr<Schema.String>;
    /** As it stands now: an accepted appeal makes it true. */
    readonly right: Schema.Boolean;
    /** Who had the last word. */
    readonly decidedBy: Schema.Literals<readonly ["judge", "table", "admin"]>;
    /** `open`: an admin has not ruled yet. */
    readonly appeal: Schema.Literals<readonly ["none", "open", "accepted", "rejected"]>;
    /** From the question to the answer, of a blitz all of them; waiting given back by an outage or pause not counted. */
    readonly tookMs: Schema.Int;
}>, keyof Schema.Top>;
/** What is remembered of a round that is over: enough for the results, and for a ruling that comes later. */
export declare class RoundResult extends RoundResult_base {
}

// rules/ballot
interface Count {
    readonly yes: number;
    readonly no: number;
    /** Who may vote and have not; null: anybody in the conversation may, and nobody knows how many they are. */
    readonly left: number | null;
}
/** Why `by` has no vote in it now; null: `by` has one. */
export declare const voteRefusalOf: (state: Vote | Appeal, by: PlayerId) => Refusal | null;
/** How many are for the answer and against it, and how many have not voted: of a `Vote` or an `Appeal`. */
export declare const countOf: (state: Vote | Appeal) => Count;

// rules/best-player
/**
 * Most right answers; of equals, the least time for the right ones together; of those, who sat down first. Null if
 * nobody who sits at the table was right.
 */
export declare const bestPlayer: (results: ReadonlyArray<RoundResult>, players: ReadonlyArray<Player>) => Player | null;

// rules/end-of-game
/** All the rounds, or enough points for a side, whichever comes first. Of a `Verdict`: no round comes after it. */
export declare const isEverythingPlayed: ({ round, score, settings: { pointsToWin, rounds } }: Table) => boolean;

// rules/judge-text
/**
 * The event as it should be logged: as the rules take it, and an answer with the judge's word on it. A log of such events
 * replays to the same game with any later judge and any dictionary, or none. `state` is the one before the event.
 */
export declare const judged: (state: GameState, event: GameEvent, lexicon?: Lexicon) => GameEvent;

// rules/moment
/** The round is 0 wherever no round is being played. */
export declare const momentOf: (state: GameState) => Moment;

// rules/series
interface InSeries {
    readonly settings: Settings;
    readonly series: Series | null;
}
/** The place of the question that is waited for. */
export declare const placeOf: ({ series }: Wheel) => number;
/** Which question of how many a blitz or super-blitz has got to; null in a round of one question. */
export declare const blitzPlaceOf: ({ series, settings }: InSeries) => BlitzPlace | null;

// settings
/** What the presets are called in data. */
export declare const PresetName: Schema.Literals<readonly ["lightning", "quick", "classic", "tv", "slow"]>;
export type PresetName = typeof PresetName.Type;
declare const WheelSettings_base: Schema.Opaque<WheelSettings, Schema.Struct<{
    readonly sectors: Schema.Int;
    readonly blitz: Schema.Natural;
    readonly superBlitz: Schema.Natural;
}>, {}> & Omit<Schema.Struct<{
    readonly sectors: Schema.Int;
    readonly blitz: Schema.Natural;
    readonly superBlitz: Schema.Natural;
}>, keyof Schema.Top>;
/** The sectors of the wheel; those that are neither blitz nor super-blitz hold one ordinary question each. */
export declare class WheelSettings extends WheelSettings_base {
}
declare const Settings_base: Schema.Opaque<Settings, Schema.Struct<{
    /** Which preset these numbers began as, one of `presets` or of your own; only shown, never decided on. */
    readonly preset: Schema.String;
    /** The game ends after this many rounds; null: only points end it. */
    readonly rounds: Schema.NullOr<Schema.Int>;
    /** The game ends when a side has this many points; null: only rounds end it. */
    readonly pointsToWin: Schema.NullOr<Schema.Int>;
    /** How many seats the table has. */
    readonly playersMax: Schema.Int;
    /** How long people can sit down before the game begins by itself. */
    readonly lobbyMs: Schema.Int;
    /** How long to wait for a question before asking for it again. */
    readonly wheelMs: Schema.Int;
    /** How long the team thinks, and how long an extra minute is. */
    readonly discussionMs: Schema.Int;
    /** How long before the end of the discussion the team is warned; 0 or not less than the discussion: never. */
    readonly warningMs: Schema.Int;
    /** How long the captain has to name somebody before the lot does. */
    readonly choiceMs: Schema.Int;
    /** How long the named player has; silence is a wrong answer. */
    readonly answerMs: Schema.Int;
    /** How long a verdict is shown before the next round. */
    readonly verdictMs: Schema.Int;
    /** An outage shorter than this is given back without a word; 0: every one is told. */
    readonly outageNoticeMs: Schema.Int;
    /** Null: there is no wheel, and every round is one ordinary question. */
    readonly wheel: Schema.withDecodingDefaultKey<Schema.NullOr<typeof WheelSettings>, never>;
    /** How many questions a blitz and a super-blitz have. */
    readonly blitzQuestions: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** The discussion of each question of a blitz. */
    readonly blitzMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** How many extra minutes a team can have in hand; 0: none are earned. */
    readonly extraMinutesMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** How often in a game the club may help; 0: never. */
    readonly clubHelps: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** How long the club may prompt. */
    readonly clubHelpMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** How long the table votes on a disputed answer; 0: no vote, a disputed answer is not a right one. */
    readonly voteMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** Whose a vote is when it ends in a tie, or nobody votes. */
    readonly tieGoesTo: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["team", "bot"]>, never>;
    /** How many appeals a team has in a game; 0: none. */
    readonly appeals: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** Who rules on an appeal: the table at once, or an admin at any later time. */
    readonly appealBy: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["table", "admin"]>, never>;
    /** How long the table votes on an appeal. */
    readonly appealMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** A pause longer than this ends the game. */
    readonly pauseMaxMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** Who may vote: everybody in the conversation, or only who sits at the table. */
    readonly voters: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["conversation", "table"]>, never>;
    /** Whether who gave the answer votes on it while there are others; one who is alone always does. */
    readonly authorVotes: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    /** How long a vote of the conversation stays open once everybody at the table has voted; 0: not at all. */
    readonly lastVotesMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /**
     * The game is held after this many rounds in a row without any event of anybody at the table, be it talk or a wish that is
     * refused; 0: never.
     */
    readonly silentRoundsMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** How long a wish to stop waits to be confirmed; 0: it is granted at once. */
    readonly stopConfirmMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** Whether who is alone at the table answers without being asked who does. */
    readonly skipsLoneChoice: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    /** Whether people want to see the time run while the team thinks; only shown, never decided on. */
    readonly clock: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    /** Whatever you want to find again beside the numbers: the state keeps it, and the rules never look at it. */
    readonly extra: Schema.optionalKey<Schema.Codec<Schema.Json, Schema.Json, never, never>>;
}>, {}> & Omit<Schema.Struct<{
    /** Which preset these numbers began as, one of `presets` or of your own; only shown, never decided on. */
    readonly preset: Schema.String;
    /** The game ends after this many rounds; null: only points end it. */
    readonly rounds: Schema.NullOr<Schema.Int>;
    /** The game ends when a side has this many points; null: only rounds end it. */
    readonly pointsToWin: Schema.NullOr<Schema.Int>;
    /** How many seats the table has. */
    readonly playersMax: Schema.Int;
    /** How long people can sit down before the game begins by itself. */
    readonly lobbyMs: Schema.Int;
    /** How long to wait for a question before asking for it again. */
    readonly wheelMs: Schema.Int;
    /** How long the team thinks, and how long an extra minute is. */
    readonly discussionMs: Schema.Int;
    /** How long before the end of the discussion the team is warned; 0 or not less than the discussion: never. */
    readonly warningMs: Schema.Int;
    /** How long the captain has to name somebody before the lot does. */
    readonly choiceMs: Schema.Int;
    /** How long the named player has; silence is a wrong answer. */
    readonly answerMs: Schema.Int;
    /** How long a verdict is shown before the next round. */
    readonly verdictMs: Schema.Int;
    /** An outage shorter than this is given back without a word; 0: every one is told. */
    readonly outageNoticeMs: Schema.Int;
    /** Null: there is no wheel, and every round is one ordinary question. */
    readonly wheel: Schema.withDecodingDefaultKey<Schema.NullOr<typeof WheelSettings>, never>;
    /** How many questions a blitz and a super-blitz have. */
    readonly blitzQuestions: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** The discussion of each question of a blitz. */
    readonly blitzMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** How many extra minutes a team can have in hand; 0: none are earned. */
    readonly extraMinutesMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** How often in a game the club may help; 0: never. */
    readonly clubHelps: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** How long the club may prompt. */
    readonly clubHelpMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** How long the table votes on a disputed answer; 0: no vote, a disputed answer is not a right one. */
    readonly voteMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** Whose a vote is when it ends in a tie, or nobody votes. */
    readonly tieGoesTo: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["team", "bot"]>, never>;
    /** How many appeals a team has in a game; 0: none. */
    readonly appeals: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** Who rules on an appeal: the table at once, or an admin at any later time. */
    readonly appealBy: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["table", "admin"]>, never>;
    /** How long the table votes on an appeal. */
    readonly appealMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** A pause longer than this ends the game. */
    readonly pauseMaxMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** Who may vote: everybody in the conversation, or only who sits at the table. */
    readonly voters: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["conversation", "table"]>, never>;
    /** Whether who gave the answer votes on it while there are others; one who is alone always does. */
    readonly authorVotes: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    /** How long a vote of the conversation stays open once everybody at the table has voted; 0: not at all. */
    readonly lastVotesMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /**
     * The game is held after this many rounds in a row without any event of anybody at the table, be it talk or a wish that is
     * refused; 0: never.
     */
    readonly silentRoundsMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    /** How long a wish to stop waits to be confirmed; 0: it is granted at once. */
    readonly stopConfirmMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    /** Whether who is alone at the table answers without being asked who does. */
    readonly skipsLoneChoice: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    /** Whether people want to see the time run while the team thinks; only shown, never decided on. */
    readonly clock: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    /** Whatever you want to find again beside the numbers: the state keeps it, and the rules never look at it. */
    readonly extra: Schema.optionalKey<Schema.Codec<Schema.Json, Schema.Json, never, never>>;
}>, keyof Schema.Top>;
/**
 * The numbers of one game. They are kept inside the state, so a deploy never changes a running game. Every `…Ms` is a
 * length in milliseconds, an integer and not 0 unless it says so. Begin with one of `presets` and change what you like.
 */
export declare class Settings extends Settings_base {
}
declare const SettingsNumbers_base: Schema.Opaque<SettingsNumbers, Schema.Struct<{
    preset: Schema.String;
    rounds: Schema.NullOr<Schema.Int>;
    pointsToWin: Schema.NullOr<Schema.Int>;
    playersMax: Schema.Int;
    lobbyMs: Schema.Int;
    wheelMs: Schema.Int;
    discussionMs: Schema.Int;
    warningMs: Schema.Int;
    choiceMs: Schema.Int;
    answerMs: Schema.Int;
    verdictMs: Schema.Int;
    outageNoticeMs: Schema.Int;
    wheel: Schema.withDecodingDefaultKey<Schema.NullOr<typeof WheelSettings>, never>;
    blitzQuestions: Schema.withDecodingDefaultKey<Schema.Int, never>;
    blitzMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    extraMinutesMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    clubHelps: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    clubHelpMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    voteMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    tieGoesTo: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["team", "bot"]>, never>;
    appeals: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    appealBy: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["table", "admin"]>, never>;
    appealMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    pauseMaxMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    voters: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["conversation", "table"]>, never>;
    authorVotes: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    lastVotesMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    silentRoundsMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    stopConfirmMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    skipsLoneChoice: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    clock: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
}>, {}> & Omit<Schema.Struct<{
    preset: Schema.String;
    rounds: Schema.NullOr<Schema.Int>;
    pointsToWin: Schema.NullOr<Schema.Int>;
    playersMax: Schema.Int;
    lobbyMs: Schema.Int;
    wheelMs: Schema.Int;
    discussionMs: Schema.Int;
    warningMs: Schema.Int;
    choiceMs: Schema.Int;
    answerMs: Schema.Int;
    verdictMs: Schema.Int;
    outageNoticeMs: Schema.Int;
    wheel: Schema.withDecodingDefaultKey<Schema.NullOr<typeof WheelSettings>, never>;
    blitzQuestions: Schema.withDecodingDefaultKey<Schema.Int, never>;
    blitzMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    extraMinutesMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    clubHelps: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    clubHelpMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    voteMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    tieGoesTo: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["team", "bot"]>, never>;
    appeals: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    appealBy: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["table", "admin"]>, never>;
    appealMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    pauseMaxMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    voters: Schema.withDecodingDefaultKey<Schema.Literals<readonly ["conversation", "table"]>, never>;
    authorVotes: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    lastVotesMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    silentRoundsMax: Schema.withDecodingDefaultKey<Schema.Natural, never>;
    stopConfirmMs: Schema.withDecodingDefaultKey<Schema.Int, never>;
    skipsLoneChoice: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
    clock: Schema.withDecodingDefaultKey<Schema.Boolean, never>;
}>, keyof Schema.Top>;
/** The same without what is kept beside the numbers. */
declare class SettingsNumbers extends SettingsNumbers_base {
}
/**
 * Settings to begin with: `lightning` «молния» (three rounds of a minute at most), `quick` «быстрая», `classic` «классика», `tv`
 * «тв» (a wheel with blitzes, first to six points), `slow` «медленная» (hours a phase).
 */
export declare const presets: {
    readonly [Name in PresetName]: Settings;
};

// snapshot
/** What a snapshot turned out to be. */
export type Decoded = {
    readonly _tag: "Ok";
    readonly state: GameState;
}
/** Not a state of any version; `problem` tells where, for whoever looks into it. */
 | {
    readonly _tag: "Broken";
    readonly problem: string;
}
/** Written by a version of the rules that this one cannot read. */
 | {
    readonly _tag: "Unsupported";
    readonly version: number;
};
/** A state as one line of JSON, with the version of its shape: later versions of the rules can still read it. */
export declare const encodeSnapshot: (state: GameState) => string;
/** Reads what this or any earlier released version has written, as a state of today. Never throws, whatever `text` is. */
export declare const decodeSnapshot: (text: string) => Decoded;

// step
/** A refusal for a reason of your own, by rules that are wrapped around the engine's. */
export type OwnRefused<Own extends string> = Own extends unknown ? {
    readonly _tag: "Refused";
    readonly by: PlayerId;
    readonly reason: Own;
} : never;
/** The result of one event. `Own`: the reasons for which rules of your own refuse, none of the engine's own rules. */
export interface Step<Own extends string = never> {
    /** The very same object as before if nothing changed. */
    readonly state: GameState;
    /** In the order in which they are to be carried out; a timer comes last. */
    readonly effects: ReadonlyArray<GameEffect | OwnRefused<Own>>;
}
/** What `reduce` is, and what may be wrapped around it. */
export type Rules<Own extends string = never> = (state: GameState, event: GameEvent) => Step<Own>;

// turn
/** What came of a turn. */
export interface Turned {
    /** The very same object as before if nothing changed. */
    readonly state: GameState;
    /** The first event, and those that gave the questions, each with what came of it. A log holds them all. */
    readonly steps: ReadonlyArray<{
        readonly event: GameEvent;
        readonly effects: ReadonlyArray<GameEffect>;
    }>;
    /** In the order in which they are to be carried out. */
    readonly effects: ReadonlyArray<GameEffect>;
}
/** Yields a wish for a question; expects the question, or null when there are none left. */
export type Turning = Generator<EffectOf<"QuestionWanted">, Turned, Question | null>;
/** `roll` throws the dice anew for each event after the first. Where a question is drawn from is up to who runs the turn. */
export declare function turn(before: GameState, first: GameEvent, roll: () => Seed): Turning;
/** Runs `turning` to its end with questions that are at hand. */
export declare const finishTurn: <A>(turning: Generator<EffectOf<"QuestionWanted">, A, Question | null>, draw: (wanted: EffectOf<"QuestionWanted">) => Question | null) => A;

// view
/** A question that is being thought of. A whole `Question` is none: that it has no answer is of the type. */
export interface AskedQuestion extends Pick<Question, "id" | "text" | "handout"> {
    readonly answer?: never;
    readonly accepted?: never;
    readonly rejected?: never;
    readonly comment?: never;
    readonly source?: never;
    readonly author?: never;
    readonly answerImageUrl?: never;
}
/** A question whose answer is voted on: who votes has to know what would be right. */
export interface VotedQuestion extends Pick<Question, "id" | "text" | "handout" | "answer" | "accepted" | "rejected"> {
    readonly comment?: never;
    readonly source?: never;
    readonly author?: never;
    readonly answerImageUrl?: never;
}
type With<Whole, Seen> = Whole extends unknown ? Omit<Whole, "question"> & {
    readonly question: Seen;
} : never;
type Thinking = Discussion | ClubHelp | Choice | Answer;
type Shown<State> = State extends Thinking ? With<State, AskedQuestion> : State extends Vote ? With<State, VotedQuestion> : State;
/** A state as people may see it, in a pause too. */
export type PublicState = Shown<Exclude<GameState, Paused>> | (Omit<Paused, "held"> & {
    readonly held: Shown<Waiting>;
});
/** An effect as people may see it. */
export type PublicEffect = Exclude<GameEffect, EffectOf<"QuestionAsked" | "VoteOpened">> | With<EffectOf<"QuestionAsked">, AskedQuestion> | With<EffectOf<"VoteOpened">, VotedQuestion>;
/** All that a page needs to draw a game for one person. */
export interface View {
    readonly state: PublicState;
    /** What this person can wish for now, see `allowed`. */
    readonly allowed: ReadonlyArray<Wish["_tag"]>;
    /** To be sent back as `seen` by the buttons drawn of this view. */
    readonly moment: Moment;
}
/**
 * What `player` may see of the game, who need not sit at the table. Until the verdict it holds of the current question only
 * what was asked, in a `Vote` its answer too; of players and settings never the `extra`, which is yours. `rules`: your own,
 * if you have wrapped `reduce`.
 */
export declare const viewFor: (state: GameState, player: PlayerId, rules?: Rules<string>) => View;
/** The effect as people may see it: without what would tell the answer, and without the `extra` of players and settings. */
export declare const publicEffect: (effect: GameEffect) => PublicEffect;

// wish
/**
 * What a person may send: the events of people without who, when and dice, and without the judge's word on an answer. Nobody
 * can wish that a timer fires, which question is drawn, how an appeal is ruled on, or that time was lost.
 *
 * `seen` and `settings` may be left out, which is the same as null; settings have no `extra`, which is yours. Whether everybody may send `SettingsChanged`, settings
 * with `StartRequested`, or `StopRequested`, is for you to decide.
 */
export declare const Wish: Schema.TaggedUnion<{
    readonly AnswererNamed: Schema.TaggedStruct<"AnswererNamed", {
        readonly seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
        readonly player: Schema.brand<Schema.NonEmptyString, "PlayerId">;
    }>;
    readonly AppealRequested: Schema.TaggedStruct<"AppealRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly ClubHelpRequested: Schema.TaggedStruct<"ClubHelpRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly EarlyAnswerRequested: Schema.TaggedStruct<"EarlyAnswerRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly ExtraMinuteRequested: Schema.TaggedStruct<"ExtraMinuteRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly GoRequested: Schema.TaggedStruct<"GoRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly InfoRequested: Schema.TaggedStruct<"InfoRequested", {
        readonly topic: Schema.Literals<readonly ["session", "help", "rules", "welcome", "settings", "rating", "player", "history", "seasons", "questions", "licences"]>;
    }>;
    readonly JoinRequested: Schema.TaggedStruct<"JoinRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly LeaveRequested: Schema.TaggedStruct<"LeaveRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly NextRequested: Schema.TaggedStruct<"NextRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly PauseRequested: Schema.TaggedStruct<"PauseRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly ResumeRequested: Schema.TaggedStruct<"ResumeRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly SettingsChanged: Schema.TaggedStruct<"SettingsChanged", {
        readonly seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
        readonly settings: typeof SettingsNumbers;
    }>;
    readonly StartRequested: Schema.TaggedStruct<"StartRequested", {
        readonly seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
        readonly settings: Schema.withDecodingDefaultKey<Schema.NullOr<typeof SettingsNumbers>, never>;
        readonly again: Schema.optionalKey<Schema.Literal<true>>;
    }>;
    readonly StopAnswered: Schema.TaggedStruct<"StopAnswered", {
        readonly game: Schema.Natural;
        readonly askedAtMs: Schema.Int;
        readonly yes: Schema.Boolean;
    }>;
    readonly StopRequested: Schema.TaggedStruct<"StopRequested", {
        seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
    }>;
    readonly TextSaid: Schema.TaggedStruct<"TextSaid", {
        readonly text: Schema.String;
    }>;
    readonly VoteCast: Schema.TaggedStruct<"VoteCast", {
        readonly seen: Schema.withDecodingDefaultKey<Schema.NullOr<typeof Moment>, never>;
        readonly yes: Schema.Boolean;
    }>;
}>;
export type Wish = typeof Wish.Type;
/** What only your program knows of a wish: who sent it, as your sessions tell, when it came, and its dice. */
export interface Sent {
    readonly by: Player;
    readonly atMs: EpochMs;
    readonly seed: Seed;
}
/**
 * Makes an event of what a person sent, as parsed JSON. Who and when come from `sent` alone; what else `value` says beyond a
 * `Wish` is left out. Never throws, whatever `value` is.
 */
export declare const decodeWish: (value: unknown, sent: Sent) => DecodedEvent;

export {}
