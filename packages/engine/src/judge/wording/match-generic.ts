/** The verdict on an answer that has all of the reference and, beside it, only what kind of thing that is. */
import { isSure } from "../words/agreement.ts"
import type { AnswerForm } from "../reference/answer-form.ts"
import {
  isOneOf,
  ofAges,
  ofMeasures,
  ofAmounts,
  ofAnything,
  ofCenturies,
  ofCompanies,
  ofCounts,
  ofGoods,
  ofLetters,
  ofMonuments,
  ofNotions,
  ofNumbers,
  ofPeople,
  ofPlaces,
  ofRelatives,
  ofStates,
  ofTitles,
  ofUsualMeasures,
  yearAbbreviations
} from "../words/generic-words.ts"
import { isNegation, isPreposition } from "../words/function-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import { roleOf } from "../names/known-names.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { isIndeclinable, isName } from "../agree/match-known.ts"
import { normalForm } from "../letters/normal-form.ts"
import { areUnits } from "./match-numbers.ts"
import { outcome } from "../verdict/outcome.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"
import { isListed, isNoun, isPlainAdjective } from "../words/word-traits.ts"

export const byGeneric = (
  form: AnswerForm,
  given: GivenAnswer,
  { extra, missing, pairs }: Pairing
): Judgement | null => {
  if (missing.length > 0 || !pairs.every((pair) => isSure(pair.agreement))) return null
  const asWritten = pairs.every(({ agreement, reference }) => agreement !== "form" || reference.number !== null)
  const mayBeTitled = asWritten && isCalledByName(form) && !given.tokens.some((token) => conjunctions.has(token.text))
  const before = new Set(given.tokens.slice(0, pairs[0]?.at ?? 0))
  const isTitleHere = (token: Token): boolean =>
    mayBeTitled &&
    before.has(token) &&
    form.required.some((name) => isTitle(token, name) || namesAThing(form, token, name))
  const isKindHere = (token: Token): boolean =>
    isTitleHere(token) ||
    saysTheKind(form, token, asWritten, !before.has(token)) ||
    isAskedFor(form, token, asWritten) ||
    isKindInBrackets(form, token) ||
    isGivenName(form, token, nextPaired(given, pairs, token)) ||
    (asWritten && before.has(token) && isRepeated(form, token)) ||
    isToldInQuestion(form, given, token, !before.has(token))
  if (
    !extra.every(
      (token, i) =>
        isKindHere(token) ||
        isSaidOfKind(token, extra[i + 1], isKindHere) ||
        isWhereItIs(form, extra[i - 1], token) ||
        (before.has(token) && isWhatFor(form, extra[i - 1], token))
    )
  )
    return null
  if (extra.some((token) => isJoined(given, token))) return null
  const slipped = pairs.some((pair) => pair.agreement === "typo")
  return outcome("accepted", slipped ? "typo" : "form", form.shown)
}

const nextPaired = ({ tokens }: GivenAnswer, pairs: Pairing["pairs"], token: Token): Token | undefined =>
  pairs.find((pair) => pair.given === tokens[tokens.indexOf(token) + 1])?.reference

/** «маятник Леона Фуко»: whose it is, called by another name of his. */
const isGivenName = (form: AnswerForm, token: Token, surname: Token | undefined): boolean => {
  const { names } = form
  if (names === null || surname === undefined || form.required.length < 2 || !form.isProper(surname)) return false
  return names.people(surname).some((person) => person.given.some((name) => names.isCalled(token, name)))
}

/** «остров Рапа-Нуи» for «[Остров] Пасхи», «буква ер» for «Ъ» */
const isKindInBrackets = ({ names }: AnswerForm, token: Token): boolean =>
  names !== null &&
  ((isOneOf(token, ofLetters) && names.nameALetter) ||
    (kinds.some((words) => isOneOf(token, words)) && names.isOptional(token)))

const kinds = [ofPlaces, ofTitles, ofGoods]

/** «герой Персей», «героем Персеем» where the question asks which hero; «клятву Гиппократа» where it asks whose oath. */
const isAskedFor = ({ names }: AnswerForm, token: Token, asWritten: boolean): boolean =>
  names !== null &&
  (((isListed(token) === asWritten || isThing(token)) && token.number === null && names.asksFor(token)) ||
    (asWritten && names.asksSoFor(token) && !token.lemmas.some((lemma) => lemma.animate)) ||
    (!asWritten && names.asksWhose(token)))

/** «статуя Венеры» is that of which the question asks, «отец Персея» is another. */
const isThing = (token: Token): boolean => isListed(token) && !token.lemmas.some((lemma) => lemma.animate)

