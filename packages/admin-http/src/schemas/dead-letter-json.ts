/** A message that never arrived, as admins read it. */
import { Outgoing } from "@znatoki/chat/message"
import { plainText } from "@znatoki/chat/plain-text"
import type { DeadLetter } from "@znatoki/ports/dead-letters"
import { DateTime, Option, Schema } from "effect"

export const DeadLetterJson = Schema.Struct({
  conversation: Schema.String,
  seq: Schema.Natural,
  /** Null: what is stored is no message. */
  text: Schema.NullOr(Schema.String),
  message: Schema.Unknown,
  reason: Schema.String,
  /** Null: an earlier version gave it up and did not say when. */
  diedAt: Schema.NullOr(Schema.String)
})

const readMessage = Schema.decodeUnknownOption(Outgoing)

const textOf = (message: unknown): string | null =>
  Option.match(readMessage(message), { onNone: () => null, onSome: ({ text }) => plainText(text) })

export const deadLetterJson = ({
  conversation,
  deadAtMs,
  message,
  reason,
  seq
}: DeadLetter): typeof DeadLetterJson.Type => ({
  conversation,
  seq,
  text: textOf(message),
  message,
  reason,
  diedAt: deadAtMs === 0 ? null : DateTime.formatIso(DateTime.makeUnsafe(deadAtMs))
})
