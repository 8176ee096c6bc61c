/** Which given word answers to which word of the reference, and what is left over on either side. */
import { type Agree, agreedBefore } from "../agree/agreed-before.ts"
import { type Agreement, agreements, isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { haveNothingInCommon } from "../agree/far-apart.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import { areConfusable, areListedTogether } from "../agree/confusable-words.ts"
import { isHarmless, isIdle, isNegation } from "../words/function-words.ts"
import { areOneWord, isName, isOneLetterAway, isSpelledAlmostAlike } from "../agree/match-known.ts"
import { isInAnotherCase } from "../agree/match-russian.ts"
import { matchToken } from "../agree/match-token.ts"
import { areOneAction } from "../agree/one-action.ts"
import {
  areKnownRelatives,
  areRelated,
  isAdjectiveOf,
  isAdjectiveOfPlace,
  isPossessiveOf
} from "../agree/related-words.ts"
import { nameAlmostOneThing, nameOneThing } from "../words/same-thing.ts"
import { closeness } from "../letters/slip-cost.ts"
import { isParticle } from "../names/surname.ts"
import { isSmallerHere, isTenderForm } from "../agree/tender-form.ts"
import type { Token } from "../words/tokens.ts"
import { beginAlike, isMonth } from "../words/word-traits.ts"

interface Pair {
  readonly reference: Token
  readonly given: Token
  /** The place of the given word. */
  readonly at: number
  readonly agreement: Agreement
}

export interface Pairing {
  /** In the order of the reference. */
  readonly pairs: ReadonlyArray<Pair>
  readonly missing: ReadonlyArray<Token>
  readonly extra: ReadonlyArray<Token>
}

/** «К. Моне» is «Клод Моне», as long as the surname is there in full. */
const isInitial = (form: AnswerForm, reference: Token, given: Token): boolean =>
  reference.text.startsWith(given.text) && reference !== form.required.at(-1) && form.isProper(reference)

/** «атм. давление». */
const isShortened = (reference: Token, given: Token, shortened: ReadonlySet<string>): boolean =>
  shortened.has(given.text) && reference.text.startsWith(given.text)

/** «Васко де Гама». */
const areParticles = (reference: Token, given: Token): boolean => isParticle(reference.text) && isParticle(given.text)

const matchWord = (form: AnswerForm, reference: Token, given: Token, shortened: ReadonlySet<string>): Agreement => {
  if (given.text.length === 1 && isInitial(form, reference, given)) return "form"
  if (isShortened(reference, given, shortened)) return "form"
  if (areParticles(reference, given)) return "form"
  const agreement = matchBy(form, reference)(reference, given)
  // Reading the question takes longer than all else, so it comes last.
  return agreement === "form" && isNameSaidOtherwise(form, reference, given) ? "near" : agreement
}

const matchBy = (form: AnswerForm, reference: Token): Agree => {
  if (form.required.length > 1) return matchInCompany
  return form.isProper(reference) ? matchName : matchAlone
}

/** «листок» for «[Ференц] Лист»: a name is said in no other way, and what somebody is called neither. */
const isNameSaidOtherwise = (form: AnswerForm, reference: Token, given: Token): boolean =>
  (isTenderForm(reference, given) && namesSomebody(form, reference)) ||
  (form.required.length === 1 && isOtherwiseSaid(reference, given) && form.names?.asksHowCalled === true)

const namesSomebody = ({ names, surname }: AnswerForm, reference: Token): boolean =>
  surname === reference || (names !== null && names.people(reference).length > 0)

/** «гиппопотам» for the cat that is called «Бегемот». */
const isOtherwiseSaid = (reference: Token, given: Token): boolean =>
  nameOneThing(reference, given) && !isSure(matchToken(reference, given))

const withDoubt =
  (
    found: (agreement: Agreement, reference: Token, given: Token) => Agreement,
    isDoubtful: (reference: Token, given: Token) => boolean
  ) =>
  (reference: Token, given: Token): Agreement => {
    const agreement = matchToken(reference, given)
    if (agreement !== "none" && agreement !== "near") return agreement
    if (isTenderForm(reference, given) || areOneAction(reference, given) || nameOneThing(reference, given))
      return "form"
    const better = found(agreement, reference, given)
    return better === "none" && (reference.isAkinTo(given) || isDoubtful(reference, given)) ? "near" : better
  }

/** «служебный раман», «Джоан Ролинг», «кузничный мех», «фински залив»: the other words say what is meant. */
const isHeardAlike = (reference: Token, given: Token): boolean =>
  reference.text === `${given.text}й` ||
  ((given.lemmas.every((lemma) => lemma.name !== null) || (isAdjective(reference) && isAdjective(given))) &&
    !areConfusable(reference, given) &&
    closeness(reference.text, given.text) === "slip")

const isAdjective = ({ lemmas }: Token): boolean =>
  lemmas.length > 0 && lemmas.every((lemma) => lemma.kind === "adjective" && lemma.name === null)

/** «апельсиновый сог», «Нью-Ёрк» */
const soundsTheSame = (reference: Token, given: Token): boolean =>
  [reference, given].every(({ cyrillic, number }) => cyrillic && number === null) && reference.heard === given.heard

/** «гари поттер», «Александра Македонского»: beside another word of the answer less is feared. */
const inCompany = (alone: Agreement, reference: Token, given: Token): Agreement => {
  if (nameAlmostOneThing(reference, given)) return "form"
  // «Stephen King» for «Стивен Кинг»
  if (alone === "near" && reference.cyrillic !== given.cyrillic) return "likely typo"
  if (given.lemmas.length === 0) return soundsTheSame(reference, given) ? "typo" : alone
  if (isUndoubled(reference, given)) return "typo"
  if (isFormHere(alone, reference, given)) return "form"
  if (alone === "near" && isSpelledAlmostAlike(reference, given)) return "typo"
  return isHeardAlike(reference, given) ? "likely typo" : alone
}

const isFormHere = (alone: Agreement, reference: Token, given: Token): boolean =>
  isSmallerHere(reference, given) ||
  isNameInAnotherCase(reference, given) ||
  (alone === "near" && areOneWord(reference, given) && !areNobody(reference, given)) ||
  isOfOneAdjective(reference, given)

/** «никто» for «никого» does what should be done to it. */
const areNobody = (reference: Token, given: Token): boolean => areListedTogether(reference.text, given.text)

/** «бабьего» for «бабье», which alone is another word. */
const isOfOneAdjective = (reference: Token, given: Token): boolean =>
  reference.lemmas.some(({ id, kind }) => kind === "adjective" && given.lemmas.some((lemma) => lemma.id === id))

const undoubled = ({ text }: Token): string => text.replace(/(.)\1+/gu, "$1")

const shortestDoubled = 5

/** «гари» for «Гарри», «колона» for «колонна»: words too, but beside another of the answer nobody means them. */
const isUndoubled = (reference: Token, given: Token): boolean =>
  given.text.length < reference.text.length &&
  beginAlike(reference, given) &&
  (reference.unheardOf || isName(reference) || given.text.length >= shortestDoubled) &&
  undoubled(reference) === undoubled(given)

const isNameInAnotherCase = (reference: Token, given: Token): boolean =>
  (reference.unheardOf || isName(reference)) && isInAnotherCase(reference, given)

/** «7 июня» is another day than «7 июля». */
const areMonths = (reference: Token, given: Token): boolean => isMonth(reference) && isMonth(given)

/** Inside a phrase the other words speak for a word that is not quite the same. */
const isDoubtfulInCompany = (reference: Token, given: Token): boolean =>
  areRelated(reference, given) ||
  areKnownRelatives(reference, given) ||
  (isOneLetterAway(reference, given) && !areMonths(reference, given)) ||
  saysOfWhat(reference, given) ||
  saysOfWhat(given, reference)

const isDoubtfulAlone = (reference: Token, given: Token): boolean =>
  areKnownRelatives(reference, given) || nameAlmostOneThing(reference, given)

const isDoubtfulName = (reference: Token, given: Token): boolean =>
  isDoubtfulAlone(reference, given) || isAdjectiveOfPlace(given, reference)

const saysOfWhat = (noun: Token, adjective: Token): boolean =>
  isPossessiveOf(adjective, noun) || isAdjectiveOf(adjective, noun)

const alone = (agreement: Agreement): Agreement => agreement

/** With every rule; what has nothing in common agrees in nothing by the shorter way. */
export const byRulesInCompany = withDoubt(inCompany, isDoubtfulInCompany)
export const byRulesAlone = withDoubt(alone, isDoubtfulAlone)
export const byRulesOfName = withDoubt(alone, isDoubtfulName)

const agreed = (byRules: Agree): Agree =>
  agreedBefore((reference, given) => (haveNothingInCommon(reference, given) ? "none" : byRules(reference, given)))

const matchInCompany = agreed(byRulesInCompany)
const matchAlone = agreed(byRulesAlone)
const matchName = agreed(byRulesOfName)

/** «7 (семь)», «Нева, Нева»: what is said twice is not said otherwise; the same figure twice may be another number. */
const repeats = (token: Token, pairs: ReadonlyArray<Pair>): boolean =>
  pairs.some(({ given }) => {
    if (token.number !== null) return token.number.kind !== given.number?.kind && matchToken(given, token) === "form"
    // Words of one alphabet, as nearly all are: no rule makes more than forms of what is not written alike.
    return token.cyrillic && given.cyrillic ? given.text === token.text : matchToken(given, token) === "same"
  })

/** How a required word agrees with every given one. */
interface Row {
  readonly reference: Token
  readonly agreements: ReadonlyArray<Agreement>
}

/** Null when nothing agrees with anything, as nearly everywhere. */
const rowsOf = (form: AnswerForm, { shortened, tokens }: GivenAnswer): ReadonlyArray<Row> | null => {
  const rows: Array<Row> = []
  let isAny = false
  for (const reference of form.required) {
    const agreements: Array<Agreement> = []
    for (const token of tokens) {
      const agreement = matchWord(form, reference, token, shortened)
      agreements.push(agreement)
      if (agreement !== "none") isAny = true
    }
    rows.push({ reference, agreements })
  }
  return isAny ? rows : null
}

/** The surest pairs are made first, so that a word is not taken by one that only resembles it. */
const pairsBy = (rows: ReadonlyArray<Row>, given: ReadonlyArray<Token>): ReadonlyArray<Pair | undefined> => {
  const pairs: Array<Pair | undefined> = rows.map(() => undefined)
  const taken = new Set<number>()
  for (const agreement of agreements) {
    rows.forEach((row, i) => {
      if (pairs[i] !== undefined || !row.agreements.includes(agreement)) return
      const at = row.agreements.findIndex((each, place) => each === agreement && !taken.has(place))
      const token = given[at]
      if (token === undefined) return
      pairs[i] = { reference: row.reference, given: token, at, agreement }
      taken.add(at)
    })
  }
  return pairs
}

/** «он был в шапке» says no more than «в шапке»; «у него нет шапки» does. */
const withoutIdle = (extra: ReadonlyArray<Token>): ReadonlyArray<Token> =>
  extra.some((token) => isNegation(token.text)) ? extra : extra.filter((token) => !isIdle(token.text))

const subjects = new Set(["он", "она", "они", "я", "мы"])

/** «левша» for «он левша»; of a title nothing is unsaid: «Свой среди чужих». */
const mayBeUnsaid = (form: AnswerForm, token: Token, pairs: ReadonlyArray<Pair>): boolean =>
  isIdle(token.text) &&
  !form.quoted &&
  (pairs.length > 1 || (subjects.has(token.text) && pairs.every(({ reference }) => !isIdle(reference.text))))

/** «красный + жёлтый» */
const isJoint = (form: AnswerForm, { text }: Token): boolean => text === "плюс" && form.listed

/** Null when none of the required words is there. */
export const pairTokens = (form: AnswerForm, given: GivenAnswer): Pairing | null => {
  const rows = rowsOf(form, given)
  if (rows === null) return null
  const found = pairsBy(rows, given.tokens)
  const pairs = found.filter((pair) => pair !== undefined)
  const isFree = (at: number): boolean => pairs.every((pair) => pair.at !== at)
  return {
    pairs,
    missing: form.required.filter((token, i) => found[i] === undefined && !mayBeUnsaid(form, token, pairs)),
    extra: withoutIdle(
      given.tokens.filter(
        (token, at) => isFree(at) && !isHarmless(token.text) && !isJoint(form, token) && !repeats(token, pairs)
      )
    )
  }
}

export const withoutPairs = (form: AnswerForm, given: ReadonlyArray<Token>): Pairing => ({
  pairs: [],
  missing: form.required,
  extra: given.filter((token) => !isHarmless(token.text))
})
