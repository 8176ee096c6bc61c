/** What people may send. An event says more: who and when, which nobody may say of themselves. */
import { Effect, Result, Schema } from "effect"
import type { DecodedEvent } from "./decode-event.ts"
import { type GameEvent, InfoTopic, Moment } from "./game-event.ts"
import { EpochMs, type Player, PlayerId, type Seed } from "./ids.ts"
import { SettingsNumbers } from "./settings.ts"
import { soundEvent } from "./sound-event.ts"

/** Whoever presses no button need not say so. */
const press = { seen: Schema.NullOr(Moment).pipe(Schema.withDecodingDefaultKey(Effect.succeed(null))) }

/**
 * What a person may send: the events of people without who, when and dice, and without the judge's word on an answer. Nobody
 * can wish that a timer fires, which question is drawn, how an appeal is ruled on, or that time was lost.
 *
 * `seen` and `settings` may be left out, which is the same as null; settings have no `extra`, which is yours. Whether everybody may send `SettingsChanged`, settings
 * with `StartRequested`, or `StopRequested`, is for you to decide.
 */
export const Wish = Schema.TaggedUnion({
  StartRequested: {
    ...press,
    settings: Schema.NullOr(SettingsNumbers).pipe(Schema.withDecodingDefaultKey(Effect.succeed(null))),
    again: Schema.optionalKey(Schema.Literal(true))
  },
  SettingsChanged: { ...press, settings: SettingsNumbers },
  JoinRequested: press,
  LeaveRequested: press,
  GoRequested: press,
  EarlyAnswerRequested: press,
  ExtraMinuteRequested: press,
  ClubHelpRequested: press,
  AnswererNamed: { ...press, player: PlayerId },
  TextSaid: { text: Schema.String },
  VoteCast: { ...press, yes: Schema.Boolean },
  AppealRequested: press,
  NextRequested: press,
  PauseRequested: press,
  ResumeRequested: press,
  StopRequested: press,
  StopAnswered: { game: Schema.Natural, askedAtMs: EpochMs, yes: Schema.Boolean },
  InfoRequested: { topic: InfoTopic }
})
export type Wish = typeof Wish.Type

/** What only your program knows of a wish: who sent it, as your sessions tell, when it came, and its dice. */
export interface Sent {
  readonly by: Player
  readonly atMs: EpochMs
  readonly seed: Seed
}

const readWish = Schema.decodeUnknownResult(Wish)

/**
 * Makes an event of what a person sent, as parsed JSON. Who and when come from `sent` alone; what else `value` says beyond a
 * `Wish` is left out. Never throws, whatever `value` is.
 */
export const decodeWish = (value: unknown, sent: Sent): DecodedEvent => {
  const wish = readWish(value)
  if (Result.isFailure(wish)) return { _tag: "Broken", problem: String(wish.failure) }
  const event = eventOfWish(wish.success, sent)
  return { _tag: "Ok", event: soundEvent(event) ?? event }
}

const eventOfWish = (wish: Wish, { atMs, by, seed }: Sent): GameEvent =>
  wish._tag === "StartRequested" || wish._tag === "JoinRequested"
    ? { ...wish, atMs, seed, by }
    : { ...wish, atMs, seed, by: by.id }
