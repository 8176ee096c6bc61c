/** What a messenger takes and a reader can survey, checked on everything that is said. */
import { Schema } from "effect"
import { lengthOf } from "@znatoki/host/fit-text"
import { type Keyboard, Outgoing } from "@znatoki/chat/message"
import type { Spoken } from "@znatoki/host/speak"

/** Of a messenger that takes but short texts. */
export const textMax = 2_000

const isOutgoing = Schema.is(Outgoing)

const buttonTroubles = (rows: Keyboard["rows"]) => [
  ...(rows.flat().length > 10 ? ["more than 10 buttons"] : []),
  ...(rows.some(({ length }) => length > 5) ? ["more than 5 buttons in a row"] : []),
  ...(rows.some(({ length }) => length === 0) ? ["an empty row"] : [])
]

/** One, and what opens it; more only where a text is long. */
const isTooMuch = (outgoing: Spoken["outgoing"]): boolean => {
  const said = outgoing.filter((message) => message._tag === "Say")
  const length = said.reduce((sum, { text }) => sum + lengthOf(text), 0)
  return said.length > 2 + Math.floor(length / (textMax / 2)) || said[0]?.afterMs !== undefined
}

/** Nothing, if a messenger takes all of it. */
export const troubles = ({ outgoing }: Spoken): ReadonlyArray<string> => [
  ...(isTooMuch(outgoing) ? ["more messages than need be"] : []),
  ...(outgoing.every(isOutgoing) ? [] : ["not as the schema says"]),
  ...(outgoing.some(({ text }) => lengthOf(text) > textMax) ? ["a text is too long"] : []),
  ...(outgoing.some(({ text }) => lengthOf(text) === 0) ? ["a text is empty"] : []),
  ...outgoing.flatMap(({ keyboard }) => buttonTroubles(keyboard?.rows ?? []))
]
