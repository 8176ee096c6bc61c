/** A question of several parts is told from a question that has a list in it. */
import { expect, test } from "vitest"
import { blitzPartsOf } from "../src/blitz-parts.ts"
import { readText } from "./read/read-text.ts"

const partsIn = (text: string, format: "4s" | "db") => readText(text, format).questions.map(blitzPartsOf)

const numbered = (items: ReadonlyArray<string>) => items.map((item, i) => `   ${i + 1}. ${item}`).join("\n")

const capitals = {
  before: "Блиц. Три вопроса по 20 секунд.",
  parts: ["Столица снега?", "Столица дождя?", "Столица ветра?"],
  answers: ["Зимск", "Мокринск", "Дуйск"]
}

test("a blitz has its parts with their answers, as lists of .4s and as numbered lines", () => {
  const [asked, answered] = [capitals.parts.join("\n- "), capitals.answers.join("\n- ")]
  expect(partsIn(`? ${capitals.before}\n- ${asked}\n! \n- ${answered}\n= 2. Мокруша\n`, "4s")).toEqual([capitals])
  expect(
    partsIn(
      `Вопрос 1:\n${capitals.before}\n${numbered(capitals.parts)}\n\nОтвет:\n${numbered(capitals.answers)}\n`,
      "db"
    )
  ).toEqual([capitals])
})

test("a list in the text alone, in the answer alone, or of another length makes no parts", () => {
  expect(
    partsIn("? Кто?\n- он\n- она\n! она\n\n? Кто?\n!\n- он\n- она\n\n? Кто?\n- он\n- она\n!\n- 1\n- 2\n- 3\n", "4s")
  ).toEqual([null, null, null])
})
