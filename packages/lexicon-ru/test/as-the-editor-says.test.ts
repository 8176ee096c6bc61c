/** What an editor writes beside an answer, and what of a reference an answer may say in signs. */
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

describe("a name in a pair", () => {
  it.each([
    ["[Анна] Ахматова и [Николай] Гумилёв", "Анна Ахматова и Николай Гумилёв", "accepted: exact"],
    ["[Анна] Ахматова и [Николай] Гумилёв", "Ахматова и Николай Гумилёв", "accepted: exact"],
    ["[Анна] Ахматова и [Николай] Гумилёв", "Ахматова и Лев Гумилёв", "rejected: wrong name"]
  ])("is that of the reference: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the same in other signs", () => {
  it.each([
    ["XIX век", "XlX век", "accepted: form"],
    ["XIX век", "XXI век", "rejected: wrong number"],
    ["CO₂", "со2", "accepted: form"],
    ["CO₂", "co", "disputed: partial"],
    ["50:50", "50/50", "accepted: exact"],
    ["50:50", "50/40", "rejected: wrong number"],
    ["00:00", "0:00", "accepted: exact"],
    ["23:59", "23 часа 59 минут", "accepted: exact"],
    ["Ходить по воде", "ходить под водой", "disputed: near"],
    ["О любви", "об любви", "accepted: form"],
    ["У него не было тени", "у него нету тени", "disputed: near"],
    ["Дочь мельника", "дочка мельника", "accepted: form"],
    ["9:30", "09:30", "accepted: exact"],
    ["9:30", "19:30", "rejected: wrong number"],
    ["Быть или не быть", "быть иль не быть", "accepted: form"],
    ["Быть или не быть", "Быть или не быть — вот в чём вопрос", "disputed: extra words"],
    ["Тезис, антитезис, синтез", "1 тезис 2 антитезис 3 синтез", "accepted: exact"],
    ["Apple", "Apple Inc.", "accepted: form"],
    ["Семь грехов", "о семи грехах", "accepted: form"],
    ["Котов", "коты", "rejected: other"]
  ])("of «%s» is said by «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("several who are told with who they are", () => {
  it.each([
    ["Том и Джерри", "кот Том и мышонок Джерри", "accepted: form"],
    ["Белка и Стрелка", "собаки Белка и Стрелка", "accepted: form"],
    ["Минин и Пожарский", "купец Минин и князь Пожарский", "accepted: form"],
    ["Пушкин и Дантес", "поэт Пушкин и Дантес", "accepted: form"],
    ["Адам и Ева", "дети Адама и Евы", "disputed: extra words"],
    ["Волк и Заяц", "волк и серый заяц", "disputed: extra words"],
    ["Белка и Стрелка", "Белка и собака Стрелка", "accepted: form"],
    ["Белка и Стрелка", "белки и собака Стрелка", "disputed: extra words"],
    ["Том и Джерри", "Том и Джерри коты", "disputed: extra words"],
    ["Том и Джерри", "кот Том", "rejected: other"],
    ["Чук и Гек", "Чук и братья Гек", "disputed: extra words"],
    ["Дуб и ясень", "старик дуб и ясень", "disputed: extra words"],
    ["Том и Джерри", "Том и Джерри и пёс", "rejected: list of guesses"]
  ])("are «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("somebody by another spelling or with an epithet", () => {
  it.each([
    ["Иван Грозный", "Иоанн Грозный", "accepted: form"],
    ["Иван Грозный", "Иван Васильевич Грозный", "accepted: form"],
    ["Иван Грозный", "Иван Петрович Грозный", "rejected: wrong name"],
    ["Александр Невский", "Александр Ярославич Невский", "accepted: form"],
    ["Александр Невский", "Невский проспект", "rejected: other"],
    ["город Верона", "Вероника", "rejected: other"],
    ["Софья Ковалевская", "София Ковалевская", "accepted: form"],
    ["Александр Суворов", "великий Суворов", "disputed: partial"],
    ["Александр Суворов", "Виктор Суворов", "rejected: wrong name"],
    ["Красная Шапочка", "синяя шапочка", "rejected: other"],
    ["Серебряная", "серебреная", "accepted: typo"]
  ])("is «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what is said of somebody or something", () => {
  it.each([
    ["Хатико", "памятник Хатико", "disputed: extra words"],
    ["Медный всадник", "памятник Медный всадник", "accepted: form"],
    ["Кот Шрёдингера", "мёртвый кот Шрёдингера", "disputed: extra words"],
    ["«Капитанская дочка»", "капитанская дочь", "disputed: near"],
    ["Дочь капитана", "дочка капитана", "accepted: form"]
  ])("may make another of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a number, a sign or a name written otherwise", () => {
  it.each([
    ["12", "двенацать", "accepted: typo"],
    ["13", "двенацать", "rejected: other"],
    ["Двенадцать месяцев", "двенацать месяцев", "accepted: typo"],
    ["Нью-Йорк", "Нью-Ёрк", "accepted: typo"],
    ["Апельсиновый сок", "апельсиновый сог", "accepted: typo"],
    ["Пётр I", "Пётр II", "rejected: wrong number"],
    ["Макдоналдс", "в Макдональдсе", "accepted: form"],
    ["[Марина] Цветаева", "M. Цветаева", "accepted: form"],
    ["[Марина] Цветаева", "A. Цветаева", "rejected: wrong name"],
    ["оливье", "салат оливье", "accepted: form"],
    ["Цезарь", "салат цезарь", "disputed: extra words"],
    ["США", "соединённые штаты Америки", "accepted: abbreviation"],
    ["США", "соединённые штаты Бразилии", "rejected: other"],
    ["24", "двадцать чотыре", "accepted: typo"],
    ["24", "двадцать пятсот", "rejected: wrong number"],
    ["2/3", "⅔", "accepted: exact"],
    ["−18 градусов", "18 градусов мороза", "accepted: exact"],
    ["−18 градусов", "восемнадцать градусов ниже нуля", "accepted: form"],
    ["−18 градусов", "18 градусов тепла", "rejected: other"],
    ["Юго-запад", "ЮЗ", "accepted: abbreviation"],
    ["Юго-запад", "ЮВ", "rejected: other"],
    ["Иран", "Исламская Республика Иран", "accepted: form"],
    ["Ключ [от города]", "ключ от квартиры", "disputed: extra words"],
    ["Бонни & Клайд", "бонни и клайд", "accepted: exact"],
    ["Electron microscope", "electron microscopes", "accepted: form"],
    ["Алиса в Стране чудес", "«Алиса в Стране чудес» Льюиса Кэрролла", "accepted: form"]
  ])("is «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
