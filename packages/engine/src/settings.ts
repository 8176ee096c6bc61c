/** The numbers of one game, and the sets of them that people choose from. */
import { Effect, Schema } from "effect"
import { DurationMs } from "./ids.ts"
import { JsonValue } from "./json-value.ts"

const Positive = Schema.Int.check(Schema.isGreaterThan(0))
const PositiveMs = Positive

/** What the presets are called in data. */
export const PresetName = Schema.Literals(["lightning", "quick", "classic", "tv", "slow"])
export type PresetName = typeof PresetName.Type

/** The sectors of the wheel; those that are neither blitz nor super-blitz hold one ordinary question each. */
export class WheelSettings extends Schema.Opaque<WheelSettings>()(
  Schema.Struct({
    sectors: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 36 })),
    blitz: Schema.Natural,
    superBlitz: Schema.Natural
  })
) {}

/** What a log or a snapshot of earlier rules does not tell: the rule was not there, so it is off. */
const rulesOnce = {
  wheel: null,
  blitzQuestions: 3,
  blitzMs: 20_000,
  extraMinutesMax: 0,
  clubHelps: 0,
  clubHelpMs: 20_000,
  voteMs: 0,
  tieGoesTo: "bot",
  appeals: 0,
  appealBy: "table",
  appealMs: 20_000,
  pauseMaxMs: 86_400_000,
  voters: "table",
  authorVotes: true,
  lastVotesMs: 0,
  silentRoundsMax: 0,
  stopConfirmMs: 0,
  skipsLoneChoice: false,
  clock: false
} as const

const since = <S extends Schema.Constraint>(schema: S, once: S["Encoded"]) =>
  Schema.withDecodingDefaultKey<S>(Effect.succeed(once))(schema)

/**
 * The numbers of one game. They are kept inside the state, so a deploy never changes a running game. Every `…Ms` is a
 * length in milliseconds, an integer and not 0 unless it says so. Begin with one of `presets` and change what you like.
 */
export class Settings extends Schema.Opaque<Settings>()(
  Schema.Struct({
    /** Which preset these numbers began as, one of `presets` or of your own; only shown, never decided on. */
    preset: Schema.String,
    /** The game ends after this many rounds; null: only points end it. */
    rounds: Schema.NullOr(Positive),
    /** The game ends when a side has this many points; null: only rounds end it. */
    pointsToWin: Schema.NullOr(Positive),
    /** How many seats the table has. */
    playersMax: Positive,
    /** How long people can sit down before the game begins by itself. */
    lobbyMs: PositiveMs,
    /** How long to wait for a question before asking for it again. */
    wheelMs: PositiveMs,
    /** How long the team thinks, and how long an extra minute is. */
    discussionMs: PositiveMs,
    /** How long before the end of the discussion the team is warned; 0 or not less than the discussion: never. */
    warningMs: DurationMs,
    /** How long the captain has to name somebody before the lot does. */
    choiceMs: PositiveMs,
    /** How long the named player has; silence is a wrong answer. */
    answerMs: PositiveMs,
    /** How long a verdict is shown before the next round. */
    verdictMs: PositiveMs,
    /** An outage shorter than this is given back without a word; 0: every one is told. */
    outageNoticeMs: DurationMs,
    /** Null: there is no wheel, and every round is one ordinary question. */
    wheel: since(Schema.NullOr(WheelSettings), rulesOnce.wheel),
    /** How many questions a blitz and a super-blitz have. */
    blitzQuestions: since(Positive, rulesOnce.blitzQuestions),
    /** The discussion of each question of a blitz. */
    blitzMs: since(PositiveMs, rulesOnce.blitzMs),
    /** How many extra minutes a team can have in hand; 0: none are earned. */
    extraMinutesMax: since(Schema.Natural, rulesOnce.extraMinutesMax),
    /** How often in a game the club may help; 0: never. */
    clubHelps: since(Schema.Natural, rulesOnce.clubHelps),
    /** How long the club may prompt. */
    clubHelpMs: since(PositiveMs, rulesOnce.clubHelpMs),
    /** How long the table votes on a disputed answer; 0: no vote, a disputed answer is not a right one. */
    voteMs: since(DurationMs, rulesOnce.voteMs),
    /** Whose a vote is when it ends in a tie, or nobody votes. */
    tieGoesTo: since(Schema.Literals(["team", "bot"]), rulesOnce.tieGoesTo),
    /** How many appeals a team has in a game; 0: none. */
    appeals: since(Schema.Natural, rulesOnce.appeals),
    /** Who rules on an appeal: the table at once, or an admin at any later time. */
    appealBy: since(Schema.Literals(["table", "admin"]), rulesOnce.appealBy),
    /** How long the table votes on an appeal. */
    appealMs: since(PositiveMs, rulesOnce.appealMs),
    /** A pause longer than this ends the game. */
    pauseMaxMs: since(PositiveMs, rulesOnce.pauseMaxMs),
    /** Who may vote: everybody in the conversation, or only who sits at the table. */
    voters: since(Schema.Literals(["conversation", "table"]), rulesOnce.voters),
    /** Whether who gave the answer votes on it while there are others; one who is alone always does. */
    authorVotes: since(Schema.Boolean, rulesOnce.authorVotes),
    /** How long a vote of the conversation stays open once everybody at the table has voted; 0: not at all. */
    lastVotesMs: since(DurationMs, rulesOnce.lastVotesMs),
    /**
     * The game is held after this many rounds in a row without any event of anybody at the table, be it talk or a wish that is
     * refused; 0: never.
     */
    silentRoundsMax: since(Schema.Natural, rulesOnce.silentRoundsMax),
    /** How long a wish to stop waits to be confirmed; 0: it is granted at once. */
    stopConfirmMs: since(DurationMs, rulesOnce.stopConfirmMs),
    /** Whether who is alone at the table answers without being asked who does. */
    skipsLoneChoice: since(Schema.Boolean, rulesOnce.skipsLoneChoice),
    /** Whether people want to see the time run while the team thinks; only shown, never decided on. */
    clock: since(Schema.Boolean, rulesOnce.clock),
    /** Whatever you want to find again beside the numbers: the state keeps it, and the rules never look at it. */
    extra: Schema.optionalKey(JsonValue)
  })
) {}

