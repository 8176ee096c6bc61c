/** The verdict when every word has found its pair: by the worst of the pairs, their order and the small words between. */
import { type Agreement, isSure, worseOf } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { isPreposition } from "../words/function-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"

import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import { areOneWord } from "../agree/match-known.ts"
import { nameOneThing } from "../words/same-thing.ts"
import { areKnownRelatives, areRelated, isAdjectiveOf, isPossessiveOf } from "../agree/related-words.ts"
import type { Token } from "../words/tokens.ts"
import { isNoun } from "../words/word-traits.ts"

export const byAgreement = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement => {
  const agreement = pairing.pairs.map((pair) => pair.agreement).reduce(worseOf)
  const inOrder = areInOrder(pairing.pairs)
  if (!inOrder && form.traits.ordered) return outcome("rejected", "wrong order", form.shown)
  if (sensesDiffer(form, given, pairing, inOrder) || (agreement === "form" && mayBeAnother(form, pairing)))
    return outcome("disputed", "near", form.shown)
  if (agreement === "near") {
    const isSame = isSaidByAdjective(form, pairing)
    return isSame ? outcome("accepted", "form", form.shown) : outcome("disputed", "near", form.shown)
  }
  if (agreement === "typo" || agreement === "likely typo") return bySlips(form, pairing, agreement)
  if (!inOrder) return outcome("accepted", "word order", form.shown)
  return outcome("accepted", agreement === "transliteration" ? agreement : "form", form.shown)
}

const mayBeAnother = (form: AnswerForm, pairing: Pairing): boolean => isShort(pairing) || titleIsReworded(form, pairing)

const areInOrder = (pairs: Pairing["pairs"]): boolean => pairs.every(({ at }, i) => (pairs[i - 1]?.at ?? -1) < at)

const bySlips = (form: AnswerForm, pairing: Pairing, agreement: Agreement): Judgement =>
  form.typos && slipsAreFew(pairing, agreement)
    ? outcome("accepted", "typo", form.shown)
    : outcome("disputed", "near", form.shown)

const mostSlips = 2

/** A doubtful word is read by the company it keeps: all the others must be sure. */
const slipsAreFew = ({ pairs }: Pairing, agreement: Agreement): boolean => {
  const slips = pairs.filter((pair) => pair.agreement !== "same" && pair.agreement !== "form")
  if (agreement === "typo") return slips.length <= mostSlips
  return slips.filter((pair) => pair.agreement !== "transliteration").length === 1 && pairs.length > 1
}

/** A word of three letters is so close to others that only itself is safe, unless a dictionary knows the form. */
const isShort = ({ pairs }: Pairing): boolean =>
  pairs.every(
    ({ given, reference }) =>
      reference.number === null && reference.roman === null && reference.text.length <= 3 && given.lemmas.length === 0
  )

/** The same words may say something else when the grammar between them has changed. */
const sensesDiffer = (form: AnswerForm, given: GivenAnswer, pairing: Pairing, inOrder: boolean): boolean =>
  prepositionsDiffer(form, given) ||
  conjunctionsDiffer(form, given, pairing) ||
  casesAreSwapped(pairing) ||
  (!inOrder && clausesAreMixed(form, pairing)) ||
  (!inOrder &&
    ((!form.listed && (rolesAreSwapped(pairing) || doersAreSwapped(pairing))) ||
      titleIsTurned(form) ||
      leadersMoved(form, given, pairing) ||
      prepositionIsLost(form, given)))

/** «Тише едешь — дальше будешь»: a word stays in its clause, for all that the clauses may change their places. */
const clausesAreMixed = (form: AnswerForm, { pairs }: Pairing): boolean => {
  const { clauses } = form
  if (form.listed || clauses.length < 2) return false
  const places = clauses.map((clause) => pairs.filter(({ reference }) => clause.has(reference)).map(({ at }) => at))
  return places.some((ours, i) =>
    places.some(
      (theirs, j) => i < j && Math.min(...ours) < Math.max(...theirs) && Math.min(...theirs) < Math.max(...ours)
    )
  )
}

