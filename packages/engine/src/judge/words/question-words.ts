/** The words of a question, read when somebody asks for them, and whether a word of an answer is one of them, in whatever form. */
import { normalForm } from "../letters/normal-form.ts"
import { stemRussian } from "../letters/stem-russian.ts"
import { type Token, tokensOfWords, wordsOf } from "./tokens.ts"

const mostWords = 500

export class QuestionWords {
  readonly #question: string
  #words: ReadonlyArray<string> | undefined
  #line: string | undefined
  #stems: ReadonlySet<string> | undefined

  constructor(question: string) {
    this.#question = question
  }

  get words(): ReadonlyArray<string> {
    return (this.#words ??= wordsOf(normalForm(this.#question), mostWords))
  }

  /** A stem begins its word, so the stems of the question are needed only if it has a word that begins so. */
  has(token: Token): boolean {
    const { stem } = token.stem
    const { words } = this
    this.#line ??= ` ${words.join(" ")}`
    if (!this.#line.includes(` ${stem}`)) return false
    // A number may be of several words.
    if (!stem.includes(" ") && !words.some((word) => word.startsWith(stem) && stemRussian(word).stem === stem))
      return false
    this.#stems ??= new Set(tokensOfWords(words).map((word) => word.stem.stem))
    return this.#stems.has(stem)
  }
}
