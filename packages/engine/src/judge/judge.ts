import { isAbbreviation } from "./words/abbreviation.ts"
import type { AnswerForm } from "./reference/answer-form.ts"
import type { CompiledAnswer } from "./compile-answer.ts"
import { isHarmless } from "./words/function-words.ts"
import { GivenAnswer, readingsOf } from "./given/given-answer.ts"
import { inOtherUnits } from "./given/in-other-units.ts"
import { withNumbersSpelled } from "./given/misspelled-numbers.ts"
import { inFullOf } from "./words/known-abbreviations.ts"
import type { Judgement } from "./verdict/judgement.ts"
import { asTypedInEnglish, asTypedInRussian } from "./letters/keyboard-layout.ts"
import { lettered } from "./letters/lettered.ts"
import { type Lexicon, noLexicon } from "./words/lexicon.ts"
import { isOtherLetter } from "./letters/lone-letter.ts"
import { matchForms } from "./wording/match-forms.ts"
import { matchGuesses, namesAnother } from "./match-guesses.ts"
import { matchKeywords } from "./wording/match-keywords.ts"
import { matchRanges } from "./wording/number-range.ts"
import { matchRejected } from "./match-rejected.ts"
import { matchSubanswers } from "./match-subanswers.ts"
import { matchToken } from "./agree/match-token.ts"
import { matchTranslation } from "./match-translation.ts"
import { normalForm } from "./letters/normal-form.ts"
import { better, other, outcome } from "./verdict/outcome.ts"
import { plainText } from "./letters/plain-text.ts"
import { type ReadAnswer, readAnswer } from "./read-answer.ts"
import { looselyNumbered } from "./reference/subanswers.ts"
import { sameWording } from "./wording/same-wording.ts"
import type { Token } from "./words/tokens.ts"
import { isPicture, namesOfSign, signIn } from "./letters/sign-names.ts"

/**
 * The verdict on one given answer, by the rules of the sport. Total: any text gets a verdict, whatever it holds.
 *
 * `accepted` and `rejected` are certain; `disputed` is for people to decide, as the text may be right. The reason says which
 * case it was, `matched` the form of the reference it was held against. With a `lexicon` two words are never taken for one.
 */
export const judge = (compiled: CompiledAnswer, given: string, lexicon: Lexicon = noLexicon): Judgement => {
  const text = plainText(given).trim()
  const judgement = verdictOn(compiled, text, lexicon)
  return judgement.matched === null ? { ...judgement, matched: compiled.forms[0]?.shown ?? null } : judgement
}

/** «чебурашка (из мультика)»: where it comes from. */
const aside = lettered(
  "giu",
  String.raw`\((?:из|из-за|в|во|на|от|по|с|со|у|к|о|об|который|которая|которое|которые|тот|та|то|фильм|роман|книга|памятник|мультик|сказка|игра|песня)(?![\p{L}])[^()]*\)`
)

/** «краб камчатский, тот самый огромный», «Боливия, где Ла-Пас»: which one it is. */
const whichOne = lettered(
  "iu",
  String.raw`,\s*(?:(?:ну|это|там|вот)\s+)?(?:тот|та|те|который|которая|которое|которые|где|откуда)(?:\s+(?:самый|самая|самое|самые|что|где|который|которая))?\s+(?:(?!\sи\s)[^,])+$`
)

/** «снегурочка (внучка деда мороза)»: so many words are no other answer. */
const remark = lettered("u", String.raw`\((?!\s*(?:или|не)\s)[^()\d\p{Lu}]*\p{L}[.\s]+\p{L}[^()\d\p{Lu}]*\)\s*$`)

const wordsIn = (text: string): number => text.trim().split(/\s+/).length

/** «чёрный квадрат (красный круг)»: of as few words it may be another answer. */
const withoutRemark = (text: string): string => {
  const bare = text.replace(remark(text), "")
  return wordsIn(text) > 2 * wordsIn(bare) ? bare : text
}

/** «МГУ им. Ломоносова» */
const inHonour = /\s(?:им\.|имени)\s.+$/iu

/** «точно не зеркало, а окно», «а не окно ли это?», «нет, окно» */
const corrected = /^(?:[^,.]*\s)?не\s[^,.]+,\s*а\s+(.+)$/iu
const wondered = /^(?:а\s+)?(?:это\s+)?(?:(?:случайно|часом)\s+)?не\s+(.+?)(?:\s+ли(?:\s+это)?\s*\?*|\s*\?+)$/iu
const thoughtBetter = /^(?:(?:ой|да)[,\s]+)?нет\s*[,.!…]\s*(.+)$/iu

