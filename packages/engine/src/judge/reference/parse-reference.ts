/** The text of an answer, зачёт or незачёт taken apart into alternatives, flags, keywords and what is not accepted. */
import { withOptionalParts } from "../letters/brackets.ts"
import { describe, eitherFlags, type Flags, noFlags } from "./flags.ts"
import { hasWord, lettered } from "../letters/lettered.ts"
import { plainText } from "../letters/plain-text.ts"
import { splitOutside } from "../letters/split-outside.ts"

export interface Alternative {
  /** As it is shown to people: with its brackets, without its full stop. */
  readonly shown: string
  readonly readings: ReadonlyArray<string>
  /** False when it may be only a part of an answer: it is held against, but never accepted alone. */
  readonly certain: boolean
}

interface Clause {
  readonly alternatives: ReadonlyArray<Alternative>
  readonly flags: Flags
  readonly keywords: ReadonlyArray<string>
  readonly mentions: ReadonlyArray<string>
}

export interface Parsed extends Clause {
  readonly rejected: ReadonlyArray<string>
}

const notAccepted = lettered(
  "giu",
  String.raw`[ .,;([]*(?:не ?зач[её]т|не (?:засчитыва|принима|зачесть)\p{L}*|незачесть) ?[:—–-]*([^)\]]*)[)\]]?`
)
/** «(груша — незачёт)», «(ответ „груша“ не засчитывать)»: first what is wrong, then that it is. */
const refusedFirst = lettered(
  "giu",
  String.raw`\((?:ответ\s+)?[«"„“]?([^()«»"„“”]+?)[»"“”]?\s*(?:[—–-]\s*)?(?:не ?зач[её]т|не (?:засчитыва|принима)\p{L}*|(?:считать |это )?неправильн\p{L}+)\.?\)`
)
/** What every refusal has in it. */
const mayRefuse = /не ?[зп]/iu
/** Most references are a word or two: looking for the sign alone halves the time of reading one. */
const hasNo = (sign: string, text: string): boolean => !text.includes(sign)

const remarks = /\(([^()]*)\)/gu
/** A remark in round brackets of so few words may be a part of the answer. */
const longestOptionalRemark = 4

/** «(Эрнест) Хемингуэй» may be written in full; a remark on the answer is dropped. */
const remarksAsOptional = (text: string): string =>
  text.replace(remarks, (_, inside: string) => {
    const words = inside.trim()
    const isRemark = describe(words).rest !== words || words.split(" ").length > longestOptionalRemark
    return isRemark ? " " : `[${words}]`
  })

const transcription =
  /^[^[\]\p{Script=Cyrillic}]*\p{Script=Latin}[^[\]\p{Script=Cyrillic}]*\[([^[\]\p{Script=Latin}]+)\]\.?$/u

/** «Lacoste [лакост]»: the bracket says how it sounds, so that is an answer too. */
const transcriptions = (text: string): ReadonlyArray<string> =>
  hasNo("[", text) ? [] : (transcription.exec(text)?.slice(1) ?? [])

const wordSlash = lettered("u", String.raw`(?<![\p{L}\p{N}])(\p{L}{2,}(?:\/\p{L}{2,})+)(?![\p{L}\p{N}])`)
const mostWordings = 16

/** «искать/рыть трюфели»: each of the words in its turn. */
const withEachWord = (text: string): ReadonlyArray<string> =>
  hasNo("/", text)
    ? [text]
    : text.split(wordSlash(text)).reduce<ReadonlyArray<string>>(
        (heads, piece, i) => {
          const isSlashed = i % 2 === 1
          const words = isSlashed && heads.length < mostWordings ? piece.split("/") : [piece]
          return heads.flatMap((head) => words.map((word) => head + word))
        },
        [""]
      )

const countWords = (text: string): number => text.split(" ").filter((word) => hasWord(word)).length

const alternativeOf = (text: string, certain: boolean): Alternative => ({
  shown: text.replace(/\.$/u, "").trim(),
  readings: [...withOptionalParts(text).flatMap(withEachWord), ...transcriptions(text), ...withoutConjunction(text)],
  certain
})

const conjunction = lettered(
  "iu",
  String.raw`^(?:(?:он|она|оно|они)(?=\s+\p{Ll}+[.!]?$)|потому,? что|из-за того,? что|оттого,? что|так как|поскольку|чтобы)\s+(?=\S+\s|\S{4,}$)`
)

/** «Потому что погас свет», «Чтобы не уснуть»: what the question asks with is left out of the answer. */
const withoutConjunction = (text: string): ReadonlyArray<string> =>
  conjunction(text).test(text) ? [text.replace(conjunction(text), "")] : []

/** « / » may divide whole answers or single words: a part shorter than another may be only a piece. */
const slashParts = (text: string): ReadonlyArray<Alternative> => {
  if (hasNo("/", text)) return []
  const parts = splitOutside(text, / \/ /gu)
  const longest = Math.max(...parts.map(countWords))
  return parts.map((part) => alternativeOf(part, countWords(part) === longest))
}

