/** What comes out of a conversation, in no messenger's format. */
import { EpochMs, Player, PlayerId } from "@znatoki/engine"
import { Schema } from "effect"
import { Action } from "./action.ts"
import { Picture } from "./proposal.ts"

/** A conversation, opaque: the messenger's adapter decides what it is built from (`vk:1:2000000001`). */
export const ConversationId = Schema.NonEmptyString.pipe(Schema.brand("ConversationId"))
export type ConversationId = typeof ConversationId.Type

/** Names an incoming event for ever (`vk:<event_id>`, `timer:<conversation>/<game>/<timer>`): the same id is the same event. */
export const SourceId = Schema.NonEmptyString.pipe(Schema.brand("SourceId"))
export type SourceId = typeof SourceId.Type

/** A press that waits for its answer; opaque, given back to the messenger. */
export const PressRef = Schema.NonEmptyString.pipe(Schema.brand("PressRef"))
export type PressRef = typeof PressRef.Type

/** A call of somebody in what was written, from one character to before another. `player`: null if it is no person's name. */
export const Call = Schema.Struct({ from: Schema.Natural, to: Schema.Natural, player: Schema.NullOr(PlayerId) })
export type Call = typeof Call.Type

export const ChatInput = Schema.TaggedUnion({
  /**
   * Somebody wrote `text`, as one reads it, and called others in it, in this order. `action` comes with the label of a button under the input. `order` grows within the conversation:
   * a smaller one was written earlier. A sticker or a picture has an empty text; so has what is `cropped`: the messenger
   * did not hand over all of its words.
   */
  Wrote: {
    by: Player,
    text: Schema.String,
    calls: Schema.optionalKey(Schema.Array(Call)),
    action: Schema.NullOr(Action),
    order: Schema.Natural,
    cropped: Schema.optionalKey(Schema.Literal(true)),
    /** The picture that came with it, where somebody talks to the bot alone. */
    picture: Schema.optionalKey(Picture)
  },
  Pressed: { by: Player, action: Action, press: PressRef },
  /** Left the conversation or was put out of it. */
  Gone: { player: PlayerId },
  /** The bot was put out of the conversation. */
  Removed: {},
  /** The bot was added to the conversation. */
  Invited: { by: Player }
})
export type ChatInput = typeof ChatInput.Type

/** One event of one conversation as it reaches the game. `atMs`: when it was written at the earliest, by any clock. */
export class Incoming extends Schema.Opaque<Incoming>()(
  Schema.Struct({
    source: SourceId,
    conversation: ConversationId,
    atMs: EpochMs,
    input: ChatInput,
    /** The messenger shows us all that is said there; absent: it may show only what is said to us. */
    hearsAll: Schema.optionalKey(Schema.Literal(true)),
    /** Nobody is there but this person and the bot. */
    alone: Schema.optionalKey(Schema.Literal(true))
  })
) {}