/** What is told by the way counts only where nothing else is amiss. */
const withoutAsides = (text: string, { reason }: Judgement): string =>
  reason === "extra words"
    ? withoutRemark(text.replace(aside(text), "").replace(whichOne(text), "")).replace(inHonour, "")
    : text

/** «1 тезис 2 антитезис 3 синтез»: what only counts the things that were asked for. */
const withoutFigures = (text: string): string | null => {
  const things = looselyNumbered(text, text.match(/\d/gu)?.length ?? 0)
  return things === null || things.length < 2 ? null : things.join(", ")
}

/** «слово „превед“», «подпись „Превед“», «роман „Война и мир“» */
const cited =
  /^(?:слово|фраза|надпись|подпись|название|выражение|роман|повесть|рассказ|сказка|поэма|пьеса|книга|фильм|картина|песня)\s+(.+)$/iu

/** «тот, кто подсказывает актёрам, — суфлёр» */
const defined = /^(?:это\s+)?(?:тот|та|те|то),?\s+(?:кто|что|который|которая|которые)\s.+?(?:,|\s[—–-])\s+([^,—–]+)$/iu

/** «гайдн, а не моцарт», «гайдн! не моцарт же» */
const excluded = /^([^,!.;—–]+?)(?:\s*[,!.;—–]+\s*(?:а\s+)?|\s+а\s+)не\s+.+$/iu

/** What is said once what is denied, asked or remarked is left out; null when there is nothing of that. */
const coreOf = (text: string, judgement: Judgement): string | null => {
  const { reason } = judgement
  if (reason === "wrong number") return withoutFigures(text)
  if (reason === "inexact") return cited.exec(text)?.[1] ?? null
  const bare = withoutAsides(text, judgement)
  if (bare !== text) return bare
  const [, said] =
    corrected.exec(text) ??
    thoughtBetter.exec(text) ??
    wondered.exec(text) ??
    excluded.exec(text) ??
    defined.exec(text) ??
    []
  return said ?? null
}

/** «да или нет»: «да» is said around many an answer, but not around its opposite. */
const yesAndNo = /^(?:ну\s+)?(?:да(?:\s+или\s+|\s*[/|;,]\s*)нет|нет(?:\s+или\s+|\s*[/|;,]\s*)да)[\s.!?]*$/iu

const isYesOrNo = ({ forms }: CompiledAnswer): boolean =>
  forms.length === 1 && forms.some(({ normal }) => normal === "да" || normal === "нет")

const verdictOn = (compiled: CompiledAnswer, text: string, lexicon: Lexicon): Judgement => {
  if (text.length > compiled.longest) return tooLong(compiled, text)
  if (isOtherLetter(compiled.written, text)) return other
  if (yesAndNo.test(text) && isYesOrNo(compiled)) return outcome("rejected", "list of guesses", null)
  const readings = readingsOf(text, lexicon)
  const judgement = byWording(compiled, text, readings) ?? byWords(readAnswer(compiled, lexicon), text, readings)
  if (judgement.verdict === "accepted") return judgement
  const asNumber = byNumber(readAnswer(compiled, lexicon), readings, judgement)
  return asNumber ?? byOtherWords(compiled, text, judgement, lexicon)
}

/** «42 км 195 м» for «42 195 метров», «двенацать» for «12»: what looks like no number of the answer may be that number all the same. */
const byNumber = (
  answer: ReadAnswer,
  readings: ReadonlyArray<GivenAnswer>,
  { reason }: Judgement
): Judgement | null => {
  if (reason === "in rejected") return null
  const inUnits = readings.flatMap(({ normal }) => inOtherUnits(normal))
  const spelled = readings.flatMap(({ normal }) => withNumbersSpelled(normal, answer.lexicon) ?? [])
  return asSaid(answer, inUnits, "form") ?? asSaid(answer, spelled, "typo")
}

const asSaid = (answer: ReadAnswer, normals: ReadonlyArray<string>, reason: "form" | "typo"): Judgement | null => {
  const readings = normals.map((normal) => new GivenAnswer(normal, answer.lexicon))
  const whole = matchForms(answer.forms, readings)
  const isRight = whole.verdict === "accepted" && matchRejected(answer, readings, whole) === null
  return isRight ? outcome("accepted", reason, whole.matched) : null
}

