/** The verdict when words are missing, or more are said than the reference has. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { isIdle, isNegation } from "../words/function-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import { describesTheHead, holdsTheHead, lacksItsAdjective, lacksItsNoun } from "./head-word.ts"
import { isOneOf, ofPeople, ofPlaces, ofRelatives } from "../words/generic-words.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { roleOf } from "../names/known-names.ts"
import { byAuthor } from "./match-author.ts"
import { byAskedKind, byBareName } from "./match-bare-name.ts"
import { byGeneric } from "./match-generic.ts"
import { tellsWho } from "./match-names.ts"
import { byListedNames } from "./match-listed-names.ts"
import { byAdjective, byTail } from "./match-tail.ts"

import { mayBeAYear, numbersDisagree, onlyOneIsLost, onlyUnitsAround, onlyUnitsDiffer } from "./match-numbers.ts"
import { other, outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import { isParticle } from "../names/surname.ts"
import { matchToken } from "../agree/match-token.ts"
import { areKnownRelatives, isAdjectiveOfPlace } from "../agree/related-words.ts"
import { isPlainAdjective } from "../words/word-traits.ts"
import type { Token } from "../words/tokens.ts"
import { beginAlike } from "../words/word-traits.ts"

/** «канцлер Бисмарк» for «фон Бисмарк», «Джулиани, мэр Нью-Йорка» for «Рудольф Джулиани»: the surname tells who it is. */
const bySurnameAlone = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Pairing => {
  const { names, surname } = form
  if (pairing.missing.length === 0 || surname === null || names === null) return pairing
  const isUnsaid = (token: Token): boolean =>
    isParticle(token.text) || (roleOf(token) !== "none" && tellsWho(names, surname) && isTold(surname, given, pairing))
  return { ...pairing, missing: pairing.missing.filter((token) => !isUnsaid(token)) }
}

/** After the surname it is said who that was. */
const isTold = (surname: Token, { tokens }: GivenAnswer, { extra: [first], pairs }: Pairing): boolean => {
  const said = pairs.find(({ agreement, reference }) => reference === surname && isSure(agreement))
  return (
    said !== undefined &&
    first !== undefined &&
    tokens.indexOf(first) > said.at &&
    first.meant.some(({ animate, name }) => animate && name === null) &&
    !isOneOf(first, ofRelatives)
  )
}

export const byRemainder = (form: AnswerForm, given: GivenAnswer, left: Pairing): Judgement => {
  const pairing = bySurnameAlone(form, given, left)
  if (negationsDiffer(pairing)) return outcome("rejected", "negation", form.shown)
  if (bothDeny(pairing)) return outcome("disputed", "near", form.shown)
  const told = byWhatIsTold(form, given, pairing)
  if (told !== null) return told
  if (numbersDisagree(pairing)) return outcome("rejected", "wrong number", form.shown)
  if (!pairing.pairs.some((pair) => isSure(pair.agreement))) return byLikeness(form, pairing)
  if (isUnderstood(form, pairing)) return outcome("accepted", "form", form.shown)
  if (pairing.missing.length === 0) return outcome("disputed", "extra words", form.shown)
  return pairing.extra.length === 0 ? byPart(form, pairing) : bySharedWords(form, pairing)
}

const isUnderstood = (form: AnswerForm, pairing: Pairing): boolean =>
  onlyUnitsDiffer(pairing) || onlyOneIsLost(pairing) || tellsHowMany(form, pairing)

/** «тридцать» for «Тридцать серебреников» where the question asks how many. */
const tellsHowMany = ({ names }: AnswerForm, { extra, missing, pairs }: Pairing): boolean =>
  extra.length === 0 &&
  missing.every(({ number }) => number === null) &&
  pairs.every(({ agreement, reference }) => reference.number !== null && isSure(agreement)) &&
  names?.asksHowMany === true

/** What more is said is of no matter, or what less is said is understood. */
const byWhatIsTold = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement | null =>
  byGeneric(form, given, pairing) ??
  byListedNames(form, given, pairing) ??
  byTail(form, given, pairing) ??
  byAdjective(form, given, pairing) ??
  byAuthor(form, pairing) ??
  byBareName(form, pairing) ??
  byAskedKind(form, pairing)

/** «не Пушкин» for «Пушкин», «стреляйте» for «не стреляйте»: nothing but a negation more or less; «без зонта» is «не было зонта». */
const negationsDiffer = ({ extra, missing }: Pairing): boolean =>
  (extra.length === 0 || missing.length === 0) && [...extra, ...missing].every((token) => isNegation(token.text))

const bothDeny = ({ extra, missing }: Pairing): boolean => {
  const [said, lost] = [extra.filter(({ text }) => !isIdle(text)), missing.filter(({ text }) => !isIdle(text))]
  return said.length > 0 && lost.length > 0 && [...said, ...lost].every((token) => isNegation(token.text))
}

