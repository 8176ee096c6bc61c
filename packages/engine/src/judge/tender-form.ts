/** Whether a word is another as one says it tenderly: «совушка», «хомячок», «пёрышко». Shorter ones have become too many other things. */
import { isName } from "./match-known.ts"
import { osaDistance, plainPrices } from "./osa-distance.ts"
import { isDiminutive } from "./related-words.ts"
import type { Token } from "./tokens.ts"

/** By the end of the word it is made of. */
const feminine = /(?:[оеё]чк|[оеё]ньк|[ую]шк)а$/
const masculine = /(?:[нйлмрвпб]чик|[оеё]чек|[чжш][оеё]к)$/
const neuter = /(?:ышк|[оеё]чк)о$/

/** Letters that the end of a root changes to before such an ending. */
const softened = new Map(Object.entries({ к: "ч", г: "ж", х: "ш", ц: "ч" }))

/** Each is a thing of its own, not a small one. */
const ownThings = new Set(
  (
    "игрушка волнушка частушка кадушка лампочка звездочка тумбочка карточка девочка косточка сумочка бабочка ласточка ямочка корочка " +
    "верхушка подушка пустышка старушка краюшка опушка теплушка избушка стаканчик колокольчик попугайчик пончик кончик блинчик " +
    "волчок значок бычок рожок снежок флажок жучок язычок пятачок зрачок сверчок толчок крючок бочок мешочек кружочек росток порошок " +
    "ручка ножка спинка головка носик глазок глазки ушко трубка дырка пушка шейка щечка ключик усик хвостик зубчик крышка дорожка " +
    "стрелка звездочка сетка стенка кружка палка рубашка кулак мужик очко окошко донышко яблочко ядрышко клеточка точка строчка полочка трубочка ниточка рукавичка снежинка"
  ).split(" ")
)

const shortestRoot = 3
/** So many letters apart none of the neighbours of a word is feared. */
const leastApart = 3

const nounsOf = (token: Token): ReadonlyArray<string> =>
  token.meant.filter((lemma) => lemma.kind === "noun").map((lemma) => lemma.word)

const endingFor = (word: string): RegExp => {
  if (/[аяь]$/.test(word)) return feminine
  return /[ое]$/.test(word) ? neuter : masculine
}

/** What both have to begin with; a vowel before the last consonant comes and goes. */
const rootOf = (word: string): string => {
  const root = word.replace(/[аяоеьй]$/, "")
  return root.slice(0, -1) + (softened.get(root.slice(-1)) ?? root.slice(-1))
}

const beginsAlike = (tender: string, word: string): boolean => {
  const [plain, changed] = [word.replace(/[аяоеьй]$/, ""), rootOf(word)]
  const begins = tender.startsWith(plain) || tender.startsWith(changed)
  return begins || (tender.startsWith(plain.slice(0, -1)) && plain.length > shortestRoot)
}

const isTender = (tender: string, word: string): boolean =>
  word.length >= shortestRoot &&
  !ownThings.has(tender) &&
  endingFor(word).test(tender) &&
  beginsAlike(tender, word) &&
  osaDistance(word, tender, plainPrices) >= leastApart

export const isTenderForm = (reference: Token, given: Token): boolean => {
  if (given.text.length - reference.text.length < 1 || given.text.charCodeAt(0) !== reference.text.charCodeAt(0))
    return false
  if (isName(reference) || isName(given)) return false
  const words = nounsOf(reference)
  const animate = reference.meant.some((lemma) => lemma.animate)
  const tender = given.unheardOf ? [given.text] : nounsOf(given)
  const sameLife = given.unheardOf || given.meant.some((lemma) => lemma.animate === animate)
  return sameLife && words.some((word) => tender.some((each) => isTender(each, word)))
}

/** «машинка», «машинкой», but not «горошина». */
const endsSmall = /к(?:[аоуиеы]|ой|ом|ов|ам|ами|ах)?$/

const isNoun = (token: Token): boolean => token.meant.some((lemma) => lemma.kind === "noun" && lemma.name === null)

/** «швейная машина» for «Швейная машинка»: beside another word of the answer the size is no matter. */
export const isSmallerHere = (reference: Token, given: Token): boolean =>
  isNoun(reference) &&
  isNoun(given) &&
  ![...reference.meant, ...given.meant].some((lemma) => ownThings.has(lemma.word)) &&
  (endsSmall.test(reference.text) || endsSmall.test(given.text)) &&
  isDiminutive(reference, given)