/** «голос русалочки», «заплатила голосом» where the question tells of the mermaid and how she paid; two things side by side are two. */
const isToldInQuestion = (form: AnswerForm, given: GivenAnswer, token: Token, isAfter: boolean): boolean => {
  if (form.required.every(isNumber) || isNumber(token) || isNegation(token.text)) return false
  const isVerb = token.meant.length > 0 && token.meant.every(({ kind }) => kind === "verb")
  const depends =
    isAfter && (!isListed(token) || isPreposition(given.tokens[given.tokens.indexOf(token) - 1]?.text ?? ""))
  return (isVerb || depends) && form.names?.isInQuestion(token) === true
}

/** «картину написал Васнецов» repeats what the question says of him. */
const isRepeated = ({ names }: AnswerForm, token: Token): boolean => !isListed(token) && names?.isSaidSo(token) === true

/** «древнегреческий философ Сократ» */
const isSaidOfKind = (token: Token, next: Token | undefined, isKind: (token: Token) => boolean): boolean =>
  next !== undefined && isKind(next) && isPlainAdjective(token)

/** «столица Чехии Прага» */
const isWhereItIs = (form: AnswerForm, kind: Token | undefined, token: Token): boolean =>
  kind !== undefined && form.isKind(kind) && form.liesIn(token)

/** «богиня охоты Артемида» */
const isWhatFor = (form: AnswerForm, kind: Token | undefined, { lemmas }: Token): boolean =>
  kind !== undefined &&
  form.isKind(kind) &&
  lemmas.length > 0 &&
  lemmas.every((lemma) => lemma.kind === "noun" && lemma.name === null && !lemma.base)

/** «зонт и плащ»: a second thing, whatever it might be a kind of. */
const isJoined = ({ tokens }: GivenAnswer, token: Token): boolean => tokens[tokens.indexOf(token) - 1]?.text === "и"

/** «Малыш и Карлсон» are two. */
const conjunctions = new Set(["и", "с"])

/** «сказка „Колобок“», but not «песня птицы» for «птица»: what a thing is called stands in the nominative. */
const saysTheKind = (form: AnswerForm, token: Token, asWritten: boolean, isAfter: boolean): boolean => {
  if (isSaidOfAnything(token) || isSaidHere(form, token, isAfter) || isOne(form, token, asWritten)) return true
  const only = onlyWordOf(form)
  const said = only === null ? null : saysTheKindOf(form, only, token)
  if (said !== null) return said
  if (form.isKind(token)) return true
  if (isOneOf(token, ofPeople) && namesAPerson(form)) return true
  return (form.quoted || asWritten) && bearsATitle(form, token, isAfter)
}

/** «Apple Inc.», «эффект дежавю» */
const isSaidHere = (form: AnswerForm, token: Token, isAfter: boolean): boolean =>
  isAfter ? isOfACompany(form, token) : isNotion(form, token)

const isNotion = ({ required }: AnswerForm, token: Token): boolean =>
  isOneOf(token, ofNotions) && required.every((word) => isIndeclinable(word) || word.unheardOf)

const isCommon = (token: Token): boolean => !isNumber(token) && token.lemmas.length > 0 && !isName(token)

const isSaidOfAnything = (token: Token): boolean => isOneOf(token, ofAnything) || isOneOf(token, ofStates)

/** «Apple Inc.» */
const isOfACompany = (form: AnswerForm, token: Token): boolean =>
  ofCompanies.has(token.text) && form.required.every((word) => word.latin || form.isProper(word))

const isOne = (form: AnswerForm, token: Token, asWritten: boolean): boolean =>
  (asWritten && isSaidOfOne(form, token)) || isOneUnit(form, token)

/** «один рубль» */
const isSaidOfOne = (form: AnswerForm, { number }: Token): boolean =>
  number?.kind === "cardinal" && number.digits === "1" && form.required.every(isCommon)

/** «1 км» */
const isOneUnit = (form: AnswerForm, { number }: Token): boolean =>
  number?.kind === "figure" && number.digits === "1" && areUnits(form.required)

/** «зеркало заднего вида» is a mirror of some kind, and no kind of a mirror. */
const bearsATitle = (form: AnswerForm, token: Token, isAfter: boolean): boolean =>
  (!isAfter || isListed(token)) && mayBearATitle(form, token, isAfter)

/** «праздник Хэллоуин»: what only looks like a surname may be anything. */
const mayBearATitle = (form: AnswerForm, token: Token, isAfter: boolean): boolean =>
  (isOneOf(token, ofMonuments) && form.required.length > 1) ||
  (isOneOf(token, ofTitles) && (form.surname === null || (form.required.length === 1 && form.surname.unheardOf))) ||
  (isOneOf(token, ofGoods) && !isOfAPlace(form) && !(isAfter && isCommonNoun(form)) && mayBeOfGoods(form))

