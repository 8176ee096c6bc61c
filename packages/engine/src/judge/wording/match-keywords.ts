/** Whether an answer has the words that a descriptive зачёт or незачёт tells answers by. */
import { isSure } from "../words/agreement.ts"
import type { KeywordWords } from "../reference/compiled-keyword.ts"
import { isHarmless, isNegation } from "../words/function-words.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Judgement } from "../verdict/judgement.ts"
import { areOneAction } from "../agree/one-action.ts"
import { matchToken } from "../agree/match-token.ts"
import type { Flags } from "../reference/flags.ts"
import { areKnownRelatives, areRelated } from "../agree/related-words.ts"
import type { Token } from "../words/tokens.ts"
import { better, other, outcome } from "../verdict/outcome.ts"

/** «наступают» for «наступить»; «повести» may be the story or to lead, and whoever says either has said the word. */
const isWordOf = (keyword: Token, given: Token): boolean =>
  isSure(matchToken(keyword, given)) || keyword.ids.some((id) => given.ids.includes(id)) || areOneAction(keyword, given)

const shortestRoot = 3

/** «отражаться» for «отражение», «смешно» for «сме-» */
const isOfOneRoot = (keyword: Token, given: Token): boolean =>
  (keyword.text.length >= shortestRoot && given.text.startsWith(keyword.text)) ||
  areRelated(keyword, given) ||
  areKnownRelatives(keyword, given)

/** The words of the answer that are no part of the keyword, or null when it is not there. */
const besides = (keyword: KeywordWords, given: GivenAnswer, kindred = false): number | null => {
  const isFound = (token: Token, each: Token): boolean => isWordOf(token, each) || (kindred && isOfOneRoot(token, each))
  const found = keyword.tokens.map((token) => given.tokens.findIndex((each) => isFound(token, each)))
  const places = new Set(found)
  if (places.has(-1)) return null
  return given.tokens.filter((token, at) => !places.has(at) && !isHarmless(token.text)).length
}

export const mentions = (keywords: ReadonlyArray<KeywordWords>, given: GivenAnswer): KeywordWords | undefined =>
  keywords.find((keyword) => besides(keyword, given) !== null)

/** So many words beside the keyword are a story, and people have to read it. */
const longestCompany = 8

/** Whoever has the keyword is right, unless something is denied or much more is said. */
export const matchKeywords = (
  keywords: ReadonlyArray<KeywordWords>,
  readings: ReadonlyArray<GivenAnswer>,
  { kindred, noWrongExtras }: Pick<Flags, "kindred" | "noWrongExtras">
): Judgement => {
  let best = other
  for (const keyword of keywords) {
    for (const given of readings) {
      const others = besides(keyword, given, kindred)
      if (others === null) continue
      const plain = others === 0 || (!noWrongExtras && others <= longestCompany && !denies(keyword, given))
      best = better(best, outcome(plain ? "accepted" : "disputed", "keyword", keyword.shown))
    }
  }
  return best
}

/** «завязать узел, чтобы не забыть»: what for is no denial. */
const whatFor = new Set("чтобы чтоб".split(" "))

const denies = (keyword: KeywordWords, given: GivenAnswer): boolean => {
  const purpose = given.tokens.findIndex(({ text }, at) => at > 0 && whatFor.has(text))
  const said = purpose === -1 ? given.tokens : given.tokens.slice(0, purpose)
  return said.some(({ text }) => isNegation(text) && !keyword.tokens.some((token) => token.text === text))
}
