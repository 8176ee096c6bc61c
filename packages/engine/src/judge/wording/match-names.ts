/** The verdict on a surname with other names about it than the reference has: true names are welcome, wrong ones are wrong. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { bearerOf, isListedName, isTrueName } from "../names/bearer.ts"
import { isPreposition } from "../words/function-words.ts"
import { ofPeople } from "../words/generic-words.ts"
import { isTitle } from "./match-generic.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { type KnownNames, roleOf } from "../names/known-names.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import { isParticle } from "../names/surname.ts"
import type { Token } from "../words/tokens.ts"
import { isPlainAdjective } from "../words/word-traits.ts"

/** Null when more than names differs, or when nobody can tell whether a name is true. */
export const byNames = (form: AnswerForm, given: GivenAnswer, pairing: Pairing): Judgement | null => {
  const { names: known } = form
  const pair = pairing.pairs.find((each) => each.reference === form.surname)
  if (known === null || pair === undefined || !isSure(pair.agreement)) return null
  const surname = pair.reference
  const paired = new Set(pairing.pairs.map((each) => each.given))
  const unpaired = given.tokens.filter(
    (token, at) =>
      !paired.has(token) &&
      !ofPeople.has(token.stem.stem) &&
      !known.asksWhose(token) &&
      !(pair.agreement === "same" && at < pair.at && tellsWhat(token, given.tokens[at + 1], surname)) &&
      !(at === 0 && asksForACase(form, token, pair)) &&
      !(token.text === "и" && isWord(given.tokens[at - 1]) && isWord(given.tokens[at + 1]))
  )
  const bearer = bearerOf(known, surname)
  const others = unpaired.filter((token) => roleOf(token) === "none")
  const mayBeHis = (token: Token): boolean =>
    given.tokens.indexOf(token) < pair.at && (mayBeSecondName(token) || isListedName(token, bearer))
  if (!others.every(mayBeHis)) return null
  const places = given.tokens.filter((token) => token !== pair.given)
  const truths = unpaired.map((token) => isTrueName(token, places.indexOf(token), bearer))
  const isCalledRightly =
    pairing.pairs.some((each) => each !== pair && roleOf(each.reference) === "given") ||
    unpaired.some((token, i) => roleOf(token) === "given" && truths[i] === true)
  // «Гай Юлий Цезарь»: who has the right name may have another.
  const isWrong = unpaired.some((token, i) => truths[i] === false && !(isCalledRightly && roleOf(token) === "given"))
  if (isWrong) return outcome("rejected", "wrong name", form.shown)
  if (truths.includes(null) && !isCalledRightly) {
    // «Мишель Лермонтов» in place of «Михаил».
    const isUnsure = bearer.own.length > 0 && unpaired.some((token) => roleOf(token) === "given")
    return isUnsure ? outcome("disputed", "near", form.shown) : null
  }
  return unpaired.length === 0 ? bySurname(form, pairing, known, surname) : accepted(form, pairing)
}

/** «канцлер Бисмарк», «железный канцлер Бисмарк» */
const tellsWhat = (token: Token, next: Token | undefined, surname: Token): boolean =>
  isTitle(token, surname) || (isPlainAdjective(token) && next !== undefined && isTitle(next, surname))

/** «у Есенина», «к Есенину»: the letter is no initial. */
const asksForACase = (form: AnswerForm, { text }: Token, { agreement }: Pairing["pairs"][number]): boolean =>
  isPreposition(text) && (agreement !== "same" || form.tokens.some((token) => token.text === text))

/** «Амадей», «Миллер» of «Эрнест Миллер Хемингуэй»: beside a true name it can only be another of his. */
const mayBeSecondName = (token: Token): boolean =>
  isParticle(token.text) ||
  (token.cyrillic && token.unheardOf) ||
  token.lemmas.some((lemma) => lemma.base && lemma.name !== null)

/** «Аркадий и Борис Стругацкие»: a letter between two words is no initial. */
const isWord = (token: Token | undefined): boolean => token !== undefined && token.text.length > 1

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
export const tellsWho = (names: KnownNames, surname: Token): boolean => {
  const all = names.people(surname)
  const foremost = all.filter(({ lesser }) => lesser !== true)
  const [bearer, another] = bearerOf(names, surname).people
  return all.length < 2 || (foremost.length === 1 && another === undefined && bearer === foremost[0])
}
