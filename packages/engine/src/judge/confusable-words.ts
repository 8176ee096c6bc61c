/** Words so alike that one looks like a misspelling or a form of the other, though each is an answer of its own. */
import { families } from "./confusable-families.ts"
import { type StemmedWord, stemRussian } from "./stem-russian.ts"

const numbered = (key: (word: string) => string): ReadonlyMap<string, ReadonlySet<number>> => {
  const places = new Map<string, Set<number>>()
  families.forEach((family, index) => {
    for (const word of family.split(" ")) {
      const found = places.get(key(word)) ?? new Set()
      places.set(key(word), found.add(index))
    }
  })
  return places
}

const byWord = numbered((word) => word)
const byStem = numbered((word) => stemRussian(word).stem)

const share = (left: ReadonlySet<number> | undefined, right: ReadonlySet<number> | undefined): boolean =>
  left !== undefined && right !== undefined && [...left].some((index) => right.has(index))

/** «Бразилия» and «Бразилиа»: a foreign «-иа» is kept where it tells a name from the Russian one. */
const differInForeignEnd = (left: string, right: string): boolean =>
  left.slice(0, -1) === right.slice(0, -1) &&
  [left, right].some((word) => word.endsWith("иа")) &&
  [left, right].some((word) => word.endsWith("ия"))

/** Known as two words, as they are written. */
export const areListedTogether = (left: string, right: string): boolean =>
  left !== right && (share(byWord.get(left), byWord.get(right)) || differInForeignEnd(left, right))

interface Spelled {
  readonly text: string
  readonly stem: StemmedWord
}

/** Known as two words; inflected forms are recognised by their stems when the stems differ. */
export const areConfusable = ({ stem: left, text }: Spelled, { stem: right, text: other }: Spelled): boolean => {
  if (text === other) return false
  if (areListedTogether(text, other)) return true
  const [a, b] = [left.stem, right.stem]
  return a !== b && share(byStem.get(a), byStem.get(b))
}
