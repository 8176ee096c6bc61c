/** Which action a button's payload asks for: JSON text with a message, a value with a press; anybody can forge either. */
import { Action } from "@znatoki/chat/action"
import { Option, Schema } from "effect"

/** VK's own limit of a payload is 1,000; each wrapping doubles the quotes. */
const lengthMax = 10_000
const wrappingsMax = 4

const decodeAction = Schema.decodeUnknownOption(Action)
const decodeJson = Schema.decodeUnknownOption(Schema.fromJsonString(Schema.Unknown))

/** How old clients hand on a button that they cannot show: as a message of its label. */
const isWrapping = Schema.is(
  Schema.Struct({ command: Schema.Literal("not_supported_button"), payload: Schema.Unknown })
)

const valueOf = (payload: unknown): unknown => {
  if (typeof payload !== "string") return payload
  return payload.length > lengthMax ? null : Option.getOrNull(decodeJson(payload))
}

/** VK's own button «Начать» of an empty dialog. */
const isStart = Schema.is(Schema.Struct({ command: Schema.Literal("start") }))

const unwrapped = (payload: unknown): unknown => {
  let value = valueOf(payload)
  for (let wrappings = 0; wrappings < wrappingsMax && isWrapping(value); wrappings++) value = valueOf(value.payload)
  return value
}

export const actionOfPayload = (payload: unknown): Action | null => Option.getOrNull(decodeAction(unwrapped(payload)))

/** Somebody opens a dialog with the community. */
export const isBeginning = (payload: unknown): boolean => isStart(unwrapped(payload))
