/** What the bot says, in no messenger's format: text with mentions, and buttons that carry actions. */
import { Player } from "@znatoki/engine"
import { Schema } from "effect"
import { Action } from "./action.ts"

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

const said = { text: Text, keyboard: Schema.NullOr(Keyboard) }

/** A message to the conversation. A `slot` is a name under which the message can be amended later (`3/lobby`). */
export const Outgoing = Schema.TaggedUnion({
  Say: { ...said, slot: Schema.NullOr(Schema.NonEmptyString) },
  /** Replaces what was said under `slot`; nothing happens if that message never arrived. */
  Amend: { ...said, slot: Schema.NonEmptyString }
})
export type Outgoing = typeof Outgoing.Type