/** «сосновые леса» for «сосны»: one word of an answer of one word may be meant; «80-е годы» may be the «1980-е». */
const byLikeness = (form: AnswerForm, pairing: Pairing): Judgement => {
  const { extra, pairs } = pairing
  if (onlyUnitsAround(pairing)) return outcome("disputed", "near", form.shown)
  const [pair] = pairs
  if (isMisspelledSurname(form, pairing)) return outcome("disputed", "near", form.shown)
  if (pair !== undefined && isPlaceOtherwise(form, pair, pairing)) return outcome("disputed", "near", form.shown)
  const isRelative = pair !== undefined && areKnownRelatives(pair.reference, pair.given)
  return isRelative && form.required.length === 1 && extra.length === 1
    ? outcome("disputed", "near", form.shown)
    : other
}

/** «нуриев» for «Рудольф Нуреев» */
const isMisspelledSurname = (form: AnswerForm, { extra, missing, pairs }: Pairing): boolean =>
  extra.length === 0 &&
  pairs.length === 1 &&
  form.surname !== null &&
  pairs.every(({ given, reference }) => reference === form.surname && matchToken(reference, given) !== "none") &&
  missing.every((token) => roleOf(token) !== "none")

/** «Цусимский пролив» for «Цусима», «Гибралтар» for «Гибралтарский пролив». */
const isPlaceOtherwise = (
  form: AnswerForm,
  { given, reference }: Pairing["pairs"][number],
  { extra, missing }: Pairing
): boolean => {
  const areKinds =
    missing.every((token) => isOneOf(token, ofPlaces)) &&
    extra.every((token) => isOneOf(token, ofPlaces) || form.names?.asksFor(token) === true)
  return areKinds && (isAdjectiveOfPlace(given, reference) || isAdjectiveOfPlace(reference, given))
}

const isProper = (form: AnswerForm, pairing: Pairing): boolean =>
  pairing.pairs.some((pair) => isSure(pair.agreement) && form.isProper(pair.reference))

/** «Мао», «Вупи»: a name that is told by its first word, if that is no name of many. */
const isFirstName = (form: AnswerForm, { pairs }: Pairing): boolean =>
  form.required.every((token) => form.isProper(token)) &&
  pairs.every(({ agreement, reference }) => agreement === "same" && reference.unheardOf)

const fewestShared = 2

/** «безымянный правой руки» for «Безымянный палец правой руки»: one word of many. */
const lacksLittle = (pairing: Pairing): boolean => pairing.missing.length === 1 && sharesSeveral(pairing)

const sharesSeveral = ({ pairs }: Pairing): boolean =>
  pairs.length >= fewestShared && pairs.every((pair) => isSure(pair.agreement))

/** Neither what it begins with nor a part of a name. */
const lacksInside = (form: AnswerForm, { missing }: Pairing): boolean =>
  missing.every((token) => token !== form.required[0] && !form.isProper(token))

/** «святого Валентина» for «День святого Валентина», «Джонатан Ливингстон» for «Чайка по имени Джонатан Ливингстон»: what is left out is no name. */
const saysAName = (form: AnswerForm, pairing: Pairing): boolean =>
  sharesSeveral(pairing) && isProper(form, pairing) && !pairing.missing.some((token) => form.isProper(token))

/** A part of the answer is worth a vote only if it holds what the answer is about. */
const byPart = (form: AnswerForm, pairing: Pairing): Judgement => {
  const numberLost =
    !isProper(form, pairing) && pairing.missing.some((token) => token.number !== null && !mayBeAYear(token))
  const worthAsking =
    !form.listed &&
    !numberLost &&
    !lacksItsNoun(form, pairing) &&
    (describesTheHead(form, pairing) ||
      isFirstName(form, pairing) ||
      (lacksLittle(pairing) && lacksInside(form, pairing)) ||
      saysAName(form, pairing) ||
      (holdsTheHead(form, pairing) && !lacksItsAdjective(form, pairing)))
  return outcome(worthAsking ? "disputed" : "rejected", "partial", form.shown)
}

/** «великий Пушкин», «дедушка Крылов», «Jules Верн», «Михайло»: no other name, and nothing that a name might be of. */
const mayBeSaidOfAName = (token: Token, missing: ReadonlyArray<Token>): boolean =>
  !token.cyrillic ||
  ofPeople.has(token.stem.stem) ||
  token.meant.some((lemma) => lemma.animate && lemma.name === null) ||
  (token.lemmas.length === 0 && (!token.unheardOf || missing.some((name) => beginAlike(name, token))))

/** Another word beside a shared one makes another answer, unless the shared one is the name that matters; of a list all matter. */
const bySharedWords = (form: AnswerForm, pairing: Pairing): Judgement => {
  const saysTheName =
    isProper(form, pairing) &&
    holdsTheHead(form, pairing) &&
    pairing.extra.every(
      (token) =>
        (token.number === null || form.surname === null) &&
        (mayBeSaidOfAName(token, pairing.missing) || (form.surname !== null && isPlainAdjective(token)))
    )
  return !form.listed && (saysTheName || sharesMost(pairing)) ? outcome("disputed", "partial", form.shown) : other
}

/** One word of four is another: of a sentence as often a paraphrase as an error. */
const sharesMost = (pairing: Pairing): boolean => lacksLittle(pairing) && pairing.pairs.length > fewestShared
