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

/** The second of two is waited for. */
const isTooMuch = (outgoing: Spoken["outgoing"]): boolean => {
  const [first, second, ...others] = outgoing.filter((message) => message._tag === "Say")
  return others.length > 0 || first?.afterMs !== undefined || (second !== undefined && second.afterMs === undefined)
}

/** Nothing, if a messenger takes all of it. */
export const troubles = ({ outgoing }: Spoken): ReadonlyArray<string> => [
  ...(isTooMuch(outgoing) ? ["more than one new message"] : []),
  ...(outgoing.every(isOutgoing) ? [] : ["not as the schema says"]),
  ...(outgoing.some(({ text }) => lengthOf(text) > textMax) ? ["a text is too long"] : []),
  ...(outgoing.some(({ text }) => lengthOf(text) === 0) ? ["a text is empty"] : []),
  ...outgoing.flatMap(({ keyboard }) => buttonTroubles(keyboard?.rows ?? []))
]
