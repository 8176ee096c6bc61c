/** Which column or key of a table or an object holds what, by its name in Russian or English. */

export type Column =
  | "number"
  | "tour"
  | "text"
  | "answer"
  | "accepted"
  | "rejected"
  | "comment"
  | "sources"
  | "author"
  | "handout"
  | "handoutImage"
  | "answerImage"
  | "options"
  | "themes"
  | "difficulty"
  | "url"

const names: Readonly<Record<Column, ReadonlyArray<string>>> = {
  number: ["номер", "№", "number"],
  tour: ["тур", "tour"],
  text: ["вопрос", "текст", "текст вопроса", "question", "text"],
  answer: ["ответ", "answer", "correct_answer", "correct answer", "correctanswer"],
  accepted: ["зачёт", "зачет", "accepted", "zachet", "passcriteria"],
  rejected: ["незачёт", "незачет", "rejected", "nezachet"],
  comment: ["комментарий", "комментарии", "comment", "comments", "explanation"],
  sources: ["источник", "источники", "источник(и)", "source", "sources"],
  author: ["автор", "авторы", "автор(ы)", "author", "authors"],
  handout: ["раздатка", "раздаточный материал", "handout", "razdatkatext"],
  handoutImage: ["картинка", "изображение", "handoutimage", "handout_image", "razdatkapic", "image"],
  answerImage: ["картинка к ответу", "answerimage", "answer_image", "answerpic"],
  options: ["варианты", "options", "choices"],
  themes: ["тема", "темы", "категория", "category", "theme", "themes", "topic"],
  difficulty: ["сложность", "difficulty"],
  url: ["ссылка", "url"]
}

const byName: ReadonlyMap<string, Column> = new Map(
  Object.entries(names).flatMap(([column, all]) => all.map((name) => [name, column as Column] as const))
)

const isOption = /^(?:option|вариант|choice)\s*[\da-zа-я]{1,2}$/

export const columnOf = (name: string): Column | null => {
  const small = name.trim().toLowerCase()
  return byName.get(small) ?? (isOption.test(small) ? "options" : null)
}

/** «easy» or 1…5; null: it says something else. */
export const difficultyOf = (value: string): number | null => {
  const small = value.trim().toLowerCase()
  const words = new Map([
    ["easy", 1],
    ["medium", 3],
    ["hard", 5]
  ])
  const known = words.get(small) ?? Number(small)
  return small !== "" && Number.isInteger(known) && known >= 1 && known <= 5 ? known : null
}
