/** What a player wrote, as the judge reads it: with the fillers, and without them. */
import { initialsOf } from "./abbreviation.ts"
import { withoutFillers } from "./fillers.ts"
import { joinedToken } from "./joined-token.ts"
import { type Lexicon, noLexicon } from "./lexicon.ts"
import { normalForm } from "./normal-form.ts"
import { type Token, tokensOf } from "./tokens.ts"

export class GivenAnswer {
  readonly normal: string
  readonly #lexicon: Lexicon
  #tokens: ReadonlyArray<Token> | undefined
  #joined: Token | null | undefined
  #initials: string | null | undefined

  constructor(normal: string, lexicon: Lexicon) {
    this.#lexicon = lexicon
    this.normal = normal
  }

  get tokens(): ReadonlyArray<Token> {
    return (this.#tokens ??= tokensOf(this.normal, this.#lexicon))
  }

  get hasNumber(): boolean {
    return this.tokens.some((token) => token.number !== null || token.roman !== null)
  }

  /** All its letters run together. */
  get joined(): Token | null {
    if (this.#joined === undefined) this.#joined = joinedToken(this.tokens, this.#lexicon)
    return this.#joined
  }

  get initials(): string | null {
    if (this.#initials === undefined) this.#initials = initialsOf(this.normal)
    return this.#initials
  }
}

const mostReadings = 6

/** «А. Толстой»: the letter is no «а». */
const initialFirst = /^\p{L}\./u

/** Every reading stays, for a filler may be the answer itself. */
export const readingsOf = (text: string, lexicon: Lexicon = noLexicon): ReadonlyArray<GivenAnswer> => {
  const readings = initialFirst.test(text) ? [normalForm(text)] : withoutFillers(normalForm(text))
  const kept =
    readings.length > mostReadings ? [...readings.slice(0, mostReadings - 1), ...readings.slice(-1)] : readings
  return kept.map((reading) => new GivenAnswer(reading, lexicon))
}
