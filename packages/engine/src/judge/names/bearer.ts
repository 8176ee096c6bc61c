/** Whether a name that somebody is called by is true of who bears the surname. */
import { isSure } from "../words/agreement.ts"
import { type KnownNames, type NameRole, roleOf } from "./known-names.ts"
import type { Person } from "../words/lexicon.ts"
import { matchToken } from "../agree/match-token.ts"
import type { Token } from "../words/tokens.ts"

/** What is known of the bearer: names that the author wrote, else those of the well-known people of that surname. */
export interface Bearer {
  readonly own: ReadonlyArray<Token>
  readonly people: ReadonlyArray<Person>
  readonly names: KnownNames
}

/** `own` are the names that the author gives to the bearer. */
export const bearerOf = (names: KnownNames, surname: Token, own = names.beside(surname)): Bearer => {
  const all = names.people(surname)
  const isHis = (token: Token, name: string): boolean =>
    roleOf(token) === "initial" ? name.startsWith(token.text) : names.isCalled(token, name)
  const same = all.filter(({ given }) => own.some((token) => given.some((name) => isHis(token, name))))
  return { own, people: own.length > 0 ? same : all, names }
}

/** «Salvador Dali» */
export const isListedName = (token: Token, { names, people }: Bearer): boolean =>
  token.latin && people.some((person) => person.given.some((name) => names.isCalled(token, name)))

/** Null when nobody can tell. `at` is the place of the name among those that he is called by. */
export const isTrueName = (token: Token, at: number, bearer: Bearer): boolean | null => {
  const role = roleOf(token)
  if (role === "initial") return isTrueInitial(token, at, bearer)
  if (role === "none") return isListedName(token, bearer) || null
  const own = bearer.own.filter((name) => roleOf(name) === role)
  const listed = bearer.people.flatMap((person) => namesFor(role, person))
  if (isAmong(token, own, listed, bearer.names)) return true
  if (role === "given" && own.length > 0) return own.some((name) => beginAlike(name.text, token.text)) ? null : false
  if (bearer.names.isInQuestion(token)) return true
  if (own.length > 0 || listed.length > 0) return false
  // Who knows somebody's patronymic knows whose it is.
  return role === "patronymic" || beginsAsWritten(token, bearer)
}

/** «К. Паустовский»: of the given name the author wrote the first letter, or nothing. */
const beginsAsWritten = ({ text }: Token, { own }: Bearer): boolean | null => {
  const initial = own.find((name) => roleOf(name) === "initial")
  return initial === undefined ? null : text.startsWith(initial.text)
}

const namesFor = (role: NameRole, { given, patronymic }: Person): ReadonlyArray<string> =>
  role === "given" ? given : [patronymic ?? []].flat()

const isAmong = (token: Token, own: ReadonlyArray<Token>, listed: ReadonlyArray<string>, names: KnownNames): boolean =>
  own.some((name) => isSure(matchToken(name, token))) ||
  listed.some((name) => names.isCalled(token, name) || isFormOf(token, name)) ||
  [...own.map((name) => name.text), ...listed].some((name) => fatherIn(name) === fatherIn(token.text))

/** «Александра Пушкина» is he, though there is a name «Александра». */
const isFormOf = ({ lemmas }: Token, name: string): boolean => lemmas.some(({ word }) => word === name)

/** «Юра» may be «Юрий». */
const beginAlike = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2)

/** «М. Жванецкий», «Толстой Л. Н.»: the first letter is of the given name, the second of the patronymic. */
const isTrueInitial = (token: Token, at: number, { own, people }: Bearer): boolean => {
  const role = at === 0 ? "given" : "patronymic"
  const written = own.filter((name) => roleOf(name) === role).map((name) => name.text)
  const names = written.length > 0 ? written : people.flatMap((person) => namesFor(role, person))
  return names.length === 0 || names.some((name) => name.startsWith(token.text))
}

/** «Палыч» is «Павлович», «Иваныч» is «Иванович»: the father's name without its end. */
const fatherIn = (patronymic: string): string =>
  patronymic
    .replace("павлович", "палович")
    .replace("михайлович", "михалович")
    .replace(/(?:[ое]вич|[ыи]ч|ьич).*/, "")
