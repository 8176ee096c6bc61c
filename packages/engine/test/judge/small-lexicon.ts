/** A dictionary of the few words that these tests ask for. */
import { compileAnswer, judge, type ReferenceAnswer } from "../../src/index.ts"
import { noLexicon, type Lexicon } from "../../src/judge/words/lexicon.ts"
import { lemmasIn, type ListedWords } from "./listed-words.ts"

const given = { kind: "noun", name: "given", animate: true } as const
const surname = { kind: "noun", name: "surname", animate: true } as const
const creature = { kind: "noun", animate: true } as const
const thing = { kind: "noun" } as const
const verb = { kind: "verb" } as const
const adjective = { kind: "adjective" } as const

const words: ListedWords = [
  ["лев/льва александр/александра иван/ивана гена/гены монте кристо роман", given],
  ["пушкин/пушкина толстой/толстого", surname],
  ["винчи гудини", { ...surname, indeclinable: true }],
  ["лев/льва доктор кот король крокодил дед мальчик волчица сова/совы совушка/совушки баба бабочка", creature],
  ["пулеметчик барабанчик сорокан", creature],
  ["игра игрушка голова головка барабан сороканчик романчик лампа лампочка река реченька телефон телефончик", thing],
  ["перо перышко солнце солнышко горох горошек горошина горбочек редечка", thing],
  ["порог порожек пулемет машина/машины машинка/машинки рука ручка мороз дочка нос конь", thing],
  ["ситный новый новенькая/новенькую швейный/швейная/швейные железный/железная", adjective],
  ["ситничек капитанский/капитанская тайный/тайная", adjective],
  ["топить топать купить купать белить белеть бросить бросать/бросал бросаться чихнуть чихать", verb],
  ["красить/красил покрасить/покрасили казать показать решить решать", verb]
]

export const lexicon: Lexicon = {
  ...noLexicon,
  lemmas: lemmasIn(words),
  people: (name) =>
    new Map([
      ["пушкин", [{ given: ["александр"], patronymic: "сергеевич" }]],
      ["толстой", [{ given: ["лев"], patronymic: "николаевич" }]],
      ["винчи", [{ given: ["леонардо"], patronymic: null }]]
    ]).get(name) ?? [],
  authors: (title) =>
    new Map([
      ["капитанская дочка", ["пушкин"]],
      ["тайная вечеря", ["винчи", "пушкин"]],
      ["мороз и конь", ["пушкин"]]
    ]).get(title) ?? []
}

/** What the judge says of an answer with this dictionary: `accepted: form`. */
export const saidOf = (question: string | Partial<ReferenceAnswer>, text: string): string => {
  const fields = typeof question === "string" ? { answer: question } : question
  const { reason, verdict } = judge(compileAnswer({ answer: "", accepted: [], rejected: [], ...fields }), text, lexicon)
  return `${verdict}: ${reason}`
}
