/** The names of things: who plays, which question, when. */
import { Schema } from "effect"
import { JsonValue } from "./json-value.ts"

/** A person. Opaque here: the adapter decides what it is built from. */
export const PlayerId = Schema.NonEmptyString.pipe(Schema.brand("PlayerId"))
export type PlayerId = typeof PlayerId.Type

/** Someone who can sit at the table. */
export class Player extends Schema.Opaque<Player>()(
  Schema.Struct({
    id: PlayerId,
    /** The name the others know them by. */
    name: Schema.NonEmptyString,
    /** Whatever you want to find again beside a player: the state keeps it, and the rules never look at it. */
    extra: Schema.optionalKey(JsonValue)
  })
) {}

/** Tells questions apart. Opaque here: whoever keeps the questions decides what it is. */
export const QuestionId = Schema.NonEmptyString.pipe(Schema.brand("QuestionId"))
export type QuestionId = typeof QuestionId.Type

/** Milliseconds since the Unix epoch. Always comes in on an event; the engine has no clock. */
export const EpochMs = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
export type EpochMs = typeof EpochMs.Type

/** A length of time in milliseconds. */
export const DurationMs = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
export type DurationMs = typeof DurationMs.Type

/** The dice of one event: any 32-bit integer, of a larger one only 32 bits count. The engine rolls nothing itself. */
export const Seed = Schema.Int
export type Seed = typeof Seed.Type

/** What a deadline is for. */
export const TimerKind = Schema.Literals([
  "lobby",
  "soloist",
  "wheel",
  "warning",
  "discussion",
  "club",
  "choice",
  "answer",
  "vote",
  "verdict",
  "appeal",
  "pause"
])
export type TimerKind = typeof TimerKind.Type

/**
 * Names one wait of one round (`3/answer`; the second wait of that kind is `3/answer#2`; the second question of a blitz
 * has `3.2/answer`), so that a timer which fires late can be recognised. A name that has fired never comes again in its
 * game; a wait moved by an outage, a pause or an extra minute keeps its own.
 */
export const TimerName = Schema.Union([
  Schema.TemplateLiteral([Schema.Natural, "/", TimerKind]),
  Schema.TemplateLiteral([Schema.Natural, "/", TimerKind, "#", Schema.Natural]),
  Schema.TemplateLiteral([Schema.Natural, ".", Schema.Natural, "/", TimerKind]),
  Schema.TemplateLiteral([Schema.Natural, ".", Schema.Natural, "/", TimerKind, "#", Schema.Natural])
])
export type TimerName = typeof TimerName.Type
