/** How two words agree, kept with them: every wording that has the one and every reading that has the other asks it again. */
import type { Agreement } from "./agreement.ts"
import type { Token } from "./tokens.ts"
import type { Word } from "./word.ts"

/** The words of several questions; of two thousand words all that is kept takes some megabytes. */
const mostKept = 40

type Agree = (reference: Token, given: Token) => Agreement

/** `agree` looks at the words alone; a number is more than its word. */
export const agreedBefore = (agree: Agree): Agree => {
  const kept = new WeakMap<Word, Map<Word, Agreement>>()
  const keptFor = (word: Word): Map<Word, Agreement> => {
    const before = kept.get(word)
    if (before !== undefined && before.size < mostKept) return before
    const fresh = new Map<Word, Agreement>()
    kept.set(word, fresh)
    return fresh
  }
  return (reference, given) => {
    if (reference.number !== null || given.number !== null) return agree(reference, given)
    const agreements = keptFor(given.word)
    const before = agreements.get(reference.word)
    if (before !== undefined) return before
    const found = agree(reference, given)
    agreements.set(reference.word, found)
    return found
  }
}
