/** What a зачёт tells to do with the answer: to put one word for another, to leave a word out, to take two of three. */
import { describe } from "./flags.ts"
import { lettered } from "../letters/lettered.ts"
import { splitOutside } from "../letters/split-outside.ts"

export interface Substitution {
  readonly replaced: string
  /** The empty text where the word may be left out. */
  readonly by: ReadonlyArray<string>
}

export interface Instructions {
  readonly substitutions: ReadonlyArray<Substitution>
  /** How many of the things that the answer lists are enough; null when all are wanted. */
  readonly enough: number | null
  /** What is left of the field without them. */
  readonly rest: string
}

export const noInstructions: Instructions = { substitutions: [], enough: null, rest: "" }

const instead = /^(?:(?:также|можно|допускается|слова?) )*(.+?) (?:вместо|взамен) (?:слова? )?(.+)$/iu
const exchanged = /^(?:(?:также|допускается|возможна) )*замена (?:слова? )?(.+?) на (?:слово )?(.+)$/iu
const without = /^(?:(?:также|можно|и) )*без (?:(?:слова?|упоминания|указания) |(?=[«"„“]))(.+)$/iu
const optional =
  /^(?:слова? )?(.+?) (?:не ?обязател(?:ьно|ен|ьна|ьны)|не требу(?:е|ю)тся|можно (?:опустить|не указывать|не называть))$/iu
const anyOf = lettered(
  "iu",
  String.raw`^люб(?:ые|ых|ая|ой|ое) (один|одна|одно|два|две|двух|три|трех|трёх|четыре|\d)(?: \p{L}+)? из `
)

const counts: ReadonlyMap<string, number> = new Map([
  ["один", 1],
  ["одна", 1],
  ["одно", 1],
  ["два", 2],
  ["две", 2],
  ["двух", 2],
  ["три", 3],
  ["трех", 3],
  ["трёх", 3],
  ["четыре", 4]
])

const quotedWord = /[«"„“]([^«»"„“”]+)[»"“”]/gu

/** «„Таз“ или „корыто“», «таз, корыто». */
const wordsIn = (text: string): ReadonlyArray<string> => {
  const quoted = [...text.matchAll(quotedWord)].map(([, word = ""]) => word)
  const words = quoted.length > 0 ? quoted : text.split(/, | или | либо |\//u)
  return words.map((word) => word.trim()).filter((word) => word !== "")
}

const substitutionsIn = (clause: string): ReadonlyArray<Substitution> => {
  const [, by, replaced] = instead.exec(clause) ?? []
  if (by !== undefined && replaced !== undefined) return pairsOf(replaced, wordsIn(by))
  const [, old, fresh] = exchanged.exec(clause) ?? []
  if (old !== undefined && fresh !== undefined) return pairsOf(old, wordsIn(fresh))
  const left = without.exec(clause)?.[1] ?? optional.exec(clause)?.[1]
  return left === undefined ? [] : pairsOf(left, [""])
}

const pairsOf = (replaced: string, by: ReadonlyArray<string>): ReadonlyArray<Substitution> =>
  wordsIn(replaced).map((word) => ({ replaced: word, by }))

const countIn = (clause: string): number | null => {
  const word = anyOf(clause).exec(clause)?.[1]?.toLowerCase()
  return word === undefined ? null : (counts.get(word) ?? Number(word))
}

/** Every instruction has one of these in it; of most fields nothing more is asked. */
const hint = /вместо|взамен|замен|без |обязател|требу|можно |из /iu

const tellsWhatToDo = (clause: string): boolean => substitutionsIn(clause).length > 0 || countIn(clause) !== null

/** «в любом порядке, лиса вместо лисицы»: a comma divides what only tells how to read the answer. */
const byCommas = (clause: string): ReadonlyArray<string> => {
  const parts = splitOutside(clause, /, /gu)
  const areInstructions =
    parts.some(tellsWhatToDo) && parts.every((part) => tellsWhatToDo(part) || describe(part).rest === "")
  return areInstructions ? parts : [clause]
}

export const instructionsIn = (field: string): Instructions => {
  if (!hint.test(field)) return { substitutions: [], enough: null, rest: field }
  const clauses = splitOutside(field.replace(/\s+/gu, " "), /;|\.(?: |$)/gu).flatMap(byCommas)
  const read = clauses.map((clause) => ({
    clause,
    substitutions: substitutionsIn(clause),
    enough: countIn(clause)
  }))
  const others = read.filter(({ enough, substitutions }) => substitutions.length === 0 && enough === null)
  return {
    substitutions: read.flatMap(({ substitutions }) => substitutions),
    enough: read.find(({ enough }) => enough !== null)?.enough ?? null,
    rest: others.length === read.length ? field : others.map(({ clause }) => clause).join("; ")
  }
}
