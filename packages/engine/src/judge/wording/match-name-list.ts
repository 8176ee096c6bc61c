/** The verdict on several people called by more or fewer of their names than the reference has. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { type Bearer, bearerOf, isTrueName } from "../names/bearer.ts"
import { ofPeople } from "../words/generic-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { roleOf } from "../names/known-names.ts"
import { isKin, isOfKin, isPersonal, type NameList } from "../names/name-list.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"

/** Null when the reference is no list of people, or when nothing differs, or more than their names. */
export const byNameList = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement | null => {
  const { nameList, names } = form
  if (nameList === null || names === null || !pairing.pairs.every((pair) => isSure(pair.agreement))) return null
  if (!mayLack(nameList, pairing) || (pairing.missing.length === 0 && pairing.extra.length === 0)) return null
  const mayBeKin = nameList.family && !pairing.missing.some(isKin)
  const extra = pairing.extra.filter((token) => !ofPeople.has(token.stem.stem) && !(mayBeKin && isOfKin(token)))
  if (!mayBeSaid(nameList, extra)) return null
  const surnames = new Map(
    pairing.pairs.filter((pair) => nameList.surnames.has(pair.reference)).map((pair) => [pair.given, pair.reference])
  )
  const parts = partsOf(given.tokens, surnames)
  const all = new Set([...nameList.surnames].map(({ text }) => text))
  const bearerFor = (surname: Token): Bearer => bearerOf(names, surname, names.justBefore(surname, all))
  const truths = new Set(extra.map((token) => isTrueOf(token, parts, surnames, bearerFor)))
  if (truths.has(false)) return outcome("rejected", "wrong name", form.shown)
  if (truths.has(null)) return outcome("disputed", "extra words", form.shown)
  return outcome("accepted", "form", form.shown)
}

/** Every surname has to be said; of a family the names are left out together, and then there are several of them. */
const mayLack = ({ family, names }: NameList, { missing, pairs }: Pairing): boolean => {
  if (!missing.every((token) => names.has(token))) return false
  const said = pairs.filter((pair) => names.has(pair.reference))
  if (!family || missing.length === 0) return true
  return said.length === 0 && pairs.every((pair) => isPlural(pair.given))
}

/** Names alone, and of a family not those of one: «Якоб Гримм» is not the brothers. */
const mayBeSaid = ({ family }: NameList, extra: ReadonlyArray<Token>): boolean =>
  extra.every(isPersonal) && !(family && extra.filter((token) => roleOf(token) !== "patronymic").length === 1)

const singular = /(?:[кн]ий|[ое]й|[оы]го|ому|[иы]м|[ое]в|[иы]н|[ое]ва|[иы]на)$/

/** «Стругацкий» is one of them. */
const isPlural = ({ text }: Token): boolean => !singular.test(text)

/** What was said for which surname of the reference. */
type Surnames = ReadonlyMap<Token, Token>

/** «И. Ильф»: «и» before the first word is an initial. */
const joins = ({ text }: Token, at: number): boolean => text === "и" && at > 0

/** The names and surnames that are said; those between two «и» are of one, unless a surname is said of several. */
const partsOf = (tokens: ReadonlyArray<Token>, surnames: Surnames): ReadonlyArray<ReadonlyArray<Token>> => {
  const parts: Array<Array<Token>> = [[]]
  tokens.forEach((token, at) => {
    if (joins(token, at)) parts.push([])
    else if (surnames.has(token) || isPersonal(token)) parts.at(-1)?.push(token)
  })
  return parts.every((part) => part.some((token) => surnames.has(token))) ? parts : [parts.flat()]
}

/** Names stand all before their surnames or all behind; a surname at either end of the part leaves it open. */
const bearersBeside = (part: ReadonlyArray<Token>, at: number, surnames: Surnames): ReadonlyArray<Token> => {
  const amongst = (tokens: ReadonlyArray<Token>) => tokens.flatMap((token) => surnames.get(token) ?? [])
  const [before, after] = [amongst(part.slice(0, at)).slice(-1), amongst(part.slice(at)).slice(0, 1)]
  const [opens, closes] = [part.slice(0, 1), part.slice(-1)].map((end) => amongst(end).length > 0)
  if (opens === closes) return [...before, ...after]
  return opens === true ? before : after
}

/** Of anybody who may be meant; null when nobody can tell. */
const isTrueOf = (
  token: Token,
  parts: ReadonlyArray<ReadonlyArray<Token>>,
  surnames: Surnames,
  bearerFor: (surname: Token) => Bearer
): boolean | null => {
  const part = parts.find((each) => each.includes(token)) ?? []
  const at = part.indexOf(token)
  const place = at - 1 - part.slice(0, at).findLastIndex((each) => surnames.has(each))
  const bearers = bearersBeside(part, at, surnames).map(bearerFor)
  const truths = new Set(bearers.map((bearer) => isTrueName(token, place, bearer)))
  return truths.has(true) || (truths.has(null) ? null : false)
}
