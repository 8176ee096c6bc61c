/** Builds texts: a template whose holes are words, numbers, people to call, and other texts. */
import type { Player } from "@znatoki/engine"
import type { Span, Text } from "@znatoki/chat/message"

/** Somebody to call by name; a name that only stands in a list is a plain string. */
export const call = (player: Player): Text => [{ mention: player }]

/** Neighbouring strings become one, so that equal texts are equal values. */
const add = (spans: Array<Span>, span: Span): void => {
  const last = spans.at(-1)
  if (typeof span === "string" && typeof last === "string") spans[spans.length - 1] = last + span
  else if (span !== "") spans.push(span)
}

const addAll = (spans: Array<Span>, part: Text | string): void => {
  if (typeof part === "string") add(spans, part)
  else for (const span of part) add(spans, span)
}

export const text = (words: TemplateStringsArray, ...holes: ReadonlyArray<string | number | Text>): Text => {
  const out: Array<Span> = []
  for (const [index, word] of words.entries()) {
    const hole = holes[index] ?? ""
    add(out, word)
    addAll(out, typeof hole === "number" ? String(hole) : hole)
  }
  return out
}

/** Puts `between` between the texts that have something to say. */
const join = (texts: ReadonlyArray<Text | string | null>, between: string): Text => {
  const out: Array<Span> = []
  for (const part of texts) {
    if (part === null || part.length === 0) continue
    if (out.length > 0) add(out, between)
    addAll(out, part)
  }
  return out
}

export const lines = (...texts: ReadonlyArray<Text | string | null>): Text => join(texts, "\n")
export const paragraphs = (...texts: ReadonlyArray<Text | string | null>): Text => join(texts, "\n\n")
