/** What an editor tells of an answer in words of the trade: how near a number has to be, what may stand for what, in which order. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("how near a number has to be", () => {
  it.each([
    ["1,5 метра", "с точностью до 10 см", "1.6 м", "accepted: form"],
    ["1,5 метра", "с точностью до 10 см", "160 см", "accepted: form"],
    ["1,5 метра", "с точностью до 10 см", "1,7", "rejected: wrong number"],
    ["1,5 метра", "с точностью до 10 см", "полтора сантиметра", "rejected: wrong number"],
    ["1,5 метра", "с точностью до 10 см", "полтора часа", "rejected: other"],
    ["17 лет", "с точностью до двух лет", "шестнадцать", "accepted: form"],
    ["17 лет", "с точностью до двух лет", "20", "rejected: wrong number"],
    ["1666 год", "с точностью до года в любую сторону", "1667", "accepted: form"],
    ["1666 год", "с точностью до года", "1667", "rejected: wrong number"],
    ["828 метров", "от 820 до 840 метров", "около 830", "accepted: form"],
    ["5000 метров", "плюс-минус 1 км", "4500 метров", "accepted: form"],
    ["5000 метров", "плюс-минус 1 км", "6 км", "accepted: form"],
    ["5000 метров", "плюс-минус 1 км", "6001", "rejected: wrong number"],
    ["2 часа", "плюс-минус 10 минут", "130 минут", "accepted: form"],
    ["2 часа", "плюс-минус 10 минут", "2,1 часа", "accepted: form"],
    ["2 часа", "плюс-минус 10 минут", "3 часа", "rejected: wrong number"],
    ["17 лет", "с точностью до двух лет", "19 лет", "accepted: form"],
    ["17 лет", "с точностью до двух лет", "17,5", "accepted: form"],
    ["17 лет", "с точностью до двух лет", "18 слонов", "rejected: other"],
    ["от пяти до десяти", "от пяти до второго", "8", "disputed: partial"],
    ["10", "от полутора до двух с половиной тысяч", "2000", "accepted: form"],
    ["10", "от пяти до пятнадцати", "8", "accepted: form"],
    ["От 20 до 30 тысяч", "любое число из этого диапазона", "25000", "accepted: form"],
    ["От 20 до 30 тысяч", "любое число из этого диапазона", "двадцать две тысячи", "accepted: form"],
    ["От 20 до 30 тысяч", "любое число из этого диапазона", "31 тысяча", "rejected: wrong number"],
    ["От 20 до 30 тысяч", "от 20 до 30 тыс.", "25", "rejected: wrong number"]
  ])("of «%s»: «%s» says of «%s»: %s", (answer, accepted, given, said) => {
    expect(saidOf({ answer, accepted: [accepted] }, given)).toBe(said)
  })
})

describe("what a зачёт tells to do", () => {
  it.each([
    ["Ворона и лисица", "в любом порядке, лиса вместо лисицы", "лиса и ворона", "accepted: word order"],
    ["Ворона и лисица", "в любом порядке, лиса вместо лисицы", "ворона и лиса", "accepted: exact"],
    [
      "Заключить брачный договор",
      "по смыслу, контракт вместо договора",
      "заключить брачный контракт",
      "accepted: exact"
    ],
    ["Заключить брачный договор", "по смыслу, контракт вместо договора", "женились", "disputed: by meaning"],
    ["Чёрт, малюют", "чёрт; малюют (в таком порядке)", "чёрт, малюют", "accepted: exact"],
    ["Чёрт, малюют", "чёрт; малюют (в таком порядке)", "малюют, чёрт", "rejected: wrong order"],
    ["Чёрт, малюют", "чёрт; малюют (в таком порядке)", "чёрт", "disputed: partial"],
    ["Выпал снег", "любой ответ, в котором упоминается снег", "сугробы снега намело", "accepted: keyword"],
    ["Выпал снег", "любой ответ, где есть слово «снег»", "снег пошёл", "accepted: keyword"],
    ["Выпал снег", "любой ответ, в котором упоминается снег", "выпал зуб", "rejected: other"],
    ["Разница во времени", "любой ответ, из которого ясно, что время разное", "у них утро", "disputed: by meaning"],
    ["«Нет повести печальнее на свете»", "по упоминанию печальной повести", "печальная повесть", "accepted: keyword"],
    ["Отражение", "по слову «отражение» или однокоренным", "отражаться", "accepted: keyword"],
    ["Корень", "по слову «корень»", "коренной", "disputed: near"],
    ["Отражение", "по слову «отражение» или родственным словам", "отразить свет", "accepted: keyword"],
    ["Отражение", "по слову «отражение»", "отражаться", "disputed: near"],
    ["Отражение", "по слову «отражение» и однокоренным словам", "тень", "rejected: other"],
    ["Смеяться", "по корню «сме-» или «хохот»", "стало смешно", "accepted: keyword"],
    ["Смеяться", "по корню «сме-» или «хохот»", "хохотали", "accepted: keyword"],
    ["Смеяться", "по корню «сме-» или «хохот»", "плакать", "rejected: other"],
    ["Франц Иосиф I", "номер не обязателен", "Франц Иосиф I", "accepted: exact"],
    ["Левая перчатка", "указание на левую руку не требуется", "указание на левую руку", "rejected: other"],
    ["Собака лает — ветер носит", "собака лает, караван идёт", "караван идёт", "disputed: partial"]
  ])("with «%s»: «%s» says of «%s»: %s", (answer, accepted, given, said) => {
    expect(saidOf({ answer, accepted: [accepted] }, given)).toBe(said)
  })
})

describe("an answer with why it is one", () => {
  it.each([
    ["Парашют — без него с самолёта прыгают один раз", "порашут", "accepted: typo"],
    ["Якорь — он не даёт кораблю уплыть", "якорь", "accepted: exact"],
    ["Якорь — он не даёт кораблю уплыть", "не даёт уплыть", "rejected: partial"],
    ["Баба с возу — кобыле легче", "баба с возу", "disputed: partial"]
  ])("is told without it: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what is said of an answer", () => {
  it.each([
    ["Йозеф Гайдн", "гайдн, а не моцарт", "accepted: form", "whom it is not"],
    ["Йозеф Гайдн", "гайдн! не моцарт же", "accepted: form", "whom it is not, in surprise"],
    ["Йозеф Гайдн", "моцарт, а не гайдн", "rejected: other", "but only of the right one"],
    ["Камчатский краб", "краб камчатский, тот самый огромный", "accepted: word order", "which one it is"],
    ["Боливия", "боливия, там где Ла-Пас", "accepted: exact", "where it is"],
    ["Кошка", "кошка, которая гуляет, и бабочки", "rejected: list of guesses", "but nothing more than that"],
    ["Белый кролик", "белый кролик, то есть заяц", "disputed: extra words", "nor what it is besides"],
    ["Галстук-бабочка", "bow tie (галстук-бабочка)", "accepted: form", "what it is in English"],
    ["Соевый соус", "соевый соус (shoyu)", "accepted: form", "or in Japanese"],
    ["Соевый соус", "соевый соус (кетчуп)", "disputed: extra words", "but not in Russian"],
    ["YouTube", "vimeo (YouTube)", "disputed: extra words", "nor of a name in those letters"],
    ["Оригами", "искусство оригами", "accepted: form", "what sort of a thing it is"],
    ["Бабочка", "эффект бабочки", "disputed: extra words", "but not what is called after it"],
    ["Zippo", "зажигалка zippo", "accepted: form", "which thing it is the name of"],
    ["Хлеб", "хлеб, вино", "rejected: list of guesses", "and no second thing"],
    ["Хлеб", "сыр, хлеб", "rejected: list of guesses", "on either side"],
    ["Гора Арарат", "коньяк Арарат", "disputed: extra words", "nor another of that name"],
    ["Суфлёр", "тот, кто подсказывает актёрам, — суфлёр", "accepted: exact", "who that is, first"],
    ["Суфлёр", "тот, кто играет, — актёр", "rejected: other", "and no other"],
    ["Рудольф Нуреев", "нуриев", "disputed: near", "with a slip in the surname alone"],
    ["[Карл] Маркс", "Маркес", "rejected: other", "which is not another's"],
    ["Карл Маркс", "Маркес", "rejected: other", "with his first name or without"],
    ["[Мэр города] Рудольф Джулиани", "Джулиани, мэр Нью-Йорка", "disputed: extra words", "who he was, at length"],
    ["Рудольф Джулиани", "Джулиани, сын мэра", "disputed: partial", "but not of whom he is a son"],
    ["[Отто] фон Бисмарк", "железный канцлер Бисмарк", "accepted: form", "who he was"],
    ["[Отто] фон Бисмарк", "железный фельдмаршал Мольтке", "rejected: other", "of him alone"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("words that hold their places", () => {
  it.each([
    ["«Р» вместо «Л»", "Л вместо Р", "disputed: near"],
    ["«Р» вместо «Л»", "р вместо л", "accepted: exact"],
    ["Молоко вместо воды", "молоко, а не воду", "accepted: form"],
    ["«Р» вместо «Л»", "л заменили на р", "accepted: exact"],
    ["«Р» вместо «Л»", "замена л на р", "accepted: exact"],
    ["«Р» вместо «Л»", "р на месте л", "accepted: exact"],
    ["«Р» вместо «Л»", "р заменили на л", "disputed: near"],
    ["Молоко вместо воды", "вода вместо молока", "disputed: near"],
    ["«Свой среди чужих»", "Чужие среди нас", "rejected: partial"],
    ["Сорок дней и сорок ночей", "40 дней, 40 ночей", "accepted: form"],
    ["1. Роза. 2. Азор.", "первое — роза, второе — Азор", "accepted: exact"],
    ["1. Роза. 2. Азор.", "первое — Азор, второе — роза", "rejected: wrong order"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
