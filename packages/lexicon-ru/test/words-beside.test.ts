/** A word more than the answer, a word less than it, and the answer in other pieces. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("what a thing is for, or where it is, after it", () => {
  it.each([
    ["Зонт", "зонта от дождя", "accepted: form", "of any form of it"],
    ["Парашют", "парашут от дождя", "disputed: extra words", "but for a slip"],
    ["Парашютная вышка", "парашутная вышка для прыжков", "disputed: extra words", "in any of its words"],
    ["Зонт", "зонт от уздрыга", "disputed: extra words", "but for what nobody has heard of"],
    ["КГБ", "КГБ СССР", "accepted: form", "and a place"],
    ["КГБ", "КГБ в СССР", "disputed: extra words", "that follows at once"]
  ])("tells nothing else than «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("an adjective before those of the answer", () => {
  it.each([
    ["Ёлочная игрушка", "новогодняя ёлочная игрушка", "accepted: form", "one"],
    ["Ёлочная игрушка", "новогодней ёлочной игрушки", "accepted: form", "in any form"],
    ["Ёлочная игрушка", "новогодняя красивая ёлочная игрушка", "disputed: extra words", "not two"],
    ["Ёлочная игрушка", "новогодняя ёлочная игрушкка", "disputed: extra words", "not beside a slip"],
    ["Ёлочная", "новогодняя ёлочная", "disputed: extra words", "not beside nothing else"],
    ["Деревянная ложка", "резать деревянная ложка", "disputed: extra words", "not what is done with it"],
    ["Первая мировая война", "Вторая мировая война", "rejected: wrong number", "not in the place of another"]
  ])("tells nothing else than «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a long word said by those that it is made of", () => {
  it.each([
    ["Рукопожатие", "пожать рук", "disputed: near", "of three letters and more"],
    ["Громоотвод", "грома отв", "disputed: near", "the first three of which count"],
    ["Зубочистка", "зубная чистка", "disputed: near", "the first of it first"],
    ["Телевизор", "тел еви", "disputed: near", "side by side"],
    ["Благодарность", "благо благо", "rejected: other", "but not one of them twice"],
    ["Паровоз", "воз пара", "rejected: other", "nor of a shorter word"],
    ["Наперегонки", "не гонки", "rejected: other", "nor with a word that it does not have"],
    ["Водопроводчик", "проверил провод", "rejected: other", "nor of one part twice"],
    ["Невмешательство", "не мешать", "disputed: near", "while a part may be short"],
    ["Водогрязелечебница", "вода, грязь и лечение", "disputed: near", "and the parts may be three"],
    ["Рукопожатие друга", "пожали руки", "rejected: other", "nor of one word in two"]
  ])("may be «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("words divided otherwise", () => {
  it.each([
    ["Виноград", "вина град", "accepted: typo", "a slip makes no other word of eight letters"],
    ["О. Генри", "агинри", "disputed: near", "of fewer it may"],
    ["Дон Кихот", "донких", "disputed: near", "what is cut off is no slip"]
  ])("of «%s» with a slip: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("beside the keyword", () => {
  const roof = { answer: "Крыша", accepted: ["По слову «кровля»"] }
  const strict = { answer: "Крыша", accepted: ["По слову «кровля» без лишних слов"] }
  const belief = { answer: "Станиславский", accepted: ["По словам «не верю»"] }
  it.each([
    [roof, "железная кровля старого кирпичного дома купца Морозова построенного давно", "accepted: keyword"],
    [roof, "железная кровля старого кирпичного дома купца Морозова построенного очень давно", "disputed: keyword"],
    [roof, "железная кровля старого дома у реки за лесом под горой", "accepted: keyword"],
    [strict, "это кровля", "accepted: keyword"],
    [strict, "наша кровля", "disputed: keyword"],
    [belief, "сказал не верю", "accepted: keyword"]
  ])("so many words may stand: of %j, «%s» is %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })
})

describe("a part", () => {
  it.each([
    ["Рабочий Иванов", "Иванов", "disputed: partial", "a worker is not only a person"],
    ["Змей Горыныч", "горыныч", "accepted: form", "a serpent may be one, whatever else he is"],
    ["Apollo 13", "аполлон", "disputed: partial", "in English the last word is what it is about"],
    ["Конфокальная fluorescence microscopy", "fluorescence", "disputed: partial", "if there is no other language"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
