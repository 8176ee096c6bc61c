/** The words that divide a plain text: «Вопрос 1», «Ответ:» and the others, at the beginning of a line or within it. */
import { withoutEntities } from "./html-text.ts"
import { linesOf } from "./lines-of.ts"

export type PlainField =
  | "answer"
  | "accepted"
  | "rejected"
  | "comment"
  | "source"
  | "author"
  | "handout"
  | "editors"
  | "date"

export type PlainPiece = { readonly line: number; readonly text: string } & (
  | { readonly as: "question"; readonly number: string | null }
  | { readonly as: "field"; readonly field: PlainField }
  | { readonly as: "tour" | "text" | "blank" }
)

const names: ReadonlyArray<readonly [string, PlainField]> = [
  [String.raw`Ответы?(?:[ \t]*\d{1,2})?`, "answer"],
  ["Зач[её]т", "accepted"],
  ["Незач[её]т", "rejected"],
  [String.raw`Комментари[ий]|Коммент\.?|Ком\.`, "comment"],
  [String.raw`Источник(?:и|\(и\))?`, "source"],
  [String.raw`Автор(?:ы|ка|ки|\(ы\))?(?: вопроса)?`, "author"],
  ["Раздаточный материал|Раздатка", "handout"],
  [String.raw`Редактор(?:ы|\(ы\)|ская группа)?`, "editors"],
  ["Дата", "date"]
]

const all = names.map(([name]) => `(${name})`).join("|")
const asWritten = `(?:${all})`

const atStart = new RegExp(String.raw`^${asWritten}[ \t]*[:.][ \t]*`, "iu")
/** Within a line only the colon tells a field from a word. */
const within = new RegExp(String.raw`(?<=\s)(?:${asWritten}[ \t]*:|Вопрос[ \t]*№?[ \t]*\d{1,4}:)`, "g")

const fieldOf = (found: RegExpExecArray): PlainField | undefined =>
  names[found.slice(1).findIndex((group) => group !== undefined)]?.[1]

const numberedQuestion = /^(?:Вопрос|ВОПРОС)[ \t]*(?:№[ \t]*)?(\d{1,4})[ \t]*(?:[.:)]+[ \t]*|$)/
const bareQuestion = /^(?:Вопрос|ВОПРОС)[ \t]*:[ \t]*/
const zeroQuestion = /^(?:Нулевой|Разминочный|НУЛЕВОЙ|РАЗМИНОЧНЫЙ)[ \t]+(?:вопрос|ВОПРОС)[ \t]*[.:]?[ \t]*/

const tour =
  /^(?:(?:Тур|ТУР)[ \t]*№?[ \t]*(?:\d{1,2}|[IVX]{1,5})(?![\p{L}\d]).{0,80}|(?:[А-Я][а-яё]{3,12}(?:ый|ой|ий)|\d{1,2}(?:-[а-я]{1,2})?)[ \t]+тур\.?)$/u

/** The pieces of one line; a question or a field begins a piece and takes what follows it on the line. */
const piecesOfLine = (line: number, said: string): ReadonlyArray<PlainPiece> => {
  const cuts = [...said.matchAll(within)].map(({ index }) => index)
  const parts = [0, ...cuts].map((from, i) => said.slice(from, cuts[i]).trim())
  return parts.filter((part) => part !== "").map((part) => pieceOf(line, part))
}

const pieceOf = (line: number, said: string): PlainPiece => {
  const numbered = numberedQuestion.exec(said)
  if (numbered !== null)
    return { as: "question", line, number: numbered[1] ?? null, text: said.slice(numbered[0].length) }
  const bare = bareQuestion.exec(said)
  if (bare !== null) return { as: "question", line, number: null, text: said.slice(bare[0].length) }
  const zero = zeroQuestion.exec(said)
  if (zero !== null) return { as: "question", line, number: "0", text: said.slice(zero[0].length) }
  if (tour.test(said)) return { as: "tour", line, text: said }
  const named = /^\p{Lu}/u.test(said) ? atStart.exec(said) : null
  const field = named === null ? undefined : fieldOf(named)
  if (named === null || field === undefined) return { as: "text", line, text: said }
  return { as: "field", line, field, text: said.slice(named[0].length) }
}

/** A character that stands for a line end makes lines of one. */
export const plainPiecesOf = (written: string, line: number): ReadonlyArray<PlainPiece> =>
  linesOf(withoutEntities(written)).flatMap((each) => {
    const said = each.replaceAll("\u00A0", " ").trim()
    return said === "" ? [{ as: "blank", line, text: "" }] : piecesOfLine(line, said)
  })