/** «флаг Канады» and «канадский флаг»: of a thing and of its kind, if no person has given it the name. */
const isSaidByAdjective = (form: AnswerForm, { pairs }: Pairing): boolean => {
  const relative = pairs.find((pair) => !isSure(pair.agreement))
  const head = pairs.find((pair) => isSure(pair.agreement))
  if (relative === undefined || head === undefined || pairs.length !== 2) return false
  return (
    form.traits.literal !== true &&
    isNoun(head.reference) &&
    (saysWhose(relative.reference, relative.given) || saysWhose(relative.given, relative.reference))
  )
}

const saysWhose = (noun: Token, adjective: Token): boolean =>
  isOfAnother(noun, adjective) ||
  (isPossessiveOf(adjective, noun) && !isSurname(noun)) ||
  isAdjectiveOf(adjective, noun)

/** «башня Эйфеля»: whoever is known by a surname owns more than what is called after them. Not every case of one is listed. */
const isSurname = ({ lemmas, text, word }: Token): boolean =>
  lemmas.some(({ name }) => name === "surname") || word.lexicon.people(text.replace(/я$/, "ь")).length > 0

/** The adjective is made of the noun, which is not said as a dictionary lists it. */
const isOfAnother = (noun: Token, adjective: Token): boolean =>
  noun.lemmas.some((lemma) => lemma.kind === "noun") &&
  !isBase(noun) &&
  !isNoun(adjective) &&
  areKnownRelatives(noun, adjective) &&
  areRelated(noun, adjective)

/** «Капитанская дочь» for «Капитанская дочка»: a title has its own words. */
const titleIsReworded = ({ quoted }: AnswerForm, { pairs }: Pairing): boolean =>
  quoted && pairs.some(({ given, reference }) => nameOneThing(reference, given) && !areOneWord(reference, given))

/** «Красное и чёрное»: the parts of a title stand in their order. */
const titleIsTurned = (form: AnswerForm): boolean =>
  joins(form.tokens) &&
  (form.quoted || (form.authors.length > 0 && !form.required.every((token) => form.isProper(token))))

const leaders = new Set("а чем как не но если когда вместо взамен после прежде против среди кроме без".split(" "))
const leads = (token: Token): boolean => isPreposition(token.text) || leaders.has(token.text)

/** «От заката до рассвета», «не волк, а овца»: what stands after such a word belongs to it. */
const leadersMoved = (form: AnswerForm, given: GivenAnswer, { pairs }: Pairing): boolean =>
  form.tokens.some((leader, at) => {
    if (!leads(leader)) return false
    const led = form.tokens.slice(at + 1).find((token) => form.required.includes(token))
    const places = given.tokens.flatMap((token, i) => (token.text === leader.text ? [i] : []))
    const pair = pairs.find((each) => each.reference === led)
    if (pair === undefined || places.length === 0) return false
    return !places.some((place) => pair.at > place && !pairs.some((each) => each.at > place && each.at < pair.at))
  })

/** «опоздал на поезд», «поезд опоздал»: after a verb it was no matter of order alone. */
const prepositionIsLost = (form: AnswerForm, given: GivenAnswer): boolean =>
  form.tokens.some((token) => isPreposition(token.text)) &&
  !given.tokens.some((token) => isPreposition(token.text)) &&
  form.required.some(isVerb)

/** «отец сына» is not «сын отца»: two nouns changed both their places and their cases. */
const rolesAreSwapped = (pairing: Pairing): boolean =>
  pairing.pairs.filter(
    (pair) => pair.agreement === "form" && pair.reference.number === null && pair.reference.stem.kind !== "adjective"
  ).length > 1

