/** The text of an answer, зачёт or незачёт taken apart into alternatives, flags, keywords and what is not accepted. */
import { withOptionalParts } from "./brackets.ts"
import { describe, eitherFlags, type Flags, type Keyword, noFlags } from "./flags.ts"
import { splitOutside } from "./split-outside.ts"

export interface Alternative {
  /** As it is shown to people: with its brackets, without its full stop. */
  readonly shown: string
  readonly readings: ReadonlyArray<string>
  /** False when it may be only a part of an answer: it is held against, but never accepted alone. */
  readonly certain: boolean
}

export interface Parsed {
  readonly alternatives: ReadonlyArray<Alternative>
  readonly flags: Flags
  readonly keywords: ReadonlyArray<Keyword>
  readonly rejected: ReadonlyArray<string>
}

const notAccepted =
  /[\s.,;([]*(?:не\s?зач[её]т|не\s+(?:засчитыва|принима|зачесть)\p{L}*|незачесть)\s*[:—–-]*\s*([^)\]]*)[)\]]?/giu
/** What every refusal has in it. */
const mayRefuse = /не\s*[зп]/iu
const remarks = /\(([^()]*)\)/gu
/** A remark in round brackets of so few words may be a part of the answer. */
const longestOptionalRemark = 4

/** «(Эрнест) Хемингуэй» may be written in full; a remark on the answer is dropped. */
const remarksAsOptional = (text: string): string =>
  text.includes("(")
    ? text.replace(remarks, (_, inside: string) => {
        const described = describe(inside)
        const isRemark = described.rest !== inside.trim() || inside.trim().split(/\s+/u).length > longestOptionalRemark
        return isRemark ? " " : `[${inside}]`
      })
    : text

const transcription =
  /^([^[\]\p{Script=Cyrillic}]*\p{Script=Latin}[^[\]\p{Script=Cyrillic}]*)\[([^[\]\p{Script=Latin}]+)\]\.?$/u

/** «Lacoste [лакост]»: the bracket says how it sounds, so that is an answer too. */
const transcriptions = (text: string): ReadonlyArray<string> => {
  if (!text.includes("[")) return []
  const found = transcription.exec(text.trim())
  return found === null ? [] : [(found[2] ?? "").trim()]
}

const wordSlash = /(?<![\p{L}\p{N}])(\p{L}{2,}(?:\/\p{L}{2,})+)(?![\p{L}\p{N}])/u
const mostWordings = 16

/** «искать/рыть трюфели»: each of the words in its turn. */
const withEachWord = (text: string): ReadonlyArray<string> => {
  if (!text.includes("/")) return [text]
  let wordings: ReadonlyArray<string> = [text]
  while (wordings.length < mostWordings && wordings.some((wording) => wordSlash.test(wording))) {
    wordings = wordings.flatMap((wording) => {
      const words = wordSlash.exec(wording)?.[1]
      return words === undefined ? [wording] : words.split("/").map((word) => wording.replace(words, word))
    })
  }
  return wordings
}

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const alternativeOf = (text: string, certain: boolean): Alternative => ({
  shown: text.replace(/\s+/gu, " ").replace(/\.$/u, "").trim(),
  readings: [...withOptionalParts(text).flatMap(withEachWord), ...transcriptions(text)],
  certain
})

/** « / » may divide whole answers or single words: a part shorter than another may be only a piece. */
const slashParts = (text: string): ReadonlyArray<Alternative> => {
  if (!text.includes("/")) return []
  const parts = splitOutside(text, /\s\/\s/gu)
  const longest = Math.max(...parts.map(countWords))
  return parts.map((part) => alternativeOf(part, countWords(part) === longest))
}

const orParts = (text: string): ReadonlyArray<string> => {
  const parts = splitOutside(text, /,?\s+или\s+/giu)
  return parts.some((part) => /^не\s/iu.test(part)) ? [text] : parts
}

const quotedPhrase = /^[«"„“][^«»"„“”]+[»"“”]$/u

/** Commas divide answers when each is quoted; otherwise the parts may be one phrase. */
const commaParts = (text: string): ReadonlyArray<Alternative> => {
  if (!text.includes(",")) return []
  const parts = splitOutside(text, /,\s+/gu)
  if (parts.length === 1) return []
  const allQuoted = parts.every((part) => quotedPhrase.test(part.replace(/\.$/u, "")))
  return parts.map((part) => alternativeOf(part, allQuoted))
}

const alternativesOf = (clause: string, isField: boolean): ReadonlyArray<Alternative> => {
  const whole = alternativeOf(clause, true)
  const pieces = orParts(clause).flatMap((part) => {
    const slashed = slashParts(part)
    if (slashed.length > 1) return slashed
    const alone = part === clause ? [] : [alternativeOf(part, true)]
    return isField ? [...alone, ...commaParts(part)] : alone
  })
  return [whole, ...pieces]
}

/** A зачёт is a field of several clauses; an answer is one clause unless semicolons divide it. */
export const parseReference = (text: string, kind: "answer" | "accepted"): Parsed => {
  const rejected: Array<string> = []
  const kept = mayRefuse.test(text)
    ? text.replace(notAccepted, (_, words: string) => {
        rejected.push(...splitOutside(words, /[;,]\s*|\sили\s/giu))
        return " "
      })
    : text
  const clauses = splitOutside(remarksAsOptional(kept), kind === "accepted" ? /;|\.\s+(?=\p{Lu})/gu : /;/gu)
  const parsed = [...clauses.map((clause) => parseClause(clause, kind)), ...remarksOn(kept)]
  return {
    alternatives: parsed.flatMap((one) => one.alternatives),
    flags: parsed.reduce((flags, one) => eitherFlags(flags, one.flags), noFlags),
    keywords: parsed.flatMap((one) => one.keywords),
    rejected
  }
}

/** A description in round brackets speaks of the whole answer, as a clause of its own does. */
const remarksOn = (text: string): ReadonlyArray<Parsed> =>
  text.includes("(")
    ? [...text.matchAll(remarks)].map((found) => {
        const { flags, keywords } = describe(found[1] ?? "")
        return { alternatives: [], flags, keywords, rejected: [] }
      })
    : []

const parseClause = (clause: string, kind: "answer" | "accepted"): Parsed => {
  const whole = kind === "answer" && !describesWholly(clause)
  const described = whole ? { flags: noFlags, keywords: [], rest: clause } : describe(clause)
  const alternatives = described.rest === "" ? [] : alternativesOf(described.rest, kind === "accepted")
  return { alternatives, flags: described.flags, keywords: described.keywords, rejected: [] }
}

/** An answer may contain words that look like a description; only a clause of nothing else is one. */
const describesWholly = (clause: string): boolean => describe(clause).rest === ""
