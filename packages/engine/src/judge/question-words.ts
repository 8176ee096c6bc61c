/** Whether a word of an answer is a word of the question too, in whatever form. */
import { normalForm } from "./normal-form.ts"
import { stemRussian } from "./stem-russian.ts"
import { type Token, tokensOfWords, wordsOf } from "./tokens.ts"

const mostWords = 500

export class QuestionWords {
  readonly #words: ReadonlyArray<string>
  readonly #line: string
  #stems: ReadonlySet<string> | undefined

  constructor(question: string) {
    this.#words = wordsOf(normalForm(question), mostWords)
    this.#line = ` ${this.#words.join(" ")}`
  }

  /** A stem begins its word, so the stems of the question are needed only if it has a word that begins so. */
  has(token: Token): boolean {
    const { stem } = token.stem
    if (!this.#line.includes(` ${stem}`)) return false
    // A number may be of several words.
    if (!stem.includes(" ") && !this.#words.some((word) => word.startsWith(stem) && stemRussian(word).stem === stem))
      return false
    this.#stems ??= new Set(tokensOfWords(this.#words).map((word) => word.stem.stem))
    return this.#stems.has(stem)
  }
}
