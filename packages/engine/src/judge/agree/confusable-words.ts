/** Words so alike that one looks like a misspelling or a form of the other, though each is an answer of its own. */
import { families } from "./confusable-families.ts"
import { type StemmedWord, stemRussian } from "../letters/stem-russian.ts"
import { groupsOf, haveOneGroup } from "../words/word-groups.ts"

const byWord = groupsOf(families)
const byStem = groupsOf(families, (word) => stemRussian(word).stem)

/** «Бразилия» and «Бразилиа»: a foreign «-иа» is kept where it tells a name from the Russian one. */
const differInForeignEnd = (left: string, right: string): boolean =>
  left.slice(0, -1) === right.slice(0, -1) &&
  [left, right].some((word) => word.endsWith("иа")) &&
  [left, right].some((word) => word.endsWith("ия"))

/** Known as two words, as they are written; one word is not asked about. */
export const areListedTogether = (left: string, right: string): boolean =>
  haveOneGroup(byWord, left, right) || differInForeignEnd(left, right)

interface Spelled {
  readonly text: string
  readonly stem: StemmedWord
}

/** Known as two words; inflected forms are recognised by their stems when the stems differ. */
export const areConfusable = ({ stem: left, text }: Spelled, { stem: right, text: other }: Spelled): boolean => {
  if (areListedTogether(text, other)) return true
  const [a, b] = [left.stem, right.stem]
  return a !== b && haveOneGroup(byStem, a, b)
}
