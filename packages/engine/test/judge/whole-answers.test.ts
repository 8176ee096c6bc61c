import { describe, expect, it } from "vitest"
import { initialsOf } from "../../src/judge/words/abbreviation.ts"
import { readingsOf } from "../../src/judge/given/given-answer.ts"
import { guessesIn } from "../../src/judge/given/guess-list.ts"
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
    ["Нос", "носы", "disputed: near"],
    ["Авто мобиль", "автомобиля", "accepted: spacing"],
    ["Надежда", "на дежта", "disputed: near"],
    ["Подсолнух", "под солнцух", "accepted: typo"],
    ["Джон Ватсон", "Джон Вад сон", "disputed: near"]
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

describe("with a part of the reference", () => {
  it.each([
    ["Smith", "Смит Вессон", "disputed: extra words"],
    ["Старший сын Пушкина", "младший сын Пушкина", "disputed: partial"],
    ["Красная площадь Москвы", "красная московская", "rejected: partial"],
    ["Белый [старый] дуб и ясень", "ясень", "rejected: partial"],
    ["Белый дуб [старый] и ясень", "ясень", "rejected: partial"],
    ["Мастер и девушка доброго сердца", "мастер", "disputed: partial"]
  ])("of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a number", () => {
  it.each([
    ["Подсолнух", "подсолнух Пётр 1", "rejected: wrong number"],
    ["Подсолнух", "подсолнух Пётр один", "disputed: extra words"],
    ["Эйфелева башня", "IV Эйфелева башня 2", "rejected: wrong number"],
    ["Пётр I", "добрый Пётр II", "rejected: wrong number"],
    ["Людовик XIV король Франции", "Людовик XV", "rejected: wrong number"],
    ["XX век", "5 mix", "rejected: wrong number"],
    ["Война и мир", "пять и мир", "rejected: other"],
    ["XV", "XX", "rejected: wrong number"],
    ["Пять шестых часа", "пять шесть", "rejected: wrong number"],
    ["Сто лет одиночества", "сто одиночества", "disputed: partial"]
  ])("more, less or other than in «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a spelling that is cited", () => {
  it.each([
    ["«карова»", "корова", "disputed: near"],
    ["«карова».", "корова", "disputed: near"],
    ["[так] «карова»", "корова", "disputed: near"],
    ["слово «карова»", "слово корова", "accepted: typo"],
    ["«карова» в словаре", "корова в словаре", "accepted: typo"],
    ["«Карова»", "корова", "accepted: typo"]
  ])("in «%s» bears no slip: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("незачёт", () => {
  it.each([
    ["белый кот", "кот белый", "rejected: in rejected"],
    ["белый кот", "белого кота", "rejected: in rejected"],
    ["белый кот", "чёрный кот", "rejected: other"],
    ["пёс", "пёс", "rejected: in rejected"],
    ["носорог", "носорога", "rejected: in rejected"],
    ["Пушкину", "Пушкина", "disputed: near"],
    ["Пушкина", "Пушкина", "rejected: in rejected"]
  ])("of «%s» makes «%s» %s", (wrong, given, said) => {
    expect(saidOf({ answer: "Пёс; Пушкин", rejected: [wrong] }, given)).toBe(said)
  })

  it("that is like the answers to a numbered question yields to what is right word for word", () => {
    const question = { answer: "1. Пушкин 2. Гоголь", rejected: ["1. Пушкину 2. Гоголю"] }
    expect(saidOf(question, "1) Пушкин 2) Гоголь")).toBe("accepted: exact")
    expect(saidOf(question, "1) Пушкина 2) Гоголя")).toBe("disputed: near")
  })
})

describe("a keyword", () => {
  it.each([
    ["сон в руку", "руку сон", "accepted: keyword"],
    ["это", "это", "accepted: keyword"],
    ["это", "кот", "rejected: other"],
    ["—", "кот", "rejected: other"]
  ])("of «%s» is found or not: «%s» is %s", (word, given, said) => {
    expect(saidOf({ answer: "Пёс", accepted: [`по слову «${word}»`] }, given)).toBe(said)
  })
})

describe("the answers to a numbered question", () => {
  it.each([
    ["1. дом 2. Нос", "accepted: exact"],
    ["1. дом 2. носы", "disputed: near"],
    ["1. дом 2. кот", "rejected: partial"],
    ["1. дом 2. Нос 3. кот", "rejected: other"]
  ])("of which one may be any: «%s» is %s", (given, said) => {
    expect(saidOf("1. любой ответ 2. Нос", given)).toBe(said)
  })
})

describe("an answer that repeats the question", () => {
  it.each([
    ["Сто лет одиночества", "Что было сто лет назад?", "сто лет", "rejected: formal"],
    ["1812", "А не в 1813 году?", "1813", "rejected: wrong number"],
    ["Пушкин", "Кто убил Дантеса?", "Дантес", "rejected: formal"]
  ])("for «%s» to «%s»: «%s» is %s", (answer, text, given, said) => {
    expect(saidOf({ answer, text }, given)).toBe(said)
  })
})

describe("the first letters of a phrase", () => {
  it.each([
    ["организация объединенных наций", "оон"],
    ["война и мир", "вм"],
    ["а б в г д е ж", "бгдеж"],
    ["раз два три четыре пять шесть семь", "рдтчпшс"],
    ["раз два три четыре пять шесть семь восемь", null],
    ["не мир", "нм"],
    ["и мир", null],
    ["мир", null]
  ])("of «%s» are %j", (normal, initials) => {
    expect(initialsOf(normal)).toBe(initials)
  })

  it("are asked about with a filler before them too", () => {
    expect(saidOf("Академия хороших манер", "мой ответ ахм")).toBe("disputed: abbreviation")
  })
})

const normals = (text: string) => readingsOf(text).map((reading) => reading.normal)

describe("what is far too long", () => {
  it("is not read, spaces around it apart", () => {
    expect(saidOf("Пушкин", `  ${"ы".repeat(300)}  `)).toBe("rejected: other")
    expect(saidOf("Пушкин", "ы".repeat(301))).toBe("rejected: too long")
  })

  it("has its longest readings and the shortest one", () => {
    expect(normals("да да да да да байкал")).toHaveLength(6)
    expect(normals("да да да да да да да да байкал")).toEqual([
      "да да да да да да да да байкал",
      "да да да да да да да байкал",
      "да да да да да да байкал",
      "да да да да да байкал",
      "да да да да байкал",
      "байкал"
    ])
  })
})

describe("several guesses", () => {
  it.each([
    ["кот/пёс", ["кот", "пёс"]],
    [" кот, пёс ", ["кот", "пёс"]],
    ["или кот или пёс", ["кот", "пёс"]],
    ["кот или, пёс или", ["кот", "пёс"]],
    ["5 /7", ["5", "7"]],
    ["5/ 7", ["5", "7"]],
    ["5/7", null],
    ["а/б", null],
    ["кот,", null],
    ["кот", null]
  ])("in «%s» are %j", (text, items) => {
    expect(guessesIn(text)?.items ?? null).toEqual(items)
  })

  it.each([
    ["Москва или Петербург", "V Москва или Петербург", "disputed: extra words"],
    ["Мастер и Маргарита", "Мастер и или Маргарита", "rejected: list of guesses"],
    ["Картошка; картофель", "самая картокша; лучший картофель", "disputed: extra words"]
  ])("are wrong together where one is wrong and none right: for «%s» «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("are twelve at most", () => {
    expect(guessesIn("кот; ".repeat(13))?.items).toHaveLength(12)
  })
})

it.each([
  ["неделя", "семь дней", "accepted: form"],
  ["неделя", "семь", "rejected: other"],
  ["сутки", "24", "rejected: other"],
  ["полночь", "00:00", "accepted: exact"]
])("another name is said in full: for «%s» «%s» is %s", (answer, given, said) => {
  expect(saidOf(answer, given)).toBe(said)
})
