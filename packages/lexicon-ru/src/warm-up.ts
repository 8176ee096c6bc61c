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

/** With names, numbers and a description in it, as the text of a question has. */
const text =
  "В рассказе 1890 года герой находит её в старом шкафу, а композитор Пётр Чайковский назвал «ею» балет. Что это?"

/** With every kind of instruction that a зачёт may hold. */
const acceptedWith = (answer: string): ReadonlyArray<string> => [
  `По слову «${answer}»`,
  "кошка, кот; зверь / животное; синонимичные ответы",
  "«щука» вместо «рыба»; можно без слова «большая»; любые две из трёх",
  "[большая] собака (в любом порядке)"
]

/** After so many times the code is as quick as it matters. */
const times = 12

export const warmUp = (lexicon: Lexicon): void => {
  for (let round = 0; round < times; round++) {
    for (const [answer, given] of samples) judge(compileAnswer({ answer, accepted: [], rejected: [] }), given, lexicon)
    // A long зачёт takes longer to read than an answer to be judged, and is read less often.
    const answer = samples[round % samples.length]?.[0] ?? ""
    const full = { answer, accepted: acceptedWith(answer), rejected: ["кот", "по слову «мышь»"], text }
    const compiled = compileAnswer(full)
    for (const [, given] of samples) judge(compiled, given, lexicon)
  }
}
