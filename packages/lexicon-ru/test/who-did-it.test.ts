/** Who did it to whom, what a note in brackets refuses, and whose initials are known. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("who does it, and to whom", () => {
  it.each([
    ["Волк съел козу", "козу съел волк", "accepted: word order"],
    ["Волк съел козу", "коза съела волка", "disputed: near"],
    ["Волк съел козу", "волка съела коза", "disputed: near"],
    ["Мать любит дочь", "дочь любит мать", "disputed: near"],
    ["Сальери убил Моцарта", "Моцарт убил Сальери", "disputed: near"],
    ["Сальери убил Моцарта", "Моцарта убил Сальери", "accepted: word order"],
    ["Погас свет", "свет погас", "accepted: word order"]
  ])("is not changed by the order of words: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a note in brackets after the answer", () => {
  it.each([
    ["Яблоко (груша — незачёт)"],
    ["Яблоко (груша не засчитывается)"],
    ["Яблоко (ответ «груша» не засчитывать)"],
    ["Яблоко (ответ «груша» считать неправильным)"]
  ])("refuses another one: «%s»", (answer) => {
    expect(saidOf(answer, "яблоко")).toBe("accepted: exact")
    expect(saidOf(answer, "груша")).toBe("rejected: in rejected")
  })
})

describe("whose a thing is", () => {
  it.each([
    ["Кот Шрёдингера", "Шрёдингер", "disputed: partial"],
    ["Кот Матроскин", "Матроскин", "accepted: form"]
  ])("is not what it is called: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("initials in a зачёт", () => {
  it.each([
    ["Иван Андреевич Крылов", "accepted: form"],
    ["Виктор Крылов", "rejected: wrong name"]
  ])("are of a name: «%s» is %s", (given, said) => {
    expect(saidOf({ answer: "Дедушка Крылов", accepted: ["Крылов; И. А. Крылов"] }, given)).toBe(said)
  })
})
