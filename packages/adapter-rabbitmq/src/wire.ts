/** What goes over the wire, as JSON. What another version wrote and this one cannot read is told and left. */
import { ConversationId, Incoming, PressRef } from "@znatoki/chat/chat-input"
import { Outgoing } from "@znatoki/chat/message"
import { EpochMs } from "@znatoki/engine"
import { Option, Schema } from "effect"
import type { Undone } from "./line/undone.ts"

const Event = Schema.Union([
  Schema.Struct({ _tag: Schema.Literal("Chat"), incoming: Incoming }),
  Schema.Struct({
    _tag: Schema.Literal("Presence"),
    conversation: ConversationId,
    isHere: Schema.Boolean,
    atMs: EpochMs
  })
])

/** `id`: the publisher's, by which it is told that the event is done, in the queue of `replyTo`. */
const Carried = Schema.Struct({ id: Schema.Natural, event: Event, trace: Schema.optionalKey(Schema.String) })

const ToConnector = Schema.TaggedUnion({ Done: { ids: Schema.Array(Schema.Natural) }, Ask: {} })

const Heard = Schema.Union([
  Schema.TaggedStruct("HeardUntil", { atMs: EpochMs }),
  Schema.TaggedStruct("Deaf", { sinceMs: EpochMs }),
  Schema.TaggedStruct("Lost", {
    sinceMs: EpochMs,
    atMs: EpochMs,
    only: Schema.optionalKey(Schema.Array(ConversationId))
  }),
  /** Whoever hears is there. */
  Schema.TaggedStruct("Here", {})
])

const Rings = Schema.Array(
  Schema.Struct({
    conversation: ConversationId,
    upTo: Schema.Natural,
    messages: Schema.Array(Schema.Struct({ seq: Schema.Natural, message: Outgoing }))
  })
)

/** What a version before wrote has no `trace`, and what it reads it leaves. */
const Answer = Schema.Struct({
  press: PressRef,
  notice: Schema.NullOr(Schema.String),
  trace: Schema.optionalKey(Schema.String)
})

const Kept = Schema.Struct({
  id: Schema.String,
  body: Schema.String,
  atMs: EpochMs,
  trace: Schema.optionalKey(Schema.NullOr(Schema.String))
})

/** `trace`: where its way is recorded. */
export const carriedOf = ({ event, id, trace }: Pick<Undone, "id" | "event" | "trace">): typeof Carried.Type =>
  trace === null ? { id, event } : { id, event, trace }

const reader = <A>(schema: Schema.Decoder<A>) => {
  const decode = Schema.decodeUnknownOption(schema)
  return (body: unknown): A | null => Option.getOrNull(decode(parsed(body)))
}

/** Each of several for itself: what another version wrote among them takes nothing with it, and is null. */
const readerOfMany = <A>(schema: Schema.Decoder<A>) => {
  const decode = Schema.decodeUnknownOption(schema)
  return (body: unknown): ReadonlyArray<A | null> => {
    const many = parsed(body)
    return (Array.isArray(many) ? many : [many]).map((one) => Option.getOrNull(decode(one)))
  }
}

const parsed = (body: unknown): unknown => {
  try {
    return typeof body === "string" ? JSON.parse(body) : JSON.parse(String(body))
  } catch {
    return null
  }
}

export const readCarried = readerOfMany(Carried)
export const readToConnector = reader(ToConnector)
export const readHeard = reader(Heard)
export const readRings = reader(Rings)
export const readAnswers = readerOfMany(Answer)
export const readKept = reader(Kept)

export type ToConnector = typeof ToConnector.Type
export type Heard = typeof Heard.Type
