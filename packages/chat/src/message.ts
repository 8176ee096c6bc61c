/** What the bot says, in no messenger's format: text with mentions, and buttons that carry actions. */
import { DurationMs, EpochMs, Player } from "@znatoki/engine"
import { Schema } from "effect"
import { Action } from "./action.ts"
import { SourceId } from "./chat-input.ts"

/** A piece of text: plain, or somebody called by name so that the messenger can tell them. */
export const Span = Schema.Union([Schema.String, Schema.Struct({ mention: Player })])
export type Span = typeof Span.Type

/** Spans follow each other with nothing between them; a line break is "\n". */
export const Text = Schema.Array(Span)
export type Text = typeof Text.Type

export const ButtonColor = Schema.Literals(["primary", "secondary", "positive", "negative"])
export type ButtonColor = typeof ButtonColor.Type

export class Button extends Schema.Opaque<Button>()(
  Schema.Struct({ label: Schema.NonEmptyString, color: ButtonColor, action: Action })
) {}

/**
 * `under message`: belongs to this message, pressing says nothing in the chat.
 * `under input`: stays below the input field for everybody, pressing writes its label.
 */
export class Keyboard extends Schema.Opaque<Keyboard>()(
  Schema.Struct({
    place: Schema.Literals(["under message", "under input"]),
    rows: Schema.Array(Schema.Array(Button))
  })
) {}

/**
 * The time of a wait, which `ofMs` is all of. The first message with this `name` shows it, and may be changed as it runs; for the
 * looks of it, so that nothing is amiss where it is not.
 */
export class RunningClock extends Schema.Opaque<RunningClock>()(
  Schema.Struct({ name: Schema.NonEmptyString, endsAtMs: EpochMs, ofMs: DurationMs })
) {}

/**
 * Something to be seen or heard with the message: the address of a picture, or the messenger's own name of what it holds
 * already. `instead` is the part of the text that tells of it where it cannot be shown, and goes where it is.
 */
export class Media extends Schema.Opaque<Media>()(
  Schema.Struct({ source: Schema.NonEmptyString, instead: Schema.NonEmptyString })
) {}

/** What a message follows from: the event, and where its way is recorded, the W3C `traceparent` of what decided on it. */
export const Origin = Schema.Struct({ event: SourceId, trace: Schema.optionalKey(Schema.String) })
export type Origin = typeof Origin.Type

/**
 * `ahead`: what a later message is going to show, as its `media` names it; whoever sends it may get it ready meanwhile.
 * `clock`: which runs once this is said; absent: none does any more. `decidedAtMs`: tells it from another message with the same
 * number, which was said before the store was set back. It and `origin`: absent from what an earlier version decided on.
 */
const said = {
  text: Text,
  keyboard: Schema.NullOr(Keyboard),
  clock: Schema.optionalKey(RunningClock),
  media: Schema.optionalKey(Media),
  ahead: Schema.optionalKey(Schema.NonEmptyString),
  decidedAtMs: Schema.optionalKey(EpochMs),
  origin: Schema.optionalKey(Origin)
}

/** A message to the conversation. A `slot` is a name under which the message can be amended later (`3/lobby`). */
export const Outgoing = Schema.TaggedUnion({
  Say: {
    ...said,
    slot: Schema.NullOr(Schema.NonEmptyString),
    /** So long after the message before it, for the drama; whoever was away in between owes nothing. */
    afterMs: Schema.optionalKey(DurationMs),
    /** Which message of the conversation this speaks of, by its `order`: it may be shown beside it. */
    about: Schema.optionalKey(Schema.Natural)
  },
  /** Replaces what was said under `slot`; nothing happens if that message never arrived. */
  Amend: { ...said, slot: Schema.NonEmptyString }
})
export type Outgoing = typeof Outgoing.Type
export type Say = Extract<Outgoing, { readonly _tag: "Say" }>
