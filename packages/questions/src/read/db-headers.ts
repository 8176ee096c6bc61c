/** The headers of the text format of db.chgk.info: «Вопрос 1:», «Ответ:» and the others, and what each begins. */

export type DbField =
  | "title"
  | "date"
  | "url"
  | "info"
  | "editors"
  | "author"
  | "kind"
  | "licence"
  | "tour"
  | "theme"
  | "ignored"
  | "question"
  | "answer"
  | "accepted"
  | "rejected"
  | "comment"
  | "source"

export interface DbHeader {
  readonly field: DbField
  readonly number: string | null
  /** What stands on the line behind the name. */
  readonly value: string
  /** The name has the line to itself. */
  readonly alone: boolean
}

/** A header with what stands under it. */
export interface DbSection extends DbHeader {
  readonly line: number
  readonly lines: Array<string>
}

const names: ReadonlyArray<readonly [RegExp, DbField]> = [
  [/^(?:Чемпионат|Пакет)$/, "title"],
  [/^Дата$/, "date"],
  [/^(?:URL|Ссылка)$/, "url"],
  [/^Инфо$/, "info"],
  [/^Редакторы?$/, "editors"],
  [/^Авторы?$/, "author"],
  [/^(?:Вид|Тип)$/, "kind"],
  [/^Копирайт$/, "licence"],
  [/^Тур$/, "tour"],
  [/^Тема$/, "theme"],
  [/^(?:Обработан|Рейтинг)$/, "ignored"],
  [/^Вопрос$/, "question"],
  [/^Ответ$/, "answer"],
  [/^Зач[её]т$/, "accepted"],
  [/^Незач[её]т$/, "rejected"],
  [/^Комментари[ий]$/, "comment"],
  [/^Источники?$/, "source"]
]

const header = /^([A-ZА-Я][A-Za-zА-яЁё]{1,15})[ \t]*(\d{1,6})?[ \t]*[:.](?:[ \t]+(.*))?$/

export const dbHeaderOf = (line: string): DbHeader | null => {
  const found = header.exec(line.trimEnd())
  if (found === null) return null
  const [, name = "", number = null, value = ""] = found
  const field = names.find(([pattern]) => pattern.test(name))?.[1]
  return field === undefined ? null : { field, number, value: value.trim(), alone: value.trim() === "" }
}
