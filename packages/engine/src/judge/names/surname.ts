/** Whether a wording names a person, and which of its words is the surname. */
import { type KnownNames, roleOf } from "./known-names.ts"
import { lettered } from "../letters/lettered.ts"

import type { Token } from "../words/tokens.ts"

const particles = new Set("де да ди дю дер ван фон ла ле аль ибн".split(" "))
const mostWords = 4
/** «Римский-Корсаков». */
const doubleSurname = lettered("u", String.raw`^\p{Lu}\p{L}+-\p{Lu}\p{L}+\.?$`)

export const isParticle = (word: string): boolean => particles.has(word)

/** Of those that no dictionary knows. */
const surnameEnding = /.{3}(?:[ое]в|[иы]н|[сц]кий|[ое]ва|[иы]на|[сц]кая|енко|чук|ян|дзе|швили)$/

/** «Сирано де Бержерак», «Васко де Бальбоа»: what comes after the particle is the surname if it is no common word. */
const followsParticle = (words: ReadonlyArray<Token>, last: Token): boolean => {
  const isCommon = last.lemmas.some((lemma) => lemma.base && lemma.name === null && !lemma.indeclinable)
  return !isCommon && words.length > 2 && particles.has(words.at(-2)?.text ?? "")
}

const isSurname = (token: Token, names: KnownNames, words: ReadonlyArray<Token>): boolean =>
  followsParticle(words, token) ||
  names.people(token).length > 0 ||
  (token.unheardOf && surnameEnding.test(token.text)) ||
  (token.lemmas.some((lemma) => lemma.base && lemma.name === "surname") && !isEpithet(token))

/** «Грозный», «Македонский»: there are people of that surname, and there are epithets. */
const isEpithet = (token: Token): boolean => token.lemmas.some((lemma) => lemma.base && lemma.kind === "adjective")

/** A name that is no surname, a patronymic, an epithet: «Мария Антуанетта», «Анна Иоанновна», «Иван Грозный». */
const isOtherwiseCalled = (token: Token): boolean =>
  roleOf(token) !== "none" || token.meant.some((lemma) => lemma.kind === "adjective")

/** Before a surname stand names, or what no dictionary knows; a name may have any word after it. */
const areNames = (words: ReadonlyArray<Token>): boolean =>
  words.slice(0, 1).some((word) => roleOf(word) !== "none") || words.every((word) => word.lemmas.length === 0)

/** «Усэйн Болт»: what no dictionary knows is a name before another; of a place it is often a part, «Нью-Йорк». */
const mayBeCalled = (first: Token, reading: string): boolean =>
  roleOf(first) === "given" || (first.unheardOf && !reading.includes("-"))

/** The surname among the words of a wording, all of which have to be capitalised; null when it names nobody. */
export const surnameOf = (words: ReadonlyArray<Token>, names: KnownNames, reading: string): Token | null => {
  const full = words.filter((word) => !particles.has(word.text))
  const last = full.at(-1)
  const before = full.slice(0, -1)
  const isDouble = doubleSurname(reading).test(reading)
  const isPlain = full.every((word) => word.cyrillic && word.number === null)
  if (last === undefined || full.length > mostWords || !isPlain || !(isDouble || areNames(before))) return null
  if (isSurname(last, names, words)) return last
  const [first] = before
  return first !== undefined && mayBeCalled(first, reading) && !isOtherwiseCalled(last) ? last : null
}
