/** A JSON object with a question under names that are known. */
import { type Column, columnOf } from "./headings-of.ts"
import { type JsonObject, textIn, textsIn } from "./json-values.ts"
import type { GivenQuestion } from "./reading-draft.ts"

const site = "https://gotquestions.online"

/** Only gotquestions.online has this key; its pictures and questions have addresses on its site. */
const isOfSite = (item: JsonObject): boolean => "razdatkaText" in item || "razdatkaPic" in item || "takenDown" in item

const onSite = (item: JsonObject, path: string | null): string | null =>
  path !== null && isOfSite(item) && path.startsWith("/") ? `${site}${path}` : path

/** There an indented line is a paragraph. */
const ofSite = (text: string): string => text.replaceAll(/[ \t]*\r?\n[ \t]+/g, "\n")

const byColumn = (item: JsonObject): ReadonlyMap<Column, unknown> => {
  const values = new Map<Column, unknown>()
  for (const [key, value] of Object.entries(item)) {
    const column = columnOf(key)
    if (column !== null && value !== null && !values.has(column)) values.set(column, value)
  }
  return values
}

export const questionOfItem = (item: JsonObject): Omit<GivenQuestion, "line"> => {
  const values = byColumn(item)
  const text = (column: Column): string | null => {
    const value = textIn(values.get(column))
    return value !== null && isOfSite(item) ? ofSite(value) : value
  }
  // Of several answers the first is the one shown.
  const [answer = "", ...more] = textsIn(values.get("answer"))
  const id = isOfSite(item) ? textIn(item["id"]) : null
  return {
    text: text("text") ?? "",
    answer: isOfSite(item) ? ofSite(answer) : answer,
    accepted: [...more, ...textsIn(values.get("accepted"))],
    rejected: textsIn(values.get("rejected")),
    comment: text("comment"),
    sources: textsIn(values.get("sources")),
    author: textsIn(values.get("author")).join(", ") || null,
    handout: text("handout"),
    handoutImage: onSite(item, text("handoutImage")),
    answerImage: onSite(item, text("answerImage")),
    options: textsIn(values.get("options")),
    themes: textsIn(values.get("themes")),
    url: id === null ? text("url") : `${site}/question/${id}`
  }
}
