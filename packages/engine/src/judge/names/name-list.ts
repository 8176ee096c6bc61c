/** Whether a wording names several people, and which of their names may be left unsaid: «Илья Ильф и Евгений Петров». */
import { type NameRole, roleOf } from "./known-names.ts"
import { normalForm } from "../letters/normal-form.ts"
import { stemRussian } from "../letters/stem-russian.ts"
import { isParticle } from "./surname.ts"
import type { Token } from "../words/tokens.ts"

export interface NameList {
  /** What each of the people is told by. */
  readonly surnames: ReadonlySet<Token>
  /** What may be left out. */
  readonly names: ReadonlySet<Token>
  /** One surname for all: then their names are left out together or not at all. */
  readonly family: boolean
}

const separator = /,\s+|\s+[и&]\s+/u
const kin = new Set("братья братьев сестры сестер супруги супругов".split(" "))
const kinStems = new Set([...kin].map((word) => stemRussian(word).stem))

/** «братья», «сёстры»: of people who bear one surname. */
export const isKin = (token: Token): boolean => kin.has(token.text)

/** The word without regard to its form. */
export const isOfKin = (token: Token): boolean => kinStems.has(token.stem.stem)

const personal: ReadonlySet<NameRole> = new Set(["given", "patronymic", "initial"])

export const isPersonal = (token: Token): boolean => personal.has(roleOf(token))

/** Null for whatever is not a list of people. `words` are those of the reading, its small ones left out. */
export const nameListOf = (
  words: ReadonlyArray<Token>,
  reading: string,
  isProper: (token: Token) => boolean,
  isKnownSurname: (token: Token) => boolean
): NameList | null => {
  const [first] = words
  if (first !== undefined && isKin(first)) return kinOf(words)
  if (!words.every((token) => isProper(token) || isParticle(token.text))) return null
  const items = itemsOf(words, reading)
  if (items.length < 2) return null
  const surnames = items.flatMap((item) => item.slice(-1))
  const names = items.flatMap((item) => item.slice(0, -1))
  const areNamed = names.length > 0 ? names.every(isPersonal) : surnames.every(isKnownSurname)
  if (!areNamed) return null
  const bare = items.filter((item) => item.length === 1).flat()
  const family = bare.length === items.length - 1 && bare.every(isPersonal) && items.at(-1)?.length === 2
  return family
    ? { surnames: new Set(surnames.slice(-1)), names: new Set([...bare, ...names]), family }
    : { surnames: new Set(surnames), names: new Set(names), family }
}

const kinOf = (words: ReadonlyArray<Token>): NameList | null =>
  words.length === 2 ? { surnames: new Set(words.slice(1)), names: new Set(words.slice(0, 1)), family: true } : null

const itemsOf = (words: ReadonlyArray<Token>, reading: string): ReadonlyArray<ReadonlyArray<Token>> => {
  let from = 0
  return reading.split(separator).map((item) => {
    const length = normalForm(item).split(" ").length
    from += length
    return words.slice(from - length, from)
  })
}
