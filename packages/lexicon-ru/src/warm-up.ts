/** What is judged when the dictionary is loaded, so that the first answer of a game waits for no code to be made ready. */
import { compileAnswer, judge, type Lexicon } from "@znatoki/engine"

/** One for each way an answer may go: a reference, then what is typed. */
const samples: ReadonlyArray<readonly [string, string]> = [
  ["Соль.", "не соль, а сахар"],
  ["[Лев] Толстой.", "лев николаевич толстой"],
  ["[Лев] Толстой.", "Л. Н. Толстой"],
  ["Двенадцать стульев.", "12 стульев или 13"],
  ["Shakespeare", "шекспир"],
  ["«Война и мир».", "роман война и мир, наверное"],
  ["Пушкин", "geirby"],
  ["Аплодисменты", "аплодесменты"],
  ["1. Москва. 2. Киев.", "киев, москва"],
  ["Ворона и лисица", "лисица и ворона"],
  ["В 1812 году", "1812"],
  ["США", "соединённые штаты америки"],
  ["Полярная звезда", "звёзды"]
]

export const warmUp = (lexicon: Lexicon): void => {
  for (const [answer, given] of samples) {
    const bare = { answer, accepted: [], rejected: [] }
    const full = {
      answer,
      accepted: [`По слову «${answer}»; точный ответ`],
      rejected: ["кот"],
      text: "Что это за вещь?"
    }
    for (const question of [bare, full]) judge(compileAnswer(question), given, lexicon)
  }
}
