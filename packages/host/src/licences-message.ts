/** What is said of where the questions are from: each pack with its licence, and whether it may be played for money. */
import type { Text } from "@znatoki/chat/message"
import type { Licences, PackAsked } from "@znatoki/chat/statistics"
import { plural } from "./plural.ts"
import { quoted } from "./quoted.ts"
import { lines, paragraphs } from "./text.ts"

const questionsWords = (count: number): string => plural(count, ["вопрос", "вопроса", "вопросов"])

const forMoney: { readonly [C in PackAsked["commercial"]]: string } = {
  yes: "Играть за деньги можно.",
  no: "Играть за деньги нельзя.",
  unknown: "Можно ли играть за деньги, неизвестно: спросите авторов."
}

/** A pack often says the word itself: «Редактор — Анна Сидорова». */
const saysWhatTheyAre = /^(?:[а-яё]+ )?редакт/iu

const editorsText = (editors: string): string =>
  saysWhatTheyAre.test(editors) ? quoted(editors) : `Редакторы: ${quoted(editors)}`

const packText = ({ commercial, editors, licence, questions, title, url }: PackAsked): Text =>
  lines(
    `📦 «${quoted(title)}» — ${questionsWords(questions)}`,
    editors === null ? null : editorsText(editors),
    licence === null ? "Лицензия не указана." : `Лицензия: ${quoted(licence)}`,
    url,
    forMoney[commercial]
  )

const othersText = (others: number, isAll: boolean): string | null => {
  if (others === 0) return null
  const words = questionsWords(others)
  return isAll ? `📦 ${words} — из базы ведущего, без пакета.` : `Ещё ${words} — из базы ведущего, без пакета.`
}

export const licencesText = ({ others, packs }: Licences): Text => {
  if (packs.length === 0 && others === 0) return lines("📦 Здесь ещё не задано ни одного вопроса. Начнём?")
  return paragraphs(
    lines("📜 Откуда последние вопросы этой беседы"),
    ...packs.map(packText),
    othersText(others, packs.length === 0)
  )
}