const mayBeOfGoods = (form: AnswerForm): boolean =>
  form.quoted || !form.isWrittenAsName || !form.required.some(mayBeAlive)

/** «хлеб, сыр» are two. */
export const isCommonNoun = ({ isAbbreviation, quoted, required }: AnswerForm): boolean =>
  !quoted && !isAbbreviation && required.length === 1 && required.every((word) => isNoun(word) && isCommon(word))

/** «коньяк „Арарат“» is called after the mountain of «Гора Арарат», and is none. */
const isOfAPlace = (form: AnswerForm): boolean =>
  form.required.length === 1 &&
  normalForm(form.shown) !== form.normal &&
  form.required.every((token) => form.namesPlace(token))

const mayBeAlive = (token: Token): boolean => token.lemmas.some((lemma) => lemma.animate)

/** «−273» is one number. */
const onlyWordOf = ({ required }: AnswerForm): Token | null => {
  const isSigned = required.length === 2 && required[0]?.text === "минус"
  return (required.length === 1 || isSigned ? required.at(-1) : null) ?? null
}

/** Of an answer of one word; null when that word alone does not tell. */
const saysTheKindOf = (form: AnswerForm, only: Token, token: Token): boolean | null => {
  if (isNumber(only)) return isYear(only, token) || isMeasure(form, token)
  if (only.text.length === 1) return isOneOf(token, ofLetters)
  return isOneOf(token, ofAmounts) ? true : null
}

/** «33 года», «300 рублей»; «10 метров» may be wrong, unless the question asks for metres, and «47 струн», unless it asks how many. */
const isMeasure = (form: AnswerForm, token: Token): boolean =>
  ofAges.has(token.text) ||
  isOneOf(token, ofCounts) ||
  isOneOf(token, ofUsualMeasures) ||
  (isOneOf(token, ofMeasures) && form.names?.isInQuestion(token) === true) ||
  form.names?.isCounted(token) === true

const isNumber = (token: Token): boolean => token.number !== null || token.roman !== null

const namesAPerson = (form: AnswerForm): boolean =>
  form.surname !== null || form.required.some((token) => form.isProper(token) && roleOf(token) === "given")

/** «Тьюринг», «Алан»: names, though a dictionary lists them among the nouns too. */
const mayBeCalledSo = ({ lemmas, text, word }: Token): boolean =>
  word.lexicon.people(text).length > 0 || lemmas.some((lemma) => lemma.base && lemma.name === "given")

/** «вратарь Яшин», «рыцарь Дон Кихот»; «дедушка Крылов» is he, while «сын Гудини» is another. */
export const isTitle = (token: Token, name: Token): boolean =>
  token.lemmas.some((lemma) => lemma.base && lemma.animate && lemma.name === null) &&
  !token.lemmas.some(({ kind }) => kind === "adjective") &&
  !mayBeCalledSo(token) &&
  (!ofRelatives.has(token.stem.stem) || showsItsCase(name))

/** «меч Экскалибур»: what no dictionary knows is a name, and no surname; of the sword it would be in another case. */
const namesAThing = (form: AnswerForm, token: Token, name: Token): boolean =>
  name.unheardOf &&
  form.surname === null &&
  showsItsCase(name) &&
  !ofRelatives.has(token.stem.stem) &&
  token.lemmas.some((lemma) => lemma.base && lemma.kind === "noun" && lemma.name === null)

/** A name that would be another word in another case, or that has none: «зажигалка Zippo». */
const showsItsCase = (name: Token): boolean =>
  (name.latin && name.roman === null) ||
  (name.unheardOf && /[бвгджзйклмнпрстфхцчшщ]$/.test(name.text)) ||
  (name.lemmas.some((lemma) => lemma.base && lemma.name !== null) && !name.lemmas.some((lemma) => lemma.indeclinable))

const isCalledByName = (form: AnswerForm): boolean =>
  !form.quoted &&
  !form.listed &&
  form.required.every((token) => form.isProper(token)) &&
  (form.required.length > 1 || form.required.every((token) => (isName(token) || token.unheardOf) && !isWordToo(token)))

/** «Павлин» is somebody's name, and a bird. */
const isWordToo = (token: Token): boolean => token.lemmas.some((lemma) => lemma.base && lemma.name === null)

const firstYear = 100

const isYear = (number: Token, token: Token): boolean =>
  isCentury(number, token) ||
  ((ofNumbers.has(token.stem.stem) || yearAbbreviations.has(token.text)) &&
    (Number(number.number?.digits ?? 0) >= firstYear || number.number?.kind === "decade" || token.stem.stem !== "год"))

/** «XIX век»; «19» alone may be anything. */
const isCentury = (number: Token, token: Token): boolean =>
  (number.roman !== null || number.number?.kind === "ordinal") && ofCenturies.has(token.stem.stem)
