/** JSON: our own, and what Open Trivia DB, gotquestions.online, the base's API and Kahoot give. */
import type { PackFacts, Reading } from "../reading.ts"
import { difficultyOf } from "./headings-of.ts"
import { choiceItem, choicesOf, triviaItem } from "./json-choices.ts"
import { linesOfObjects } from "./json-lines.ts"
import { questionOfItem } from "./json-question.ts"
import { JsonFault, type JsonPart, JsonSplitter } from "./json-splitter.ts"
import type { TextReader } from "./line-reading.ts"
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

/** As it stands in the file; what lies in itself thousands deep cannot be written, and nobody would read it. */
const written = (value: unknown): string => {
  try {
    return JSON.stringify(value)
  } catch {
    return "…"
  }
}

const addItem = (draft: ReadingDraft, { tour, value }: Item, number: number, line: number): void => {
  if (!isObject(value)) return draft.leaveOut(line, written(value), `item ${number} is no question: not read`)
  const reason = reasonAgainst(value, number)
  if (reason !== null) return draft.leaveOut(line, written(value), reason)
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

const lists: ReadonlySet<string> = new Set(["questions", "results", "tours"])

/** What stands in one of the lists: a question, or a tour with several. */
const itemsOfPart = ({ key, value }: JsonPart): ReadonlyArray<Item> =>
  itemsOf(key === "tours" ? { tours: [value] } : [value])

/** Where the text is no JSON the reading breaks off. */
const unlessBroken = (draft: ReadingDraft, read: () => void): void => {
  if (draft.isBroken) return
  try {
    read()
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error
    draft.breakOff(error.line, `no JSON: ${error.message}`)
  }
}

/** As `readJson`, of a text that comes in pieces; of the lists that it has the questions come in the order of the text. */
export const jsonPieces: TextReader = (draft) => {
  const root = new Map<string, unknown>()
  let number = 0
  const splitter = new JsonSplitter(lists, (part) => {
    const { isItem, key, line, text, value } = part
    if (!isItem) return void root.set(key ?? "", value)
    const lines = key === "tours" ? linesOfObjects(text, value) : null
    for (const item of itemsOfPart(part)) {
      const within = lines === null || !isObject(item.value) ? 1 : (lines.get(item.value) ?? 1)
      addItem(draft, item, ++number, line + within - 1)
    }
  })
  return {
    take: (piece) => unlessBroken(draft, () => splitter.take(piece)),
    end: () => {
      unlessBroken(draft, () => splitter.end())
      tellPack(draft, Object.fromEntries(root))
    }
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
