/** What an editor writes beside an answer. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a зачёт", () => {
  it.each([
    ["Тезис, антитезис, синтез", "Именно в таком порядке.", "тезис, синтез, антитезис", "rejected: wrong order"],
    ["Тезис, антитезис, синтез", "Именно в таком порядке.", "тезис, антитезис и синтез", "accepted: form"],
    [
      "Яблоко от яблони недалеко падает",
      "По смыслу с упоминанием яблока и яблони.",
      "яблоко от яблони",
      "disputed: partial"
    ],
    [
      "Он забыл выключить утюг",
      "По смыслу с упоминанием невыключенного утюга.",
      "не выключил утюг",
      "disputed: by meaning"
    ],
    ["Он забыл выключить утюг", "По смыслу с упоминанием невыключенного утюга.", "потоп", "rejected: other"],
    [
      "Наступить на грабли",
      "По словам «наступить» и «грабли» в любой форме.",
      "опять наступают на те же грабли",
      "accepted: keyword"
    ],
    [
      "Не стреляйте в пианиста",
      "По словам «не стрелять» и «пианист»/«тапёр».",
      "просьба не стрелять в тапёра",
      "accepted: keyword"
    ],
    ["Не стреляйте в пианиста", "По словам «не стрелять» и «пианист»/«тапёр».", "стреляй в тапёра", "rejected: other"],
    [
      "Завязал узелок на память",
      "По слову «узел» или «узелок».",
      "завязать узел, чтобы не забыть",
      "accepted: keyword"
    ],
    ["Завязал узелок на память", "По слову «узел» или «узелок».", "не узел", "disputed: keyword"],
    ["«Превед»", "Точный ответ.", "слово «превед»", "accepted: exact"],
    ["180 градусов", "плюс-минус 5 градусов", "178 градусов", "accepted: form"],
    ["180 градусов", "плюс-минус 5 градусов", "170 градусов", "rejected: wrong number"],
    ["1000 км", "±10%", "1050 км", "accepted: form"],
    ["1000 км", "±10%", "1050 миль", "rejected: other"],
    ["1000 км", "с точностью до 100 км", "900 километров", "accepted: form"],
    ["1000 км", "с точностью до 100 км", "800 км", "rejected: wrong number"],
    ["«Война и мир»", "точный ответ", "роман «Война и мир»", "accepted: exact"],
    ["«Превед»", "Точный ответ.", "слово «привет»", "rejected: other"]
  ])("of «%s»: «%s» says of «%s»: %s", (answer, accepted, given, said) => {
    expect(saidOf({ answer, accepted: [accepted] }, given)).toBe(said)
  })
})

describe("what one wording tells of another", () => {
  it.each([
    ["[Остров] Пасхи", "Рапа-Нуи", "остров Рапа Нуи", "accepted: form"],
    ["[Остров] Пасхи", "Рапа-Нуи", "город Рапа Нуи", "disputed: extra words"],
    ["[Роман] «Идиот»", "«Бесы»", "роман Бесы", "accepted: form"],
    ["Ъ", "твёрдый знак; ер", "буква «твёрдый знак»", "accepted: form"],
    ["Ъ", "твёрдый знак; ер", "буква ер", "accepted: form"],
    ["Ъ", "твёрдый знак; ер", "мягкий знак", "rejected: other"]
  ])("is what it is: of «%s», «%s» too, «%s» is %s", (answer, accepted, given, said) => {
    expect(saidOf({ answer, accepted: [accepted] }, given)).toBe(said)
  })
})

describe("a незачёт", () => {
  it.each([
    ["«Город Солнца»", "Солнечный город", "города Солнца", "accepted: form"],
    ["«Город Солнца»", "Солнечный город", "солнечный город", "rejected: in rejected"],
    ["Лёд и пламень", "Пламень и лёд", "лёд, пламень", "accepted: form"],
    ["Лёд и пламень", "Пламень и лёд", "пламень и лёд", "rejected: in rejected"],
    ["Лёд и пламень", "Пламень и лёд", "пламень, лёд", "disputed: near"],
    ["2 часа", "120 минут", "120 минут", "rejected: in rejected"],
    ["2 часа", "120 минут", "7200 секунд", "rejected: other"],
    ["12", "двенадцать", "двенацать", "rejected: in rejected"]
  ])("of «%s» is only what it says: with «%s» wrong, «%s» is %s", (answer, rejected, given, said) => {
    expect(saidOf({ answer, rejected: [rejected] }, given)).toBe(said)
  })
})
