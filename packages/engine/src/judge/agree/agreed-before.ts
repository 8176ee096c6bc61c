/** How two words agree, kept with them: every wording that has the one and every reading that has the other asks it again. */
import type { Agreement } from "../words/agreement.ts"
import type { Token } from "../words/tokens.ts"
import type { Word } from "../words/word.ts"

/** The words of several questions; of two thousand words all that is kept takes some megabytes. */
const mostKept = 40

export type Agree = (reference: Token, given: Token) => Agreement

/** Each with a place of its own beside the words. */
let rules = 0

const keptFor = ({ agreements }: Word, rule: number): Map<Word, Agreement> => {
  const before = agreements[rule]
  if (before !== undefined && before.size < mostKept) return before
  const fresh = new Map<Word, Agreement>()
  agreements[rule] = fresh
  return fresh
}

/** `agree` looks at the words alone; a number that was given is more than its word: «45» and «45 год». */
export const agreedBefore = (agree: Agree): Agree => {
  const rule = rules++
  return (reference, given) => {
    if (given.number !== null) return agree(reference, given)
    const before = given.word.agreements[rule]?.get(reference.word)
    if (before !== undefined) return before
    const found = agree(reference, given)
    keptFor(given.word, rule).set(reference.word, found)
    return found
  }
}
