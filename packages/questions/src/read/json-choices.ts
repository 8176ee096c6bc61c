/** JSON questions that give answers to choose from: Open Trivia DB and Kahoot. Their texts are those of pages. */
import { withoutTags } from "./html-text.ts"
import { isObject, type JsonObject, textIn, textsIn } from "./json-values.ts"
import type { GivenQuestion } from "./reading-draft.ts"

type Given = Omit<GivenQuestion, "line">

const pageText = (value: unknown): string => withoutTags(textIn(value) ?? "")

export const triviaItem = (item: JsonObject): Given => {
  const answer = pageText(item["correct_answer"])
  const wrong = textsIn(item["incorrect_answers"]).map(withoutTags)
  return {
    text: pageText(item["question"]),
    answer,
    options: [answer, ...wrong],
    themes: textsIn(item["category"]).map(withoutTags)
  }
}

export const choicesOf = (item: JsonObject): ReadonlyArray<JsonObject> =>
  Array.isArray(item["choices"]) ? item["choices"].filter(isObject) : []

export const choiceItem = (item: JsonObject): Given => {
  const choices = choicesOf(item)
  const [answer = "", ...accepted] = choices
    .filter((each) => each["correct"] === true)
    .map((each) => pageText(each["answer"]))
  return {
    text: pageText(item["question"]),
    answer,
    accepted,
    options: choices.map((each) => pageText(each["answer"]))
  }
}
