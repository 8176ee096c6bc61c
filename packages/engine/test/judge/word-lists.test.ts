import { describe, expect, it } from "vitest"
import { families } from "../../src/judge/agree/confusable-families.ts"
import { areConfusable } from "../../src/judge/agree/confusable-words.ts"
import { leading, trailing } from "../../src/judge/words/filler-words.ts"
import { isFiller, withoutFillers } from "../../src/judge/words/fillers.ts"
import { isHarmless, isNegation, isPreposition } from "../../src/judge/words/function-words.ts"
import { wordFor } from "../../src/judge/words/word.ts"
import { saidOf } from "./said-of.ts"

describe("what people put around an answer", () => {
  it.each(leading)("is taken off before it: «%s»", (phrase) => {
    expect(withoutFillers(`${phrase} байкал`).at(-1)).toBe("байкал")
  })

  it.each(trailing)("is taken off after it: «%s»", (phrase) => {
    expect(withoutFillers(`байкал ${phrase}`).at(-1)).toBe("байкал")
  })

  it.each([
    ["мой ответ байкал наверное", ["мой ответ байкал наверное", "байкал наверное", "байкал"]],
    ["может быть", ["может быть", "быть"]],
    ["может быть байкал", ["может быть байкал", "байкал"]],
    ["это", ["это"]],
    ["итакбайкал", ["итакбайкал"]],
    ["мой байкал", ["мой байкал"]],
    ["байкал мой ответ", ["байкал мой ответ", "байкал"]],
    ["байкал быть", ["байкал быть"]],
    ["тобайкал кажется", ["тобайкал кажется", "тобайкал"]],
    ["речь идет о байкале", ["речь идет о байкале", "байкале"]],
    ["байкал но не уверен", ["байкал но не уверен", "байкал"]],
    ["зерно не уверен", ["зерно не уверен", "зерно"]],
    ["байкал", ["байкал"]],
    ["", [""]]
  ])("of «%s» goes one after another: %j", (normal, readings) => {
    expect(withoutFillers(normal)).toEqual(readings)
  })

  it.each([
    "эээ байкал",
    "эммм байкал",
    "аа байкал",
    "ооо байкал",
    "уу байкал",
    "ыыы байкал",
    "ммм байкал",
    "хмм байкал",
    "гмм байкал",
    "ха байкал",
    "ахаха байкал",
    "ааахах байкал",
    "байкал хаха",
    "байкал хехе",
    "байкал хихи",
    "байкал лол",
    "кек байкал",
    "ржу байкал",
    "байкал хд",
    "жена говорит байкал",
    "все говорят что байкал",
    "моя жена думает что байкал",
    "мои дети думают байкал",
    "мой муж считает байкал",
    "наш капитан уверен байкал",
    "наша команда считает что байкал",
    "подруга уверена что байкал",
    "все уверены байкал",
    "все считают байкал",
    "сосед подсказывает байкал",
    "дети подсказывают байкал",
    "отвечает иванов байкал",
    "хз может байкал"
  ])("may be drawn out, laughter or said by another: «%s»", (normal) => {
    expect(withoutFillers(normal).at(-1)).toBe("байкал")
  })

  it.each([
    "э байкал",
    "байкал и э",
    "байкал хамм",
    "экек байкал",
    "байкал что говорит жена",
    "моя жена говорит",
    "отвечает байкал",
    "хам байкал",
    "байкал и ох",
    "байкал говорит",
    "кто сказал байкал"
  ])("is not every short word: «%s»", (normal) => {
    expect(withoutFillers(normal)).toEqual([normal])
  })

  it.each([
    ["Зеркало", "1. зеркало", "accepted: exact"],
    ["Зеркало", "12) зеркало", "accepted: exact"],
    ["Зеркало", "зеркало!!!11", "accepted: exact"],
    ["Зеркало", "зеркало!11 ", "accepted: exact"],
    ["Зеркало", " 1)  зеркало", "accepted: exact"],
    ["Зеркало", "зеркало!11 стульев", "rejected: wrong number"],
    ["Зеркало", "зеркало 2. зеркало", "rejected: wrong number"],
    ["Зеркало", "зеркало 11", "rejected: wrong number"],
    ["Зеркало", "3 зеркало", "rejected: wrong number"],
    ["Зеркало", "123. зеркало", "rejected: wrong number"],
    ["Двенадцать стульев", "12. стульев", "accepted: form"]
  ])("may be a figure: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    ["Окно", "это случайно не окно?", "accepted: exact"],
    ["Окно", "а часом не окно", "disputed: extra words"],
    ["1812 год", "а не 1812?", "accepted: form"],
    ["Окно", "нет, окно", "accepted: exact"],
    ["Окно", "да нет, окно", "accepted: exact"],
    ["Окно", "нет. окно", "accepted: exact"],
    ["Окно", "нет окна", "rejected: negation"],
    ["Окно", "нет, дверь", "rejected: other"]
  ])("may be a denial or a doubt: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("is nothing but a filler, or is not", () => {
    expect(["наверное", "мой ответ", "не уверен", "ответ байкал", "байкал", ""].map(isFiller)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false
    ])
  })

  it.each([
    ["Да", "да", "accepted: exact"],
    ["Может быть", "может быть", "accepted: exact"],
    ["Ответ", "ответ", "accepted: exact"],
    ["Байкал", "ну эдак так эдак скажем да да да да да да да да байкал", "disputed: extra words"],
    ["Враги", "друзья, враги", "rejected: list of guesses"],
    ["Байкал", "да да да да да да да да байкал", "accepted: exact"]
  ])("may be the answer: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

const confuses = (one: string, other: string): boolean => areConfusable(wordFor(one), wordFor(other))

describe("words so alike that each is an answer of its own", () => {
  const pairs = families.flatMap((family) => {
    const words = family.split(" ")
    return words.flatMap((one, i) => words.slice(i + 1).map((other) => [one, other] as const))
  })

  it.each(pairs)("are never taken for one: «%s» and «%s»", (one, other) => {
    expect([confuses(one, other), confuses(other, one)]).toEqual([true, true])
    expect(saidOf(one, other)).not.toMatch(/^accepted/)
  })

  it.each([
    ["ирана", "ираком", true],
    ["столбы", "столпы", true],
    ["ирана", "иран", false],
    ["иран", "моне", false],
    ["кот", "кит", false],
    ["иран", "кит", false]
  ])("are known in other forms: «%s» and «%s»: %s", (one, other, confusable) => {
    expect(confuses(one, other)).toBe(confusable)
  })
})

describe("small words", () => {
  it.each("в во на о об обо от ото из изо у к ко с со по для".split(" "))("«%s» is a preposition", (word) => {
    expect([isPreposition(word), isHarmless(word), isNegation(word)]).toEqual([true, true, false])
  })

  it.each("и а же ли бы то это the a an of de la le les et and".split(" "))("«%s» changes nothing", (word) => {
    expect([isPreposition(word), isHarmless(word), isNegation(word)]).toEqual([false, true, false])
  })

  it.each("не ни нет без кроме".split(" "))("«%s» turns an answer round", (word) => {
    expect([isPreposition(word), isHarmless(word), isNegation(word)]).toEqual([false, false, true])
  })
})
