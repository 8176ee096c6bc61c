/** The words of a compiled reference, read once for all the answers that are held against it. */
import { AnswerForm } from "./reference/answer-form.ts"
import type { CompiledAnswer } from "./compile-answer.ts"
import { alsoCounted } from "./given/given-answer.ts"
import type { CompiledForm } from "./reference/compiled-form.ts"
import { KnownNames } from "./names/known-names.ts"
import { inFullOf } from "./words/known-abbreviations.ts"
import { nearlyNamesOf, otherNamesOf } from "./words/other-names.ts"
import { type Lexicon, noLexicon } from "./words/lexicon.ts"
import { type KeywordWords, keywordWords } from "./reference/compiled-keyword.ts"
import type { Flags } from "./reference/flags.ts"
import type { NumberRange } from "./wording/number-range.ts"
import { normalForm } from "./letters/normal-form.ts"
import { QuestionWords } from "./words/question-words.ts"
import { titleHero } from "./names/title-hero.ts"
import { withoutKind } from "./reference/without-kind.ts"

/** One of the things a numbered question asks. */
export interface ReadSubanswer {
  readonly forms: ReadonlyArray<AnswerForm>
  /** «любой ответ»: whatever is said counts. */
  readonly anything: boolean
}

const readForms = (
  forms: ReadonlyArray<CompiledForm>,
  lexicon: Lexicon,
  names: KnownNames | null
): ReadonlyArray<AnswerForm> => forms.map((form) => new AnswerForm(form, lexicon, names))

/** The same answer in other words. */
const asSaid = (form: CompiledForm, reading: string, normal: string): CompiledForm => ({
  ...form,
  normal,
  reading,
  bare: reading
})

const alsoSaid = (
  form: CompiledForm,
  phrasesFor: (normal: string) => ReadonlyArray<string>
): ReadonlyArray<CompiledForm> =>
  form.strict ? [] : phrasesFor(form.normal).map((phrase) => asSaid(form, phrase, phrase))

/** «Москва» beside «город Москва». */
const namedAlone = (form: CompiledForm, lexicon: Lexicon): ReadonlyArray<CompiledForm> => {
  if (form.strict) return []
  const named = withoutKind(form.reading, lexicon)
  const hero = titleHero(named ?? form.reading, lexicon)
  const alone = (reading: string): CompiledForm => asSaid(form, reading, normalForm(reading))
  return [...(named === null ? [] : [alone(named)]), ...(hero === null ? [] : [{ ...alone(hero), certain: false }])]
}

export class ReadAnswer {
  readonly forms: ReadonlyArray<AnswerForm>
  /** What an abbreviation in the reference stands for. */
  readonly inFull: ReadonlyArray<AnswerForm>
  /** What else the thing in the reference is called. */
  readonly otherNames: ReadonlyArray<AnswerForm>
  /** What it is called though that may be more, less or another. */
  readonly nearNames: ReadonlyArray<AnswerForm>
  readonly rejected: ReadonlyArray<AnswerForm>
  readonly subanswers: ReadonlyArray<ReadSubanswer>
  readonly keywords: ReadonlyArray<KeywordWords>
  readonly mentions: ReadonlyArray<KeywordWords>
  readonly rejectedKeywords: ReadonlyArray<KeywordWords>
  readonly ranges: ReadonlyArray<NumberRange>
  readonly flags: Flags
  readonly lexicon: Lexicon
  readonly questionWords: QuestionWords
  #inLatin: ReadonlyArray<AnswerForm> | undefined
  #inCyrillic: ReadonlyArray<AnswerForm> | undefined

  constructor(compiled: CompiledAnswer, lexicon: Lexicon) {
    const shown = new Set(compiled.forms.map((form) => form.shown))
    this.questionWords = new QuestionWords(compiled.question)
    const names = new KnownNames(lexicon, [...shown], this.questionWords)
    const forms = compiled.forms.flatMap((form) => [form, ...namedAlone(form, lexicon), ...alsoSaid(form, alsoCounted)])
    this.forms = readForms(forms, lexicon, names)
    const said = (phrasesFor: (normal: string) => ReadonlyArray<string>) =>
      forms.flatMap((form) => alsoSaid(form, phrasesFor))
    this.inFull = readForms(said(inFullOf), lexicon, null)
    const told = this.questionWords.askForName ? noLexicon : lexicon
    const called = (ours: (name: string) => ReadonlyArray<string>, theirs: Lexicon["otherNames"]) =>
      readForms(
        said((name) => [...ours(name), ...(theirs?.(name) ?? [])]),
        lexicon,
        null
      )
    this.otherNames = called(otherNamesOf, told.otherNames)
    this.nearNames = called(nearlyNamesOf, told.nearNames)
    this.rejected = readForms(compiled.rejected, lexicon, null)
    this.subanswers = compiled.subanswers.map(({ anything, forms }) => ({
      anything,
      forms: readForms(forms, lexicon, names)
    }))
    this.keywords = compiled.keywords.map((keyword) => keywordWords(keyword, lexicon))
    this.mentions = compiled.mentions.map((keyword) => keywordWords(keyword, lexicon))
    this.rejectedKeywords = compiled.rejectedKeywords.map((keyword) => keywordWords(keyword, lexicon))
    this.ranges = compiled.ranges
    this.flags = compiled.flags
    this.lexicon = lexicon
  }

  /** The wordings that have a word in Latin letters. */
  get inLatin(): ReadonlyArray<AnswerForm> {
    return (this.#inLatin ??= this.forms.filter(({ tokens }) => tokens.some((token) => token.latin)))
  }

  get inCyrillic(): ReadonlyArray<AnswerForm> {
    return (this.#inCyrillic ??= this.forms.filter(({ tokens }) => tokens.some((token) => token.cyrillic)))
  }
}

/** A compiled answer never changes, so what was read out of it with a dictionary stays true as long as it lives. */
const known = new WeakMap<CompiledAnswer, ReadAnswer>()

export const readAnswer = (compiled: CompiledAnswer, lexicon: Lexicon): ReadAnswer => {
  const found = known.get(compiled)
  if (found?.lexicon === lexicon) return found
  const read = new ReadAnswer(compiled, lexicon)
  known.set(compiled, read)
  return read
}
