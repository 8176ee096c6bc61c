/** Whether the given answer names a number that the reference does not. */
import { isSure } from "../words/agreement.ts"
import type { Pairing } from "./pair-tokens.ts"
import { isOneOf, ofCenturies } from "../words/generic-words.ts"
import { stemRussian } from "../letters/stem-russian.ts"
import type { Token } from "../words/tokens.ts"
import { isMonth } from "../words/word-traits.ts"

/** «один человек» is often no more than «человек», and «первый» is a word of praise. */
const counts = ({ number }: Token): boolean =>
  number !== null && number.kind !== "ordinal" && !(number.kind === "cardinal" && number.digits === "1")

/** «„Чужие“ 1986»: when it was. */
export const mayBeAYear = ({ number }: Token): boolean => /^(?:1\d|20)\d\d$/.test(`${number?.digits}`)

const mostDays = 31
const isDay = ({ number }: Token): boolean => Number(number?.digits) <= mostDays

/** With so few other words more, an extra number is a wrong refinement and not part of a longer true story. */
const fewOtherWords = 1

export const numbersDisagree = ({ extra, missing, pairs }: Pairing): boolean => {
  const missingWords = missing.filter((token) => token.number === null && token.roman === null)
  const extraWords = extra.filter((token) => token.number === null && token.roman === null)
  const wrong = extra.filter((token) => token.number !== null || token.roman !== null)
  const wanted = missing.filter((token) => token.number !== null || token.roman !== null)
  if (wrong.length === 0) return false
  if (wanted.length > 0) {
    const bare = extraWords.length === 0 && (pairs.length > 0 || wrong.some((token) => token.number !== null))
    return missingWords.length === 0 || bare
  }
  const isAYear = pairs.some(({ reference }) => mayBeAYear(reference))
  const saysWhen = (token: Token): boolean => (isAYear ? isDay(token) && extraWords.some(isMonth) : mayBeAYear(token))
  const isWrong = (token: Token): boolean => counts(token) && !saysWhen(token)
  return missingWords.length === 0 && wrong.some(isWrong) && extraWords.length <= fewOtherWords
}

const units = new Set(
  (
    "год век лет столетие метр километр сантиметр миля рубль доллар копейка евро градус процент минута секунда час день сутки " +
    "неделя месяц раз штука человек килограмм грамм тонна литр балл очко этаж серия номер"
  )
    .split(" ")
    .map((word) => stemRussian(word).stem)
)

export const areUnits = (tokens: ReadonlyArray<Token>): boolean => tokens.every((token) => isOneOf(token, units))

/** A number, and no other word than units on either side. */
export const onlyUnitsAround = ({ extra, missing, pairs }: Pairing): boolean =>
  pairs.length > 0 && pairs.every(({ reference }) => reference.number !== null) && areUnits(extra) && areUnits(missing)

const areCenturies = (tokens: ReadonlyArray<Token>): boolean => tokens.every((token) => isOneOf(token, ofCenturies))

const isSign = ({ text }: Token): boolean => text === "минус" || text === "плюс"

/** «килограмм» for «1 кг». */
export const onlyOneIsLost = ({ extra, missing, pairs }: Pairing): boolean =>
  extra.length === 0 &&
  missing.every(({ number }) => number?.digits === "1" && number.kind !== "ordinal") &&
  areUnits(pairs.map(({ reference }) => reference)) &&
  pairs.every(({ agreement }) => isSure(agreement))

/** «1812» for «1812 год», «22 июня 1941» for «22 июня 1941 года»: the question has named the unit; «XIX столетие» for «XIX век» names the same one. */
export const onlyUnitsDiffer = ({ extra, missing, pairs }: Pairing): boolean =>
  (extra.length === 0 || (missing.length > 0 && areCenturies(extra) && areCenturies(missing))) &&
  pairs.every(
    ({ agreement, reference }) =>
      agreement !== "near" &&
      (reference.number !== null || reference.roman !== null || isSign(reference) || isMonth(reference))
  ) &&
  areUnits(missing)
