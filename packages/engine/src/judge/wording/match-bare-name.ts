/** The verdict on a name without the title that the reference puts before it: «Айболит» for «Доктор Айболит». */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import { ofPeople, ofRelatives } from "../words/generic-words.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { roleOf } from "../names/known-names.ts"
import { isName } from "../agree/match-known.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"
import { isPlainAdjective } from "../words/word-traits.ts"

export const byBareName = (form: AnswerForm, { extra, missing, pairs }: Pairing): Judgement | null => {
  const [title] = missing
  if (title === undefined || missing.length > 1 || extra.length > 0 || title !== form.required[0]) return null
  if (form.quoted || form.listed || !mayBeLeftOut(title)) return null
  const areNames = pairs.every(
    ({ agreement, given, reference }) =>
      isSure(agreement) &&
      form.isProper(reference) &&
      !mayBelong(title, reference, given) &&
      (tellsAlone(reference) || (pairs.length > 1 && isName(reference)))
  )
  return areNames ? outcome("accepted", "form", form.shown) : null
}

/** «вавилонская» for «Вавилонская башня» where the question asks which tower. */
export const byAskedKind = (form: AnswerForm, { extra, missing, pairs }: Pairing): Judgement | null => {
  const { names } = form
  if (names === null || form.listed || extra.length > 0) return null
  const tells = pairs.some(({ reference }) => form.isProper(reference) || isPlainAdjective(reference))
  const isWhole = pairs.every(({ agreement }) => isSure(agreement)) && missing.every((token) => names.asksFor(token))
  return tells && isWhole ? outcome("accepted", "form", form.shown) : null
}

const isOfAPerson = (token: Token): boolean =>
  ofPeople.has(token.stem.stem) || token.lemmas.some((lemma) => lemma.base && lemma.animate && lemma.name === null)

const mayBeLeftOut = (title: Token): boolean => !ofRelatives.has(title.stem.stem) && isOfAPerson(title)

const genitive = /(?:ого|его|[ое]ва|[иы]на)$/

/** «Лошадь Пржевальского», «Собака Павлова», «Кот Шрёдингера»: whose an animal is. */
const mayBelong = (title: Token, name: Token, given: Token): boolean =>
  !ofPeople.has(title.stem.stem) &&
  (genitive.test(name.text) || (given.text.length < name.text.length && name.text.startsWith(given.text)))

/** A given name may be anybody's, a common word anything. */
const tellsAlone = (name: Token): boolean =>
  name.unheardOf ||
  (name.lemmas.length > 0 &&
    roleOf(name) === "none" &&
    name.meant.every((lemma) => lemma.name !== null || lemma.kind === "other"))
