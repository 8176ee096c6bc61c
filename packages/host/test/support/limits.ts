/** What a messenger takes, checked on everything that is said. */
import { Schema } from "effect"
import { Action } from "@znatoki/chat/action"
import { lengthOf } from "@znatoki/host/fit-text"
import { Outgoing } from "@znatoki/chat/message"
import type { Spoken } from "@znatoki/host/speak"

const encode = Schema.encodeSync(Schema.toCodecJson(Action))
const isOutgoing = Schema.is(Outgoing)

const buttonTroubles = (rows: ReadonlyArray<ReadonlyArray<{ readonly label: string; readonly action: Action }>>) => [
  ...(rows.flat().length > 10 ? ["more than 10 buttons"] : []),
  ...(rows.some(({ length }) => length > 5) ? ["more than 5 buttons in a row"] : []),
  ...(rows.some(({ length }) => length === 0) ? ["an empty row"] : []),
  ...(rows.flat().some(({ label }) => label.length > 40) ? ["a label is too long"] : []),
  ...(rows.flat().some(({ action }) => JSON.stringify(encode(action)).length > 255) ? ["a payload is too long"] : [])
]

/** Nothing, if a messenger takes all of it. */
export const troubles = ({ notice, outgoing }: Spoken): ReadonlyArray<string> => [
  ...(outgoing.filter(({ _tag }) => _tag === "Say").length > 1 ? ["more than one new message"] : []),
  ...((notice?.length ?? 0) > 90 ? [`the notice ${notice} is too long`] : []),
  ...(outgoing.every(isOutgoing) ? [] : ["not as the schema says"]),
  ...(outgoing.some(({ text }) => lengthOf(text) > 4_096) ? ["a text is too long"] : []),
  ...(outgoing.some(({ text }) => lengthOf(text) === 0) ? ["a text is empty"] : []),
  ...outgoing.flatMap(({ keyboard }) => buttonTroubles(keyboard?.rows ?? []))
]
