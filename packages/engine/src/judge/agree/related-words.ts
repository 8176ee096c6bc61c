/** Whether two words are of one root: that makes them no answer to each other, but is worth asking people about. */
import type { Lemma } from "../words/lexicon.ts"
import { isName } from "./match-known.ts"
import { differInAspect } from "./one-action.ts"
import type { Token } from "../words/tokens.ts"
import { rootLetters } from "../words/word.ts"
import { beginAlike } from "../words/word-traits.ts"

const shortestRoot = 4

interface Roots {
  readonly shorter: string
  readonly longer: string
}

/** A stem is never empty, so words of one root begin alike. */
const rootsOf = (left: Token, right: Token): Roots | null => {
  if (!left.cyrillic || !right.cyrillic || !beginAlike(left, right)) return null
  const [one, other] = [left.word.root, right.word.root]
  return one.length < other.length ? { shorter: one, longer: other } : { shorter: other, longer: one }
}

/** «Япония» and «японский», by their letters alone. */
export const areRelated = (left: Token, right: Token): boolean => {
  const roots = rootsOf(left, right)
  if (roots === null) return false
  const { longer, shorter } = roots
  let shared = 0
  while (shared < shorter.length && shorter.charAt(shared) === longer.charAt(shared)) shared += 1
  return shared >= shortestRoot && shared >= shorter.length - 1 && longer.length - shorter.length <= shortestRoot
}

/** With the letters of roots: «ч» is «к». */
const diminutive = /^ь?(?:ин|инк|[иео]?к|[иео]кк|[иео]к[иео]к|[еоиы]н?ьк|[уюы]х?к|[уюы]шк|кик)$/

/** «птица» and «птичка». */
export const isDiminutive = (left: Token, right: Token): boolean => {
  const roots = rootsOf(left, right)
  if (roots === null) return false
  const { longer, shorter } = roots
  if (longer === `${shorter}ик`) return true
  const root = longer.startsWith(shorter) ? shorter : shorter.replace(/(?:к|ел|[ьй])$/, "")
  return root.length >= shortestRoot && longer.startsWith(root) && diminutive.test(longer.slice(root.length))
}

const possessiveEnd = /^(?:[ое]в|[иы]н)(?:|[аоыуюе]|ой|ою|ым|ыми|ых|ого|ому|ом)$/
const oblique = /[аыияуюе]$/

/** «Ноя»: what is left of the name is short. */
const softOwner = /[аео][яюе]$/

/** «Ариаднина» of «Ариадны», «Пиррова» of «Пирра»: what such an adjective says of somebody, no other does. */
export const isPossessiveOf = (adjective: Token, owner: Token): boolean => {
  if (!beginAlike(adjective, owner)) return false
  const root = owner.text.replace(oblique, "")
  return (
    root.length >= (softOwner.test(owner.text) ? 2 : 3) &&
    root !== owner.text &&
    !isOf(adjective, "noun") &&
    adjective.text.startsWith(root) &&
    possessiveEnd.test(adjective.text.slice(root.length))
  )
}

const shortestOfAdjective = 3
const madeOfNoun = /^(?:ск|ян|ов|ев|ин|ебн|ическ|ь?н)(?:ий|ый|ой)$/
const softEnds: ReadonlyArray<readonly [RegExp, string]> = [
  [/[кц]$/, "ч"],
  [/г$/, "ж"],
  [/х$/, "ш"]
]

const withSoftEnd = (root: string): string => softEnds.reduce((text, [end, soft]) => text.replace(end, soft), root)

/** «нос» of «носа», «песок» and «песоч» of «песка», «осл» of «осла». */
const rootsOfNoun = ({ lemmas, text }: Token): ReadonlyArray<string> =>
  lemmas
    .filter(({ base, kind, name }) => kind === "noun" && name === null && !base)
    .flatMap(({ word }) => [word.replace(oblique, ""), text.replace(oblique, "")])
    .flatMap((root) => [root, withSoftEnd(root)])
    .filter((root) => root.length >= shortestOfAdjective)

/** «римские» of «Рима», «ледяной» of «льда», «песочный» of «песка»: what the letters of two stems do not tell. */
export const isAdjectiveOf = (adjective: Token, noun: Token): boolean => {
  if (!beginAlike(adjective, noun)) return false
  const words = adjective.lemmas.filter(({ kind }) => kind === "adjective")
  return (
    !noun.lemmas.some(({ name }) => name === "surname") &&
    rootsOfNoun(noun).some((root) =>
      words.some(({ word }) => word.startsWith(root) && madeOfNoun.test(word.slice(root.length)))
    )
  )
}

