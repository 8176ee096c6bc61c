/** The words of a compiled reference, read once for all the answers that are held against it. */
import { AnswerForm } from "./answer-form.ts"
import type { CompiledAnswer } from "./compile-answer.ts"
import type { CompiledForm } from "./compiled-form.ts"
import { type KeywordWords, keywordWords } from "./compiled-keyword.ts"
import type { Flags } from "./flags.ts"
import { QuestionWords } from "./question-words.ts"

/** One of the things a numbered question asks. */
export interface ReadSubanswer {
  readonly forms: ReadonlyArray<AnswerForm>
  /** «любой ответ»: whatever is said counts. */
  readonly anything: boolean
}

const readForms = (forms: ReadonlyArray<CompiledForm>): ReadonlyArray<AnswerForm> =>
  forms.map((form) => new AnswerForm(form))

export class ReadAnswer {
  readonly forms: ReadonlyArray<AnswerForm>
  readonly rejected: ReadonlyArray<AnswerForm>
  readonly subanswers: ReadonlyArray<ReadSubanswer>
  readonly keywords: ReadonlyArray<KeywordWords>
  readonly rejectedKeywords: ReadonlyArray<KeywordWords>
  readonly flags: Flags
  readonly #question: string
  #questionWords: QuestionWords | undefined

  constructor(compiled: CompiledAnswer) {
    this.forms = readForms(compiled.forms)
    this.rejected = readForms(compiled.rejected)
    this.subanswers = compiled.subanswers.map(({ anything, forms }) => ({ anything, forms: readForms(forms) }))
    this.keywords = compiled.keywords.map(keywordWords)
    this.rejectedKeywords = compiled.rejectedKeywords.map(keywordWords)
    this.flags = compiled.flags
    this.#question = compiled.question
  }

  get questionWords(): QuestionWords {
    return (this.#questionWords ??= new QuestionWords(this.#question))
  }
}

/** A compiled answer never changes, so what was read out of it stays true as long as it lives. */
const known = new WeakMap<CompiledAnswer, ReadAnswer>()

export const readAnswer = (compiled: CompiledAnswer): ReadAnswer => {
  const found = known.get(compiled)
  if (found !== undefined) return found
  const read = new ReadAnswer(compiled)
  known.set(compiled, read)
  return read
}
