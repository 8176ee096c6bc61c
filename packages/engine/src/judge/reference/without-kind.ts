/** What a reference names once the word for its kind is taken off: «Москва» of «город Москва», «ё» of «буква Ё»; a player may leave that word out. */
import {
  isOneOf,
  ofAnything,
  ofGoods,
  ofLetters,
  ofNumbers,
  ofPeople,
  ofPlaces,
  ofSigns,
  ofTitles
} from "../words/generic-words.ts"
import { roleOf } from "../names/known-names.ts"
import { lettered } from "../letters/lettered.ts"
import type { Lexicon } from "../words/lexicon.ts"
import { isName } from "../agree/match-known.ts"
import { normalForm } from "../letters/normal-form.ts"
import { isList, properWords } from "./reading-traits.ts"
import { type Token, tokensOf } from "../words/tokens.ts"
import { isListed, isPlainAdjective } from "../words/word-traits.ts"

/** «роман в стихах „Евгений Онегин“»: what it is, and what it is called. */
const titled = /^([^«»"„“”,;:()[\]]+)\s[—–-]?\s?([«"„“][^«»"„“”]+[»"“”])\.?$/u
const firstWord = lettered("u", String.raw`^(\p{L}[\p{L}-]*)\s+(?:[—–-]\s+)?(\S.*)$`)
const startsWithCapital = lettered("u", String.raw`^[«"„“]?\p{Lu}`)
/** Of so few words a kind may consist: «древнегреческий философ». */
const mostOfKind = 3

export const withoutKind = (reading: string, lexicon: Lexicon): string | null => {
  const [, kind, title] = titled.exec(reading) ?? []
  if (kind !== undefined && title !== undefined) return bearsTitles(tokensOf(normalForm(kind), lexicon)) ? title : null
  return isList(reading) ? null : (beforeKind(reading, lexicon) ?? afterKind(reading, lexicon, 0))
}

const lastWord = lettered("iu", String.raw`^(\p{L}[\p{L}-]*)\s+(цвет|язык)\.?$`)

/** «красный цвет» */
const beforeKind = (reading: string, lexicon: Lexicon): string | null => {
  const [, name = "", kind = ""] = lastWord(reading).exec(reading) ?? []
  return lexicon.kinds(normalForm(name)).includes(normalForm(kind)) ? name : null
}

const bearsTitles = ([first, ...rest]: ReadonlyArray<Token>): boolean => {
  if (first === undefined) return false
  if (isPlainAdjective(first)) return bearsTitles(rest)
  return isListed(first) && [ofTitles, ofGoods, ofAnything, ofSigns, ofLetters].some((kinds) => isOneOf(first, kinds))
}

const afterKind = (reading: string, lexicon: Lexicon, before: number): string | null => {
  const [word, rest] = withoutFirst(reading, lexicon)
  if (word === undefined || before >= mostOfKind) return null
  if (isKindOf(word, rest, lexicon)) return rest
  if (isPlainAdjective(word)) return afterKind(rest, lexicon, before + 1)
  const [where, name] = withoutFirst(rest, lexicon)
  return where !== undefined && isPlace(where, lexicon) && isKindOf(word, name, lexicon) ? name : null
}

const withoutFirst = (reading: string, lexicon: Lexicon): readonly [first: Token | undefined, rest: string] => {
  const [, first = "", rest = ""] = firstWord(reading).exec(reading) ?? []
  return [tokensOf(normalForm(first), lexicon)[0], rest]
}

/** «Франции» of «столица Франции Париж» */
const isPlace = (token: Token, lexicon: Lexicon): boolean =>
  !token.lemmas.some((lemma) => lemma.base) && token.lemmas.some(({ word }) => lexicon.kinds(word).length > 0)

const soleOf = (named: ReadonlyArray<Token>): Token | undefined => (named.length === 1 ? named[0] : undefined)

const isKindOf = (kind: Token, rest: string, lexicon: Lexicon): boolean => {
  if (!isListed(kind)) return false
  const named = tokensOf(normalForm(rest), lexicon)
  const only = soleOf(named)
  if (only?.text.length === 1) return isOneOf(kind, ofLetters)
  if (only !== undefined && (only.number !== null || only.roman !== null)) return isOneOf(kind, ofNumbers)
  const known = lexicon.kinds(named.map((token) => token.text).join("-"))
  if (kind.lemmas.some(({ word }) => known.includes(word))) return named.every(standsAlone)
  return startsWithCapital(rest).test(rest) && isKindOfName(kind, named, rest, lexicon)
}

const isKindOfName = (kind: Token, named: ReadonlyArray<Token>, rest: string, lexicon: Lexicon): boolean => {
  const only = soleOf(named)
  const capitals = properWords(rest)
  if (!named.every((token) => capitals.has(token.text))) return false
  if (isOneOf(kind, ofPlaces)) return named.every(standsAlone)
  return isOneOf(kind, ofPeople) && named.some(isOfAPerson) && (only === undefined || tellsAlone(only, lexicon))
}

/** «остров Буян», but not «остров Пасхи»: its name is no answer in another case. */
const standsAlone = (token: Token): boolean =>
  token.lemmas.length > 0 ? token.lemmas.some((lemma) => lemma.base) : /[бвгджзйклмнпрстфхцчшщо]$/.test(token.text)

const isOfAPerson = (token: Token): boolean => token.unheardOf || isName(token)

/** «Король Лев» is not called «Лев», nor «император Александр» by his name alone. */
const tellsAlone = (token: Token, lexicon: Lexicon): boolean =>
  token.unheardOf ||
  lexicon.people(token.text).length > 0 ||
  (roleOf(token) === "none" && token.meant.every((lemma) => lemma.name !== null))