const ofName = /ск(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)$/

/** «цусимский» of «Цусима»: by its letters, as few names are listed; of people there are too many. */
export const isAdjectiveOfPlace = (adjective: Token, name: Token): boolean =>
  ofName.test(adjective.text) && !name.lemmas.some((lemma) => lemma.name !== null) && areRelated(adjective, name)

const verbalPrefix = /^(?:по|за|на|вы|при|про|пере|у|с|со|от|ото|об|до|под|раз|рас|из|ис|в|во)$/

const verbsOf = (token: Token): ReadonlyArray<string> =>
  token.meant.filter((lemma) => lemma.kind === "verb").map((lemma) => lemma.word.replace(/ся$/, ""))

const isPrefixed = (long: string, short: string): boolean =>
  long.endsWith(short) && verbalPrefix.test(long.slice(0, -short.length))

/** «поехать» and «ехать», «привить» and «прививать» aside. */
const areVerbsOfOneRoot = (left: Token, right: Token): boolean => {
  const others = verbsOf(right)
  return verbsOf(left).some((one) =>
    others.some((other) => isPrefixed(one, other) || isPrefixed(other, one) || differInAspect(one, other))
  )
}

const isOf = (token: Token, kind: Lemma["kind"]): boolean => token.meant.some((lemma) => lemma.kind === kind)

const isInhabitant = (token: Token): boolean => token.meant.some(({ animate, word }) => animate && word.endsWith("ец"))

const nounAndAdjective = (one: Token, other: Token): boolean =>
  isOf(one, "noun") && !isOf(other, "noun") && isOf(other, "adjective")

/** Two words of the dictionary, no names, that a person may write for one another: «сосны» and «сосновые», «птица» and «птичка». */
export const areKnownRelatives = (left: Token, right: Token): boolean => {
  // Only verbs have anything before their roots.
  if (!beginAlike(left, right) && !(isOf(left, "verb") && isOf(right, "verb"))) return false
  if (left.lemmas.length === 0 || right.lemmas.length === 0 || isName(left) || isName(right)) return false
  return areOfOneRoot(left, right)
}

const player = /(?:ач|ист|[её]нок)$/

/** «скрипач» for «скрипка», «сноубордист» for «сноуборд»: who deals with a thing. */
const isWhoDeals = (one: Token, other: Token): boolean =>
  one.meant.some(({ animate, word }) => animate && player.test(word)) && areRelated(one, other)

const verbEnd = /(?:ирова|[оеыи]ва|[аяиеу])ть(?:ся)?$/
const longestAfterRoot = 4

/** «хромать» and «хромота», «вальс» and «вальсировать». */
const areDoneAndDoing = (doing: Token, done: Token): boolean =>
  !isOf(doing, "noun") &&
  isOf(done, "noun") &&
  verbsOf(doing).some((verb) => {
    const [root, { stem }] = [rootLetters(verb.replace(verbEnd, "")), done.stem]
    const noun = rootLetters(stem)
    return root.length >= shortestRoot && noun.startsWith(root) && noun.length - root.length <= longestAfterRoot
  })

const ofTeaching = /(?:изм|ист|ик|ия)$/

const rootOfTeaching = ({ meant }: Token): string =>
  meant.find(({ word }) => ofTeaching.test(word))?.word.replace(ofTeaching, "") ?? ""

/** «дальтонизм» and «дальтоник», «буддизм» and «буддист». */
const areOfOneTeaching = (left: Token, right: Token): boolean => {
  const root = rootOfTeaching(left)
  return root.length >= shortestRoot && root === rootOfTeaching(right)
}

const areOfOneRoot = (left: Token, right: Token): boolean =>
  areOfOneTeaching(left, right) ||
  areDoneAndDoing(left, right) ||
  areDoneAndDoing(right, left) ||
  isWhoDeals(left, right) ||
  isWhoDeals(right, left) ||
  ((nounAndAdjective(left, right) || nounAndAdjective(right, left)) && areRelated(left, right)) ||
  (isDiminutive(left, right) && isInhabitant(left) === isInhabitant(right)) ||
  areVerbsOfOneRoot(left, right)