/** What was said twice or after a denial is judged again by what is left of it. */
const byOtherWords = (compiled: CompiledAnswer, text: string, judgement: Judgement, lexicon: Lexicon): Judgement => {
  if (isSaidTwice(compiled, text, lexicon)) return outcome("accepted", "form", judgement.matched)
  const core = coreOf(text, judgement)
  if (core === null) return judgement
  const alone = verdictOn(compiled, core, lexicon)
  // «не соль, а сахар»: the right word is what is denied.
  const isDenied = judgement.reason === "extra words" && corrected.test(text)
  return alone.verdict === "accepted" || isDenied ? alone : judgement
}

const otherName =
  /^([^()]+)(?:\(([^()]+)\)\s*|,?\s(?:то есть|т\. ?е\.|(?:он|она|оно) же|или иначе|по-другому)\s+(.+))$/iu

/** «bow tie (бабочка)»: the same in another language. */
const latinOnly = /^[a-z][a-z\s'’-]*$/iu

/** «градусник (термометр)»: two names of one thing, each of them right. */
const isSaidTwice = (compiled: CompiledAnswer, text: string, lexicon: Lexicon): boolean => {
  const [, first, inBrackets, after] = otherName.exec(text) ?? []
  const names = [first, inBrackets ?? after].filter((name) => name !== undefined)
  const isGloss = (name: string): boolean =>
    latinOnly.test(name) && !compiled.written.some((answer) => /[a-z]/i.test(answer))
  const said = names.filter((name) => !isGloss(name))
  return (
    names.length === 2 &&
    said.length > 0 &&
    said.every((name) => verdictOn(compiled, name, lexicon).verdict === "accepted")
  )
}

/** Even then nobody is wrong who repeats the reference letter for letter. */
const tooLong = ({ written }: CompiledAnswer, text: string): Judgement =>
  written.includes(text) ? outcome("accepted", "exact", text) : outcome("rejected", "too long", null)

/** What is written in the reference word for word needs no comparing; незачёт outweighs it. */
const byWording = (compiled: CompiledAnswer, text: string, readings: ReadonlyArray<GivenAnswer>): Judgement | null => {
  // «;» in quotes or with a full stop is the same sign.
  const isWritten = compiled.written.includes(signIn(text) ?? text)
  const right = isWritten ? text : sameWording(compiled.forms, readings)?.shown
  if (right === undefined) return null
  const wrong = sameWording(compiled.rejected, readings)
  return wrong === null ? outcome("accepted", "exact", right) : outcome("rejected", "in rejected", wrong.shown)
}

const byWords = (answer: ReadAnswer, text: string, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const whole = better(matchForms(answer.forms, readings), matchSubanswers(answer, text))
  const rejected = matchRejected(answer, readings, whole)
  if (rejected !== null) return rejected
  if (namesAnother(answer, text, whole)) return outcome("rejected", "list of guesses", whole.matched)
  if (whole.verdict === "accepted") return whole
  const asSign = bySign(answer, text, readings, whole)
  if (asSign !== null) return asSign
  const typed = keysThatDivide.test(text) ? byKeyboard(answer, text) : other
  if (typed.verdict === "accepted") return typed
  const guesses = matchGuesses(answer, text, readings, whole) ?? matchRanges(answer.ranges, readings)
  return guesses ?? withSecondLook(answer, text, readings, whole)
}

/** «cke;t,ysq hjvfy»: letters of the other keyboard that divide a list on this one. */
const keysThatDivide = /^[^а-яё]*[a-z][;,][^а-яё]*$/iu

/** «?» for «вопросительный знак»; whoever sends a picture means something. Null where there are words: «€» stays one, and resembles no other. */
const bySign = (
  answer: ReadAnswer,
  text: string,
  readings: ReadonlyArray<GivenAnswer>,
  whole: Judgement
): Judgement | null => {
  const hasNoWord = readings[0]?.normal === ""
  const names = namesOfSign(signIn(text) ?? "")
  if (!hasNoWord && names.length === 0) return null
  const read = names.map((name) => new GivenAnswer(normalForm(name), answer.lexicon))
  const named = matchForms(answer.forms, read)
  if (named.verdict === "accepted") return named
  if (isPicture(text)) return outcome("disputed", "by meaning", null)
  return hasNoWord ? nothingSaid : whole
}

const nothingSaid = outcome("rejected", "empty", null)

/** What may yet speak for an answer that no wording accepted, or tell why it is wrong. */
const withSecondLook = (
  answer: ReadAnswer,
  text: string,
  readings: ReadonlyArray<GivenAnswer>,
  whole: Judgement
): Judgement => {
  const best = [
    matchKeywords(answer.keywords, readings, answer.flags),
    byKeyboard(answer, text),
    byAbbreviation(answer, readings),
    byOtherName(answer, readings),
    byMention(answer, readings),
    byMeaning(answer, readings)
  ].reduce(better, whole)
  const idle = best.reason === "partial" || best.reason === "other"
  if (idle && repeatsQuestion(answer, readings)) return outcome("rejected", "formal", null)
  // «по смыслу»: the right words may have nothing in common with those that the author thought of.
  if (best.reason !== "other" || isSurrender(readings)) return best
  return answer.flags.byMeaning
    ? outcome("disputed", "by meaning", null)
    : matchTranslation(answer, text, readings.at(-1))
}

const surrenders = new Set(
  "не знаю;не знаем;незнаю;хз;пас;без понятия;понятия не имею;не знаю я;нет ответа;нет версий".split(";")
)

const isSurrender = (readings: ReadonlyArray<GivenAnswer>): boolean =>
  readings.some((reading) => surrenders.has(reading.normal))

const byKeyboard = (answer: ReadAnswer, text: string): Judgement => {
  const inRussian = asTypedInRussian(text)
  // The keys of one word may spell the sound of another, «розы» and «гипс»: only words of the alphabet that was meant are compared.
  const forms = inRussian === null ? answer.inLatin : answer.inCyrillic
  const typed = forms.length === 0 ? null : (inRussian ?? asTypedInEnglish(text))
  if (typed === null) return other
  const read = matchForms(forms, readingsOf(typed, answer.lexicon))
  return read.verdict === "accepted" ? outcome("accepted", "keyboard layout", read.matched) : other
}

/** The well-known abbreviations are certain, first letters alone are for people. */
const byAbbreviation = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const inFull = readings
    .flatMap((given) => inFullOf(given.normal))
    .map((phrase) => new GivenAnswer(phrase, answer.lexicon))
  const known = better(matchForms(answer.forms, inFull), matchForms(answer.inFull, readings))
  if (known.verdict === "accepted") return outcome("accepted", "abbreviation", known.matched)
  const form = answer.forms.find((each) => !each.traits.strict && readings.some((given) => isAbbreviation(each, given)))
  return form === undefined ? other : outcome("disputed", "abbreviation", form.shown)
}

