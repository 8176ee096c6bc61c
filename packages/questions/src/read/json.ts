/** JSON: our own, and what Open Trivia DB, gotquestions.online, the base's API and Kahoot give. */
import type { PackFacts, Reading } from "../reading.ts"
import { difficultyOf } from "./headings-of.ts"
import { choiceItem, choicesOf, triviaItem } from "./json-choices.ts"
import { linesOfObjects } from "./json-lines.ts"
import { questionOfItem } from "./json-question.ts"
import { isObject, type JsonObject, textIn } from "./json-values.ts"
import { type GivenQuestion, ReadingDraft } from "./reading-draft.ts"

interface Item {
  readonly value: unknown
  readonly tour: string | null
}

const arrayIn = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

const itemsOf = (root: unknown): ReadonlyArray<Item> => {
  if (Array.isArray(root)) return root.map((value) => ({ value, tour: null }))
  if (!isObject(root)) return []
  const alone = [...arrayIn(root["questions"]), ...arrayIn(root["results"])]
  const inTours = arrayIn(root["tours"]).flatMap((tour) =>
    isObject(tour)
      ? arrayIn(tour["questions"]).map((value) => ({ value, tour: textIn(tour["title"] ?? tour["name"]) }))
      : []
  )
  return [...alone.map((value) => ({ value, tour: null })), ...inTours]
}

const facts: ReadonlyArray<readonly [keyof PackFacts, ReadonlyArray<string>]> = [
  ["title", ["title", "name"]],
  ["editors", ["editors"]],
  ["date", ["date", "playedAt"]],
  ["licence", ["licence", "license", "copyright"]],
  ["info", ["info", "description"]],
  ["url", ["url"]]
]

const tellPack = (draft: ReadingDraft, root: JsonObject): void => {
  for (const [fact, keys] of facts) {
    const told = keys.map((key) => textIn(root[key])).find((text) => text !== null)
    if (told !== undefined && told !== null) draft.tell(fact, told)
  }
  // The terms under which the whole base stands; its answers do not repeat them.
  if ("response_code" in root) draft.tell("licence", "CC BY-SA 4.0")
}

/** Why an item is no question to be asked; null: it is one. */
const reasonAgainst = (item: JsonObject, number: number): string | null => {
  const named = textIn(item["number"]) ?? String(number)
  if (item["takenDown"] === true) return `question ${named} was taken down by the jury: not imported`
  if (item["type"] === "content") return `item ${number} is a slide, not a question`
  for (const [key, value] of Object.entries(item)) {
    if (typeof value === "boolean" && /^(?:text|question|answer)$/.test(key))
      return `question ${number}: the ${key} is ${value}, not a text`
  }
  return null
}

const givenOf = (item: JsonObject, draft: ReadingDraft, line: number): Omit<GivenQuestion, "line"> => {
  if ("incorrect_answers" in item) {
    const trivia = triviaItem(item)
    const wrong = trivia.options?.length ?? 0
    if (wrong > 2) draft.warn(line, `a choice of ${wrong}: asked without the options it may have no answer`)
    return trivia
  }
  return choicesOf(item).length > 0 ? choiceItem(item) : questionOfItem(item)
}

const addItem = (draft: ReadingDraft, { tour, value }: Item, number: number, line: number): void => {
  if (!isObject(value)) return draft.leaveOut(line, JSON.stringify(value), `item ${number} is no question: not read`)
  const reason = reasonAgainst(value, number)
  if (reason !== null) return draft.leaveOut(line, JSON.stringify(value), reason)
  const given = givenOf(value, draft, line)
  draft.add({
    ...given,
    line,
    tour: textIn(value["tour"]) ?? tour,
    number: textIn(value["number"]),
    difficulty: difficultyOf(textIn(value["difficulty"]) ?? "")
  })
}

const parse = (file: string): { readonly value: unknown } | { readonly problem: string } => {
  try {
    return { value: JSON.parse(file.replace(/^\uFEFF/, "")) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "unknown error" }
  }
}

export const readJson = (file: string): Reading => {
  const draft = new ReadingDraft()
  const parsed = parse(file)
  if ("problem" in parsed) {
    draft.leaveOut(1, file, `no JSON: ${parsed.problem}`)
    return draft.done()
  }
  const lines = linesOfObjects(file, parsed.value)
  if (isObject(parsed.value)) tellPack(draft, parsed.value)
  for (const [i, item] of itemsOf(parsed.value).entries()) {
    addItem(draft, item, i + 1, (isObject(item.value) ? lines.get(item.value) : undefined) ?? 1)
  }
  return draft.done()
}
