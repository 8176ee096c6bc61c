/** Builds texts: a template whose holes are words, numbers, people to call, and other texts. */
import type { Player } from "@znatoki/engine"
import type { Span, Text } from "./message.ts"

/** Somebody to call by name; a name that only stands in a list is a plain string. */
export const call = (player: Player): Text => [{ mention: player }]

/** Neighbouring strings become one, so that equal texts are equal values. */
const joined = (spans: Iterable<Span>): Text => {
  const out: Array<Span> = []
  for (const span of spans) {
    const last = out.at(-1)
    if (typeof span === "string" && typeof last === "string") out[out.length - 1] = last + span
    else if (span !== "") out.push(span)
  }
  return out
}

export const text = (words: TemplateStringsArray, ...holes: ReadonlyArray<string | number | Text>): Text =>
  joined(
    words.flatMap((word, index): ReadonlyArray<Span> => {
      const hole = holes[index] ?? ""
      return [word, ...(typeof hole === "object" ? hole : [String(hole)])]
    })
  )

/** Puts `between` between the texts that have something to say. */
const join = (texts: ReadonlyArray<Text | string | null>, between: string): Text => {
  const said = texts.filter((part) => part !== null && part.length > 0)
  return joined(said.flatMap((part, index) => [index === 0 ? "" : between, part ?? ""]).flat())
}

export const lines = (...texts: ReadonlyArray<Text | string | null>): Text => join(texts, "\n")
export const paragraphs = (...texts: ReadonlyArray<Text | string | null>): Text => join(texts, "\n\n")