/** «Моцарт убил Сальери» for «Сальери убил Моцарта», «дочь любит мать»; «козу съел волк» shows by its case who ate whom. */
const doersAreSwapped = ({ pairs }: Pairing): boolean => {
  if (!pairs.some(({ reference }) => isVerb(reference))) return false
  const doers = pairs.filter(({ reference }) => reference.unheardOf || isAlive(reference))
  const areShown =
    doers.every(({ given, reference }) => given.text === reference.text) &&
    doers.some(({ given }) => given.lemmas.length > 0 && !isBase(given))
  return !areInOrder(doers) && !areShown
}

const isBase = ({ lemmas }: Token): boolean => lemmas.some((lemma) => lemma.base)

/** «волка съела коза» for «волк съел козу». */
const casesAreSwapped = ({ pairs }: Pairing): boolean => {
  const changed = pairs.filter(({ given, reference }) => isAlive(reference) && isBase(reference) !== isBase(given))
  return changed.some(({ given }) => isBase(given)) && changed.some(({ reference }) => isBase(reference))
}

const isVerb = ({ meant }: Token): boolean => meant.length > 0 && meant.every((lemma) => lemma.kind === "verb")

const isAlive = ({ meant }: Token): boolean => meant.some((lemma) => lemma.animate)

const conjunctions = new Set(["и", "с", "со"])
const joins = (tokens: ReadonlyArray<Token>): boolean => tokens.some((token) => conjunctions.has(token.text))

const conjunctionsDiffer = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): boolean =>
  conjunctionIsLost(form, given, pairing) || conjunctionIsNew(form, given, pairing)

/** «Война миров» is not «Война и мир»: without the «и», a word that has changed depends on the other. */
const conjunctionIsLost = (form: AnswerForm, given: GivenAnswer, { pairs }: Pairing): boolean =>
  joins(form.tokens) &&
  !joins(given.tokens) &&
  pairs.length > 1 &&
  pairs.some((pair) => pair.agreement === "form" && pair.reference.number === null && mayDepend(pair.given))

/** «роза и ветер» is not «Роза ветров»: what depended on the other word stands beside it now. */
const conjunctionIsNew = (form: AnswerForm, { tokens }: GivenAnswer, { pairs }: Pairing): boolean =>
  !form.listed &&
  !joins(form.tokens) &&
  tokens.some(({ text }, at) => text === "и" && joinsPairs(pairs, at)) &&
  pairs.some((pair) => pair.agreement === "form" && isNoun(pair.reference) && mayDepend(pair.reference))

/** The «и» of «П. И. Чайковский» is a name itself. */
const joinsPairs = (pairs: Pairing["pairs"], at: number): boolean =>
  pairs.some((pair) => pair.at < at) && pairs.some((pair) => pair.at > at) && !pairs.some((pair) => pair.at === at)

/** Neither a verb nor what is said as a dictionary lists it: «гвоздь» for «гвозди». */
const mayDepend = ({ lemmas, meant }: Token): boolean =>
  lemmas.length === 0 ||
  (!lemmas.some((lemma) => lemma.base && lemma.name === null) && !meant.every((lemma) => lemma.kind === "verb"))

/** «из дома» is not «в дом»; a preposition added or left out is a matter of grammar. */
const prepositionsDiffer = (form: AnswerForm, given: GivenAnswer): boolean => {
  const ours = form.tokens.map((token) => token.text).filter(isPreposition)
  const theirs = given.tokens.map((token) => token.text).filter(isPreposition)
  return ours.some((word) => !hasLike(word, theirs)) && theirs.some((word) => !hasLike(word, ours))
}

/** «о» and «об», «с» and «со» are one preposition, «под» and «по» are two. */
const hasLike = (word: string, words: ReadonlyArray<string>): boolean =>
  words.some((other) => other.replace(looseVowel, "") === word.replace(looseVowel, ""))

const looseVowel = /(?<=.)(?:бо?|о)$/
