/** Whether a word is another as one says it tenderly: «совушка», «хомячок», «пёрышко». Shorter ones have become too many other things. */
import type { Lemma } from "../words/lexicon.ts"
import { osaDistance, plainPrices } from "../letters/osa-distance.ts"
import { isDiminutive } from "./related-words.ts"
import type { Token } from "../words/tokens.ts"
import { beginAlike } from "../words/word-traits.ts"

/** By the end of the word it is made of. */
const feminine = /(?:[оеё]чк|[оеё]ньк|[ую]шк)а$/
const masculine = /(?:[нйлмрвпб]чик|[оеё]чек|[чжш][оеё]к|[дё]ушка)$/
const neuter = /(?:(?:ышк|[оеё]чк)о|[лн]ьце|[вн]це)$/
/** Not enough letters to tell it from its neighbours, but two words of the dictionary are no slips of one another. */
const masculineInIk = /[бвдзжлмпрстхчшщ]ик$/

/** Letters that the end of a root changes to before such an ending. */
const softened = new Map(Object.entries({ к: "ч", г: "ж", х: "ш", ц: "" }))

/** Each is a thing of its own, not a small one. */
const ownThings = new Set(
  (
    "игрушка волнушка частушка кадушка лампочка звездочка тумбочка карточка девочка косточка сумочка бабочка ласточка ямочка " +
    "корочка верхушка подушка пустышка старушка краюшка опушка теплушка избушка стаканчик колокольчик попугайчик пончик " +
    "кончик блинчик волчок значок бычок рожок снежок флажок жучок язычок пятачок зрачок сверчок толчок крючок бочок мешочек " +
    "кружочек росток порошок ручка ножка спинка головка носик глазок глазки ушко трубка дырка пушка шейка щечка ключик усик " +
    "хвостик зубчик крышка дорожка стрелка сетка стенка кружка палка рубашка кулак мужик очко окошко донышко яблочко ядрышко " +
    "клеточка точка строчка полочка трубочка бабушка батюшка матушка шарик портик фантик садик ходик ротик лобик столик " +
    "мостик домик нолик кубик бантик мультик рогалик вареник пунктик годик светик огурчик винтик болтик лазик щупик глазик " +
    "брусик тазик мотик ниточка рукавичка снежинка палочка булочка галочка шапочка белочка вероника " +
    "табличка половичка песенка бачок бочок брачок внучок кабачок клочок косячок куличок лучок мачок медячок пухлячок пучок рачок " +
    "русачок сачок серячок скачок смычок бардачок первачок блочок сочок стоячок тайничок челночок штычок щелчок ярлычок " +
    "желудочек сосочек каточек волочек височек глазочек бортик голик заводик плотик ролик ужастик хрусталик целик плавик мазик талик"
  ).split(" ")
)

/** So many letters apart none of the neighbours of a word is feared. */
const leastApart = 3

const isThing = (lemma: Lemma): boolean => lemma.kind === "noun" && lemma.name === null

const endingFor = (word: string): RegExp => {
  if (/[аяь]$/.test(word)) return feminine
  return /[ое]$/.test(word) ? neuter : masculine
}

/** «река» and «реченька», «солнце» and «солнышко». */
const beginsAlike = (tender: string, word: string): boolean => {
  const root = word.replace(/[аяоеьй]$/, "")
  const soft = softened.get(root.slice(-1))
  return tender.startsWith(root) || (soft !== undefined && tender.startsWith(root.slice(0, -1) + soft))
}

const isInIk = (tender: string, word: string): boolean =>
  masculineInIk.test(tender) && tender === `${word}ик` && !ownThings.has(tender)

/** Endings of plain words, and what they become: too near for slips of one another, if no dictionary has them both. */
const madeTender: ReadonlyArray<readonly [plain: RegExp, tender: ReadonlyArray<string>]> = [
  // «вилочка»
  [/ка$/, ["очка", "ечка"]],
  // «гусеничка», but «спица» is no «спичка»
  [/(?<=.{4})ица$/, ["ичка"]],
  [/(?<=.{4})ицы$/, ["ички"]],
  // «вишенка», «башенка»
  [/(?<=[^аеиоуыэюя])ня$/, ["енка"]],
  // «перчик»
  [/ец$/, ["чик", "ьчик"]],
  // «зайчик»
  [/яц$/, ["йчик"]],
  // «пельмешек»
  [/ень$/, ["ешек"]],
  // «воробушек»
  [/ей$/, ["ушек"]],
  // «платьице»
  [/ье$/, ["ьице"]],
  // «барсучок»
  [/к$/, ["чок"]],
  // «подарочек»
  [/ок$/, ["очек"]],
  // «гвоздик»
  [/(?<=[вдзлрст])ь$/, ["ик"]]
]

const isMadeTender = (tender: string, word: string): boolean =>
  !ownThings.has(tender) &&
  madeTender.some(
    ([plain, endings]) => plain.test(word) && endings.some((ending) => word.replace(plain, ending) === tender)
  )

const isTender = (tender: string, word: string): boolean =>
  isInIk(tender, word) || (!ownThings.has(tender) && isFarAndTender(tender, word))

const isFarAndTender = (tender: string, word: string): boolean =>
  endingFor(word).test(tender) && beginsAlike(tender, word) && osaDistance(word, tender, plainPrices) >= leastApart

/** «мяч» for «Мячик»: of these endings the plain word is said as gladly as the tender one. */
const isSmallOf = (reference: Token, word: string): boolean =>
  reference.meant.some((lemma) => isThing(lemma) && isInIk(lemma.word, word))

export const isTenderForm = (reference: Token, given: Token): boolean => {
  // Of nearly every pair; looking at words takes longer.
  if (!beginAlike(reference, given)) return false
  if (given.lemmas.some(({ word }) => isSmallOf(reference, word))) return true
  return reference.meant
    .filter(isThing)
    .some(({ animate, word }) =>
      given.unheardOf
        ? isTender(given.text, word)
        : given.meant.some(
            (lemma) =>
              isThing(lemma) &&
              lemma.animate === animate &&
              (isTender(lemma.word, word) || isMadeTender(lemma.word, word))
          )
    )
}

/** «машинка», «машинкой», but not «горошина». */
const endsSmall = /к(?:[аоуиеы]|ой|ом|ов|ам|ами|ах)?$/

/** «швейная машина» for «Швейная машинка»: beside another word of the answer the size is no matter. */
export const isSmallerHere = (reference: Token, given: Token): boolean =>
  beginAlike(reference, given) &&
  (endsSmall.test(reference.text) || endsSmall.test(given.text)) &&
  isDiminutive(reference, given) &&
  [reference, given].every(({ meant }) => meant.some(isThing) && !meant.some(({ word }) => ownThings.has(word)))