const { extra: _, ...numbers } = Settings.fields
/** The same without what is kept beside the numbers. */
export class SettingsNumbers extends Schema.Opaque<SettingsNumbers>()(Schema.Struct(numbers)) {}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const classic: Settings = {
  preset: "classic",
  rounds: 7,
  pointsToWin: null,
  playersMax: 10,
  lobbyMs: minute,
  wheelMs: 5 * second,
  discussionMs: minute,
  warningMs: 10 * second,
  choiceMs: 30 * second,
  answerMs: 30 * second,
  verdictMs: 15 * second,
  outageNoticeMs: second,
  wheel: null,
  blitzQuestions: 3,
  blitzMs: 20 * second,
  extraMinutesMax: 3,
  clubHelps: 0,
  clubHelpMs: 20 * second,
  voteMs: 20 * second,
  tieGoesTo: "bot",
  appeals: 1,
  appealBy: "table",
  appealMs: 20 * second,
  pauseMaxMs: day,
  voters: "conversation",
  authorVotes: false,
  lastVotesMs: 5 * second,
  silentRoundsMax: 2,
  stopConfirmMs: 15 * second,
  skipsLoneChoice: true,
  clock: true
}

/**
 * Settings to begin with: `lightning` «молния» (three rounds of a minute at most), `quick` «быстрая», `classic` «классика», `tv`
 * «тв» (a wheel with blitzes, first to six points), `slow` «медленная» (hours a phase).
 */
export const presets: { readonly [Name in PresetName]: Settings } = {
  classic,
  lightning: {
    ...classic,
    preset: "lightning",
    rounds: 3,
    discussionMs: 15 * second,
    warningMs: 5 * second,
    choiceMs: 10 * second,
    answerMs: 15 * second,
    verdictMs: 8 * second,
    blitzMs: 10 * second,
    clubHelpMs: 10 * second,
    voteMs: 10 * second,
    lastVotesMs: 3 * second,
    appealMs: 10 * second,
    pauseMaxMs: hour
  },
  quick: {
    ...classic,
    preset: "quick",
    rounds: 5,
    discussionMs: 30 * second,
    choiceMs: 20 * second,
    answerMs: 20 * second,
    verdictMs: 10 * second,
    blitzMs: 15 * second,
    voteMs: 15 * second,
    appealMs: 15 * second
  },
  tv: {
    ...classic,
    preset: "tv",
    rounds: 11,
    pointsToWin: 6,
    wheel: { sectors: 13, blitz: 1, superBlitz: 1 },
    clubHelps: 1
  },
  slow: {
    ...classic,
    preset: "slow",
    lobbyMs: 12 * hour,
    discussionMs: 12 * hour,
    warningMs: hour,
    choiceMs: 6 * hour,
    answerMs: 6 * hour,
    verdictMs: hour,
    blitzMs: 4 * hour,
    clubHelpMs: 4 * hour,
    voteMs: 6 * hour,
    lastVotesMs: hour,
    appealMs: 6 * hour,
    pauseMaxMs: 14 * day
  }
}
