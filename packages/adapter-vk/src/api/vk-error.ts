/** How a call to VK can fail, split by what the caller can do about it. */
import { Schema } from "effect"
import { stripVTControlCharacters } from "node:util"

/** Not now: the same call may succeed after `afterMs`. Whether it took effect is unknown. */
export class VkUnavailable extends Schema.TaggedError<VkUnavailable>()("VkUnavailable", {
  method: Schema.String,
  /** VK's code; null: VK did not answer, or not in its own words. */
  code: Schema.NullOr(Schema.Int),
  reason: Schema.String,
  afterMs: Schema.Number,
  /** No answer came in time, from VK or inside of it: what was asked for hangs. */
  timedOut: Schema.optionalKey(Schema.Boolean)
}) {}

/** Stands where VK refused nothing and its answer could not be used: VK has no such code. */
export const notUnderstood = 0

/** VK understood the call and refused it: this call will never work. */
export class VkRefused extends Schema.TaggedError<VkRefused>()("VkRefused", {
  method: Schema.String,
  code: Schema.Int,
  message: Schema.String,
  /** What the operator can do, where it is not the call alone that is wrong. */
  advice: Schema.optionalKey(Schema.String)
}) {}

/** The token or its rights are wrong: nothing works until the operator does what `advice` says. */
export class VkForbidden extends Schema.TaggedError<VkForbidden>()("VkForbidden", {
  method: Schema.String,
  code: Schema.Int,
  message: Schema.String,
  advice: Schema.String
}) {}

export type VkError = VkUnavailable | VkRefused | VkForbidden

/** One line, whatever comes; VK ends some of its sentences with a full stop, and whoever goes on sets one. */
const inOneLine = (words: string): string =>
  stripVTControlCharacters(words)
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .replace(/[.\s]+$/, "")

/** What VK said with its code. */
export const sayCode = (code: number, message: string): string => {
  const words = inOneLine(message)
  return code === notUnderstood ? words : `VK error ${code}, ${words}`
}

/** A part of a line for a log or a result, without a full stop: what VK said, never what was sent. */
export const sayError = (error: VkError): string =>
  error._tag === "VkUnavailable"
    ? `${error.method}: ${inOneLine(error.reason)}`
    : `${error.method}: ${sayCode(error.code, error.message)}`