const orParts = (text: string): ReadonlyArray<string> => {
  const parts = splitOutside(text, /,? или /giu)
  return parts.some((part) => part.toLowerCase().startsWith("не ")) ? [text] : parts
}

const quotedPhrase = /^[«"„“][^«»"„“”]+[»"“”]$/u

const dependent = /^(?:котор[а-яё]+|что|чтобы|где|как|когда|если|а|но|не|и)(?![а-яё])/iu
const longestVariant = 3

/** «Дайвер, аквалангист»: where one thing was asked for, short parts are as many names of it. */
const areVariants = (parts: ReadonlyArray<string>): boolean =>
  parts.every((part) => countWords(part) <= longestVariant && !dependent.test(part))

/** Commas divide answers when each is quoted; otherwise the parts may be one phrase. */
const commaParts = (text: string, ofOneThing: boolean): ReadonlyArray<Alternative> => {
  if (hasNo(",", text)) return []
  const parts = splitOutside(text, /, /gu)
  if (parts.length === 1) return []
  const allQuoted = parts.every((part) => quotedPhrase.test(part.replace(/\.$/u, "")))
  const certain = allQuoted || (ofOneThing && areVariants(parts))
  return parts.map((part) => alternativeOf(part, certain))
}

/** An answer, a зачёт, or a зачёт to an answer that is one thing. */
export type FieldKind = "answer" | "accepted" | "variants"

const explained = lettered(
  "iu",
  String.raw`^([^—–]{2,60}?)\s[—–-]\s(?:\p{L}{1,3}\s)?(?:он|она|оно|они|е[гё]о|ее|их|ему|ей|им|н[ие]го|не[её]|них|ним|ней|нём|нем|потому что|поскольку|так как|ведь|именно|котор\p{L}+)(?!\p{L}).+$`
)

/** «Якорь — он не даёт кораблю уплыть»: what is told of the answer is no part of it. */
const answerBefore = (clause: string): ReadonlyArray<Alternative> => {
  const [, answer] = explained(clause).exec(clause) ?? []
  return answer === undefined ? [] : [alternativeOf(answer, true)]
}

const alternativesOf = (clause: string, kind: FieldKind): ReadonlyArray<Alternative> => {
  const whole = alternativeOf(clause, true)
  const pieces = orParts(clause).flatMap((part) => {
    const slashed = slashParts(part)
    if (slashed.length > 1) return slashed
    const alone = part === clause ? [] : [alternativeOf(part, true)]
    return kind === "answer" ? alone : [...alone, ...commaParts(part, kind === "variants")]
  })
  return [whole, ...answerBefore(clause), ...pieces]
}

const sentenceEnd = lettered("gu", String.raw`;|\. (?=\p{Lu})`)

/** A зачёт is a field of several clauses; an answer is one clause unless semicolons divide it. */
export const parseReference = (text: string, kind: FieldKind): Parsed => {
  const rejected: Array<string> = []
  const line = plainText(text).replace(/\s+/gu, " ").trim()
  const kept = mayRefuse.test(line)
    ? line.replace(refusedFirst(line), "(незачёт: $1)").replace(notAccepted(line), (_, words: string) => {
        rejected.push(...splitOutside(words, /[;,]| или /giu))
        return " "
      })
    : line
  const clauses = splitOutside(remarksAsOptional(kept), kind !== "answer" ? sentenceEnd(kept) : /;/gu)
  const parsed = [...clauses.map((clause) => parseClause(clause, kind)), ...remarksOn(kept)]
  return {
    alternatives: parsed.flatMap((one) => one.alternatives),
    flags: parsed.reduce((flags, one) => eitherFlags(flags, one.flags), noFlags),
    keywords: parsed.flatMap((one) => one.keywords),
    mentions: parsed.flatMap((one) => one.mentions),
    rejected
  }
}

/** A description in round brackets speaks of the whole answer, as a clause of its own does. */
const remarksOn = (text: string): ReadonlyArray<Clause> =>
  [...text.matchAll(remarks)].map(([remark]) => {
    const { flags, keywords, mentions } = describe(remark.slice(1, -1))
    return { alternatives: [], flags, keywords, mentions }
  })

const parseClause = (clause: string, kind: FieldKind): Clause => {
  const whole = kind === "answer" && !describesWholly(clause)
  const described = whole ? { flags: noFlags, keywords: [], mentions: [], rest: clause } : describe(clause)
  const { flags, keywords, mentions, rest } = described
  return { alternatives: rest === "" ? [] : alternativesOf(rest, kind), flags, keywords, mentions }
}

/** An answer may contain words that look like a description; only a clause of nothing else is one. */
const describesWholly = (clause: string): boolean => describe(clause).rest === ""
