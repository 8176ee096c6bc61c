/** The verdict on several people called by more or fewer of their names than the reference has. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { ofPeople } from "../words/generic-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { type KnownNames, roleOf } from "../names/known-names.ts"
import { isKin, isOfKin, isPersonal, type NameList } from "../names/name-list.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"

/** Null when the reference is no list of people, or when more than their names differs. */
export const byNameList = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement | null => {
  const { nameList, names } = form
  if (nameList === null || names === null || !pairing.pairs.every((pair) => isSure(pair.agreement))) return null
  if (!mayLack(nameList, pairing)) return null
  const mayBeKin = nameList.family && !pairing.missing.some(isKin)
  const extra = pairing.extra.filter((token) => !ofPeople.has(token.stem.stem) && !(mayBeKin && isOfKin(token)))
  if (!mayBeSaid(nameList, extra)) return null
  const truths = new Set(extra.map((token) => isTrueName(token, nameList, given, pairing, names)))
  if (truths.has("wrong")) return outcome("rejected", "wrong name", form.shown)
  if (truths.has("unknown") || (pairing.missing.length === 0 && extra.length === 0)) return null
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

/** The name stands before or after a surname that somebody of that name bears. */
const isTrueName = (
  token: Token,
  list: NameList,
  given: GivenAnswer,
  pairing: Pairing,
  names: KnownNames
): "true" | "wrong" | "unknown" => {
  const at = given.tokens.indexOf(token)
  const isSurname = (word: Token) =>
    pairing.pairs.some((pair) => pair.given === word && list.surnames.has(pair.reference))
  const said = given.tokens.slice(at).find(isSurname) ?? given.tokens.slice(0, at).findLast(isSurname)
  const surname = pairing.pairs.find((pair) => pair.given === said)?.reference
  if (surname === undefined) return "unknown"
  const own = names.justBefore(surname).filter((name) => roleOf(name) === roleOf(token))
  if (own.length > 0) return own.some(({ text }) => names.isCalled(token, text)) ? "true" : "wrong"
  const written = pairing.missing.filter((name) => roleOf(name) === roleOf(token) && !isKin(name))
  const listed = names
    .people(surname)
    .flatMap((person) => (roleOf(token) === "patronymic" ? [person.patronymic ?? ""] : person.given))
  if (roleOf(token) === "initial")
    return listed.length === 0 || listed.some((name) => name.startsWith(token.text)) ? "true" : "wrong"
  if (listed.some((name) => names.isCalled(token, name))) return "true"
  return listed.length > 0 || written.length > 0 ? "wrong" : "unknown"
}
