/** Whether a part of an answer holds the word that the whole is about. */
import type { AnswerForm } from "../reference/answer-form.ts"
import { isSure } from "../words/agreement.ts"
import { roleOf } from "../names/known-names.ts"
import { isName } from "../agree/match-known.ts"
import type { Pairing } from "./pair-tokens.ts"
import type { Token } from "../words/tokens.ts"
import { isNoun } from "../words/word-traits.ts"

const adjectiveEnding = /(?:ый|ая|яя|ое|ые|ого|его|ому|ему|ыми|ими|ых|их|ую|юю|[кгхжшщчнц]ий|[кгхжшщчн]ие|[жшщчн]ее)$/
const nounEnding = /[аея]ние$/

/** A word of an adjective's shape; «-ение» and the like are nouns for all their ending. */
const looksLikeAdjective = (word: string): boolean =>
  word.length > 4 && adjectiveEnding.test(word) && !nounEnding.test(word)

/** «Генрих» is none, while «Бородинская» is a surname too. */
const isAdjective = (token: Token): boolean =>
  token.meant.some(({ kind }) => kind === "adjective") || (looksLikeAdjective(token.text) && roleOf(token) !== "given")

const isNumber = (token: Token): boolean => token.number !== null || token.roman !== null

/** The last word of a name; else the first word that is not an adjective. */
const headOf = (form: AnswerForm): Token | undefined => {
  const words = form.required.filter((token) => form.isCore(token) && !isNumber(token))
  // «fluorescence microscopy»: in English the head comes last.
  if (words.every((token) => token.latin)) return words.at(-1)
  const name = words.length <= 3 && words.every((token) => form.isProper(token))
  return (name ? undefined : words.find((token) => !looksLikeAdjective(token.text))) ?? words.at(-1)
}

export const holdsTheHead = (form: AnswerForm, pairing: Pairing): boolean => {
  const head = headOf(form)
  return pairing.pairs.some((pair) => pair.reference === head)
}

/** «Бородинская», «Северный Ледовитый»: the word left out is understood. */
export const describesTheHead = (form: AnswerForm, { pairs }: Pairing): boolean =>
  form.required.length === pairs.length + 1 &&
  pairs.every((pair) => isSure(pair.agreement) && isAdjective(pair.reference))

/** «площадь» for «Красная площадь»: without its one adjective any square would do. */
export const lacksItsAdjective = (form: AnswerForm, { missing }: Pairing): boolean =>
  form.required.length === 2 && missing.some((token) => form.isCore(token) && isAdjective(token) && !isNumber(token))

/** «день» for «День рождения»: there are other days. A name beside it would tell more. */
export const lacksItsNoun = (form: AnswerForm, { missing, pairs }: Pairing): boolean =>
  form.tokens.length === 2 &&
  pairs.every(({ reference }) => isNoun(reference) && !isName(reference)) &&
  missing.every((token) => isNoun(token) && !form.isProper(token))
