/** A keyword of a descriptive зачёт as plain text, and its words ready to be looked for. */
import { isHarmless } from "../words/function-words.ts"
import type { Lexicon } from "../words/lexicon.ts"
import { normalForm } from "../letters/normal-form.ts"
import { type Token, tokensOf } from "../words/tokens.ts"

export interface CompiledKeyword {
  readonly shown: string
  readonly normal: string
}

export interface KeywordWords {
  readonly shown: string
  readonly tokens: ReadonlyArray<Token>
}

export const compileKeyword = (keyword: string): CompiledKeyword => ({ shown: keyword, normal: normalForm(keyword) })

export const keywordWords = (keyword: CompiledKeyword, lexicon: Lexicon): KeywordWords => {
  const { normal, shown } = keyword
  const tokens = tokensOf(normal, lexicon)
  const content = tokens.filter((token) => !isHarmless(token.text))
  return { shown, tokens: content.length > 0 ? content : tokens }
}
