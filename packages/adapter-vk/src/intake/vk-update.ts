/** The shape of the updates a Long Poll page carries, as far as the game needs them. */
import { Schema } from "effect"

/** Everything an update has in common; what `object` holds depends on `type`. */
export const UpdateEnvelope = Schema.Struct({
  type: Schema.String,
  event_id: Schema.optionalKey(Schema.String),
  object: Schema.Unknown
})

/** A service message: somebody came, left, changed the title. */
const ServiceAction = Schema.Struct({
  type: Schema.String,
  member_id: Schema.optionalKey(Schema.Int),
  text: Schema.optionalKey(Schema.String)
})

export const Message = Schema.Struct({
  from_id: Schema.Int,
  peer_id: Schema.Int,
  conversation_message_id: Schema.Natural,
  /** Seconds of the epoch by VK's clock. */
  date: Schema.optionalKey(Schema.Int),
  out: Schema.optionalKey(Schema.Int),
  text: Schema.optionalKey(Schema.String),
  payload: Schema.optionalKey(Schema.Unknown),
  action: Schema.optionalKey(Schema.NullOr(ServiceAction)),
  attachments: Schema.optionalKey(Schema.Array(Schema.Unknown)),
  /** VK left something out, of the words or of what hangs on them. */
  is_cropped: Schema.optionalKey(Schema.Boolean)
})
export type Message = typeof Message.Type

/** Communities whose events are set to an old version get the message without its wrapping. */
export const MessageNew = Schema.Union([Schema.Struct({ message: Message }), Message])

export const MessageEvent = Schema.Struct({
  user_id: Schema.Int,
  peer_id: Schema.Int,
  event_id: Schema.NonEmptyString,
  payload: Schema.optionalKey(Schema.Unknown)
})
export type MessageEvent = typeof MessageEvent.Type
