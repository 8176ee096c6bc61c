/** The verdict on a surname with other names about it than the reference has: true names are welcome, wrong ones are wrong. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { ofPeople } from "../words/generic-words.ts"
import { isTitle } from "./match-generic.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { type KnownNames, type NameRole, roleOf } from "../names/known-names.ts"
import type { Person } from "../words/lexicon.ts"
import { matchToken } from "../agree/match-token.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import { isParticle } from "../names/surname.ts"
import type { Token } from "../words/tokens.ts"

/** What is known of the bearer: names that the author wrote, else those of the well-known people of that surname. */
interface Bearer {
  readonly own: ReadonlyArray<Token>
  readonly people: ReadonlyArray<Person>
  readonly names: KnownNames
}

type Truth = "true" | "wrong" | "unknown"

/** Null when more than names differs, or when nobody can tell whether a name is true. */
export const byNames = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement | null => {
  const { names: known, surname } = form
  const pair = pairing.pairs.find((each) => each.reference === surname)
  if (known === null || surname === null || pair === undefined || !isSure(pair.agreement)) return null
  const paired = new Set(pairing.pairs.map((each) => each.given))
  const unpaired = given.tokens.filter(
    (token, at) =>
      !paired.has(token) &&
      !ofPeople.has(token.stem.stem) &&
      !known.asksWhose(token) &&
      !(pair.agreement === "same" && at < pair.at && isTitle(token, surname)) &&
      !joinsNames(given.tokens, at)
  )
  const bearer = bearerOf(known, surname)
  const others = unpaired.filter((token) => roleOf(token) === "none")
  const mayBeHis = (token: Token): boolean =>
    given.tokens.indexOf(token) < pair.at && (mayBeSecondName(token) || isListedName(token, bearer))
  if (!others.every(mayBeHis)) return null
  const places = given.tokens.filter((token) => token !== pair.given)
  const truths = unpaired.map((token) => truthOf(token, roleOf(token), places.indexOf(token), bearer))
  const isCalledRightly =
    pairing.pairs.some((each) => each !== pair && roleOf(each.reference) === "given") ||
    unpaired.some((token, i) => roleOf(token) === "given" && truths[i] === "true")
  // «Гай Юлий Цезарь»: who has the right name may have another.
  const wrong = unpaired.filter((token, i) => truths[i] === "wrong" && !(isCalledRightly && roleOf(token) === "given"))
  if (wrong.length > 0) return outcome("rejected", "wrong name", form.shown)
  if (truths.some((truth, i) => truth !== "true" && !(isCalledRightly && mayBeAny(unpaired[i])))) return null
  return unpaired.length === 0 ? bySurname(form, pairing, known, surname) : accepted(form, pairing)
}

/** «Амадей», «Миллер» of «Эрнест Миллер Хемингуэй»: beside a true name it can only be another of his. */
const mayBeSecondName = (token: Token): boolean =>
  isParticle(token.text) ||
  (token.cyrillic && token.unheardOf) ||
  token.lemmas.some((lemma) => lemma.base && lemma.name !== null)

/** «Salvador Dali» */
const isListedName = (token: Token, { names, people }: Bearer): boolean =>
  token.latin && people.some((person) => person.given.some((name) => names.isCalled(token, name)))

const mayBeAny = (token: Token | undefined): boolean =>
  token !== undefined && (roleOf(token) === "given" || roleOf(token) === "none")

/** «Аркадий и Борис Стругацкие»: a letter between two words is no initial. */
const joinsNames = (tokens: ReadonlyArray<Token>, at: number): boolean =>
  tokens[at]?.text === "и" &&
  [tokens[at - 1], tokens[at + 1]].every((token) => token !== undefined && token.text.length > 1)

/** Null when one of the other words is in doubt. */
const accepted = (form: AnswerForm, { pairs }: Pairing): Judgement | null =>
  pairs.every((pair) => isSure(pair.agreement))
    ? outcome("accepted", pairs.some((pair) => pair.agreement === "typo") ? "typo" : "form", form.shown)
    : null

