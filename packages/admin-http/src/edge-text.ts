/** Which texts come in: composed (NFC), without white space around, without control characters, and with something to read. */
import { Predicate, Schema } from "effect"

const tidy = (text: string) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim()

/** Strings and lists of strings; anything else is for the schema to refuse. */
const tidyValue = (value: unknown): unknown => {
  if (Predicate.isString(value)) return tidy(value)
  return Array.isArray(value) ? value.map((item: unknown) => (Predicate.isString(item) ? tidy(item) : item)) : value
}

/** The same object with its texts tidied, so that lengths are counted on what is stored. */
export const tidyFields = (input: unknown): unknown =>
  Predicate.isObject(input)
    ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, tidyValue(value)]))
    : input

const wellFormed = Schema.makeFilter<string>((text) => text.isWellFormed() || "Contains half of a surrogate pair")

/** A line break is no letter of an answer or of a name. */
export const oneLine = Schema.makeFilterGroup([
  wellFormed,
  Schema.makeFilter<string>((text) => !/\p{Cc}/u.test(text) || "Contains a control character or a line break")
])

export const manyLines = Schema.makeFilterGroup([
  wellFormed,
  Schema.makeFilter<string>((text) => !/[^\P{Cc}\t\n]/u.test(text) || "Contains a control character")
])

/** Zero-width characters alone are nothing anyone could read. */
export const readable = Schema.makeFilter<string>(
  (text) => text === "" || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text) || "Contains nothing to read"
)
