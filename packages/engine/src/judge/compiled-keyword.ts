/** A keyword of a descriptive зачёт as plain text, and its words ready to be looked for. */
import type { Keyword } from "./flags.ts"
import { isHarmless } from "./function-words.ts"
import type { Lexicon } from "./lexicon.ts"
import { normalForm } from "./normal-form.ts"
import { type Token, tokensOf } from "./tokens.ts"

export interface CompiledKeyword {
  readonly shown: string
  readonly normal: string
  /** The word alone is an answer. */
  readonly sufficient: boolean
}

export interface KeywordWords {
  readonly shown: string
  readonly tokens: ReadonlyArray<Token>
  readonly sufficient: boolean
}

export const compileKeyword = (keyword: Keyword): CompiledKeyword => ({
  shown: keyword.text,
  normal: normalForm(keyword.text),
  sufficient: keyword.sufficient
})

export const keywordWords = (keyword: CompiledKeyword, lexicon: Lexicon): KeywordWords => {
  const { normal, shown, sufficient } = keyword
  const tokens = tokensOf(normal, lexicon)
  const content = tokens.filter((token) => !isHarmless(token.text))
  return { shown, tokens: content.length > 0 ? content : tokens, sufficient }
}