/** «Есенин» for «Сергей Есенин», as long as it says who of several is meant. */
const bySurname = (form: AnswerForm, pairing: Pairing, names: KnownNames, surname: Token): Judgement | null => {
  const isAlone = pairing.pairs.length === 1
  if (pairing.missing.length === 0) return pairing.extra.length > 0 ? accepted(form, pairing) : null
  return isAlone && !tellsWho(names, surname) ? null : accepted(form, pairing)
}

/** Nobody else of that surname is known, or the others are so little that people call them by their full names. */
const tellsWho = (names: KnownNames, surname: Token): boolean => {
  const all = names.people(surname)
  const foremost = all.filter(({ lesser }) => lesser !== true)
  const [bearer, another] = bearerOf(names, surname).people
  return all.length < 2 || (foremost.length === 1 && another === undefined && bearer === foremost[0])
}

const bearerOf = (names: KnownNames, surname: Token): Bearer => {
  const own = names.beside(surname)
  const all = names.people(surname)
  const isHis = (token: Token, name: string): boolean =>
    roleOf(token) === "initial" ? name.startsWith(token.text) : names.isCalled(token, name)
  const same = all.filter(({ given }) => own.some((token) => given.some((name) => isHis(token, name))))
  return { own, people: own.length > 0 ? same : all, names }
}

const truthOf = (token: Token, role: NameRole, at: number, bearer: Bearer): Truth => {
  if (role === "initial") return truthOfInitial(token, at, bearer)
  if (role === "none") return isListedName(token, bearer) ? "true" : "unknown"
  const own = bearer.own.filter((name) => roleOf(name) === role)
  const listed = bearer.people.flatMap((person) => namesFor(role, person))
  if (isAmong(token, role, own, listed, bearer.names)) return "true"
  if (role === "given" && own.length > 0)
    return own.some((name) => beginAlike(name.text, token.text)) ? "unknown" : "wrong"
  if (bearer.names.isInQuestion(token)) return "true"
  if (own.length > 0 || listed.length > 0) return "wrong"
  // Who knows somebody's patronymic knows whose it is.
  return role === "patronymic" ? "true" : "unknown"
}

const namesFor = (role: NameRole, { given, patronymic }: Person): ReadonlyArray<string> =>
  role === "given" ? given : [patronymic ?? []].flat()

const isAmong = (
  token: Token,
  role: NameRole,
  own: ReadonlyArray<Token>,
  listed: ReadonlyArray<string>,
  names: KnownNames
): boolean =>
  own.some((name) => isSure(matchToken(name, token))) ||
  listed.some((name) => names.isCalled(token, name)) ||
  (role === "patronymic" && areOfOneFather([...own.map((name) => name.text), ...listed], token))

/** «Юра» may be «Юрий». */
const beginAlike = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2)

/** «М. Жванецкий», «Толстой Л. Н.»: the first letter is of the given name, the second of the patronymic. */
const truthOfInitial = (token: Token, at: number, { own, people }: Bearer): Truth => {
  const written = own.filter((name) => roleOf(name) === (at === 0 ? "given" : "patronymic")).map((name) => name.text)
  const listed = people.flatMap(({ given, patronymic }) => (at === 0 ? given : [patronymic ?? []].flat()))
  const names = written.length > 0 ? written : listed
  return names.length === 0 || names.some((name) => name.startsWith(token.text)) ? "true" : "wrong"
}

const areOfOneFather = (patronymics: ReadonlyArray<string>, { text }: Token): boolean =>
  patronymics.some((name) => fatherIn(name) === fatherIn(text))

/** «Палыч» is «Павлович», «Иваныч» is «Иванович»: the father's name without its end. */
const fatherIn = (patronymic: string): string =>
  patronymic
    .replace(/^павлович/, "палович")
    .replace(/^михайлович/, "михалович")
    .replace(/(?:[ое]вич|[ыи]ч|ьич).{0,3}$/, "")
