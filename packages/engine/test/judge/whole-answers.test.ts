import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("with every word of the reference", () => {
  it.each([
    ["Александр Сергеевич Пушкин", "Александр Пушкин Сергеевич", "accepted: word order"],
    ["Александр Сергеевич Пушкин", "А. С. Пушкин", "accepted: form"],
    ["Александр Сергеевич Пушкин", "С. А. Пушкин", "disputed: near"],
    ["Александр Сергеевич Пушкин", "Александр Сергеевич П.", "rejected: other"],
    ["Клод Моне", "Клод Клод Моне", "accepted: form"],
    ["Клод Моне", "Клод Моне Моне", "accepted: form"],
    ["7", "7 (семь)", "accepted: form"],
    ["7", "7 7", "rejected: wrong number"],
    ["7", "семь семи", "rejected: wrong number"],
    ["Индия", "Индия и Инд", "disputed: extra words"],
    ["Нос", "носы", "disputed: near"]
  ])("of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("another order of the words", () => {
  it.each([
    ["Евгений Онегин", "Онегина Евгений", "accepted: word order"],
    ["Красная площадь", "площади красной", "accepted: word order"],
    ["Отец сына", "сын отца", "disputed: near"],
    ["1. белый дуб 2. чёрная сосна", "чёрная сосна белый дуб", "rejected: wrong order"]
  ])("of «%s» in «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a preposition", () => {
  it.each([
    ["Бегство из дома", "бегство изо дома", "accepted: form"],
    ["Бегство из дома", "бегство дома", "accepted: form"],
    ["Бегство из дома", "бегство в дом", "disputed: near"],
    ["Бегство дома", "бегство из дома", "accepted: form"],
    ["Сказка о царе", "сказка об царе", "accepted: form"],
    ["Сказка о царе", "сказка для царя", "disputed: near"],
    ["Путь из дома к морю", "путь к морю из дома", "accepted: word order"],
    ["Путь из дома к морю", "путь из дома морю", "accepted: form"]
  ])("of «%s» in «%s» makes it %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("slips of spelling", () => {
  it.each([
    ["Белая гвардия Михаила Булгакова", "Белая гвардия Михаила Булкагова", "accepted: typo"],
    ["Белая гвардия Михаила Булгакова", "Белая гвадрия Михаила Булкагова", "accepted: typo"],
    ["Белая гвардия Михаила Булгакова", "Белая гвадрия Михиала Булкагова", "disputed: near"],
    ["Капитанская дочка Пушкина", "капитанской дочки пушкна", "accepted: typo"],
    ["Капитанская дочка Пушкина", "капитнская дочка пушкна", "accepted: typo"],
    ["Капитанская дочка Пушкина", "капитнская дчка пушкна", "disputed: near"],
    ["Красный петух", "красный пктух", "accepted: typo"],
    ["Красный петух", "крсаный пктух", "disputed: near"],
    ["Петух", "пктух", "disputed: near"]
  ])("in «%s» written as «%s» make it %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