/** «в Голландии» for «Нидерланды»: only a whole name. */
const byOtherName = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const isNamed = answer.otherNames.length > 0 || answer.nearNames.length > 0
  // «Как называли Голландию?»: whoever says so again has answered nothing.
  if (!isNamed || repeatsQuestion(answer, readings)) return other
  const surely = matchNames(answer.otherNames, readings)
  if (surely.verdict === "accepted") return surely
  const nearly = matchNames(answer.nearNames, readings)
  return nearly.verdict === "accepted" ? outcome("disputed", "partial", nearly.matched) : other
}

/** «семь» alone is no «7 дней» for «неделя». */
const matchNames = (names: ReadonlyArray<AnswerForm>, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const inWords = readings.some(({ tokens }) => tokens.some(({ number, roman }) => number === null && roman === null))
  const whole = names
    .map((name) => matchForms([name], readings))
    .filter((read) => isWhole(read) && (inWords || read.reason === "exact"))
  return whole.reduce(better, other)
}

const isWhole = ({ reason, verdict }: Judgement): boolean => verdict === "accepted" && reason !== "transliteration"

/** «по смыслу с упоминанием яблока и яблони»: one of the words is enough to ask people. */
const byMention = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const mention = answer.mentions.find(({ tokens }) => readings.some((given) => hasOneOf(tokens, given)))
  return mention === undefined ? other : outcome("disputed", "by meaning", mention.shown)
}

const hasOneOf = (words: ReadonlyArray<Token>, given: GivenAnswer): boolean =>
  words.some((word) => given.tokens.some((token) => matchToken(word, token) !== "none"))

/** Where only people can tell, any shared word is a reason to ask them. */
const byMeaning = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): Judgement => {
  const { flags, mentions } = answer
  if ((!flags.byMeaning && !flags.similar && mentions.length === 0) || isSurrender(readings)) return other
  const form = answer.forms.find((each) => readings.some((given) => hasOneOf(each.required, given)))
  return form === undefined ? other : outcome("disputed", "by meaning", form.shown)
}

const repeatsQuestion = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): boolean => {
  const words = readings.at(-1)?.tokens.filter((token) => !isHarmless(token.text)) ?? []
  return words.length > 0 && words.every((token) => answer.questionWords.has(token))
}
