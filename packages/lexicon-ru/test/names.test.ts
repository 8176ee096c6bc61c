/** What names about a surname make of an answer. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a surname", () => {
  it.each([
    ["Сергей Есенин", "Есенин", "accepted: form", "answers a reference that has more"],
    ["Иоганн Себастьян Бах", "бах", "accepted: form", ""],
    ["Людвиг ван Бетховен", "Бетховен", "accepted: form", "whatever particle stands before it"],
    ["Николай Римский-Корсаков", "Римский-Корсаков", "accepted: form", "of two parts too"],
    ["Николай Гумилёв", "Гумилёв", "disputed: partial", "unless it has several bearers"],
    ["Генрих Манн", "Манн", "disputed: partial", ""],
    ["Генрих Манн", "Генрих", "rejected: partial", "a name says less"],
    ["Сергей Есенин", "у Есенина", "accepted: form", "in whatever case"],
    ["Есенин", "к Есенину", "accepted: form", ""],
    ["Николай Степанович Гумилёв", "Николай Гумилёв", "accepted: form", "or with one of his names"],
    ["Лев Николаевич Толстой", "Николай Толстой", "disputed: partial", "that is one of his"],
    ["Стивен Кинг", "кинг", "accepted: form", "of whom one is meant by it"],
    ["Мартин Лютер Кинг", "кинг", "disputed: partial", "and no other is"],
    ["Усэйн Болт", "болт", "accepted: form", "be it a word, after a name that no dictionary has"],
    ["Нью-Йорк", "йорк", "disputed: partial", "nor the end of a place"],
    ["Иван Грозный", "Грозный", "accepted: form", "an epithet is as good, where nobody else bears it"],
    ["Мария Антуанетта", "Антуанетта", "disputed: partial", "nor is a second name"],
    ["Площадь Ленина", "Ленина", "disputed: partial", "nor that of a square"],
    ["«Анна Каренина»", "каренина", "disputed: partial", "nor that in a title"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, expected) => {
    expect(saidOf(answer, given)).toBe(expected)
  })
})

describe("a name more", () => {
  it.each([
    ["Пушкин", "Александр Пушкин", "accepted: form", "true"],
    ["Лев Толстой", "лев николаевич толстой", "accepted: form", "a patronymic"],
    ["Жванецкий", "М. Жванецкий", "accepted: form", "an initial"],
    ["[Лев] Толстой", "Толстой Л. Н.", "accepted: form", "initials behind"],
    ["Александр Солженицын", "А.И. Солженицын", "accepted: form", "«и» is one of them"],
    ["Есенин", "сергей есенен", "accepted: typo", "with a slip in the surname"],
    ["Сергей Есенин", "Сергей Александрович Есенен", "accepted: typo", ""],
    ["Васнецов", "В. Васнецов", "accepted: form", "of one of several"],
    ["Толстой", "А. Толстой", "accepted: form", ""],
    ["Толстой", "Lev Толстой", "accepted: form", ""],
    ["Г. Манн", "Генрих Манн", "accepted: form", "as the reference begins it"],
    ["Г. Манн", "Томас Манн", "rejected: wrong name", "or does not"],
    ["Л. Н. Толстой", "Лев Толстой", "accepted: form", ""],
    ["Л. Н. Толстой", "Алексей Толстой", "rejected: wrong name", ""],
    ["Л. Н. Толстой", "Лев Константинович Толстой", "rejected: wrong name", ""],
    ["Антон Павлович Чехов", "Антон Пантелеевич Чехов", "rejected: wrong name", "beside a wrong patronymic"],
    ["Михаил Кутузов", "М. К. Кутузову", "rejected: wrong name", "or its letter"],
    ["Есенин", "К. Есенин", "rejected: wrong name", "no preposition"],
    ["К Пушкину", "к Александру Пушкину", "accepted: form", "after one"],
    ["К Пушкину", "к Ивану Пушкину", "rejected: wrong name", ""],
    ["Пушкин", "Александра Пушкина", "accepted: form", "in whatever case"],
    ["Чаплин [и Гитлер]", "Чарли Чаплин", "accepted: form", "of the one who is asked for"],
    ["Есенин", "А. Есенин", "rejected: wrong name", "and not that of the father"],
    ["Антон Чехов", "А.И. Чехов", "rejected: wrong name", "«и» is one of them"],
    ["Антон Чехов", "И. Чехов", "rejected: wrong name", ""],
    ["Антон Чехов", "Чехов И.", "rejected: wrong name", ""],
    ["Доктор Ватсон", "д-р Ватсон", "accepted: form", "whose patronymic nobody knows"],
    ["Исаак Ньютон", "Исаак Исаакович Ньютон", "accepted: form", ""],
    ["Иоганн Бах", "Себастьян Бах", "accepted: form", "another of his"],
    ["Авраам Линкольн", "абрахам линкольн", "accepted: form", ""],
    ["Бах", "Sebastian Бах", "accepted: form", ""],
    ["Моцарт", "Вольфганг великий Моцарт", "disputed: extra words", "and no other word"],
    ["Лев Толстой", "Лев Толстой Достоевский", "disputed: extra words", "or a second surname"],
    ["Николай Гумилёв", "Гумилёв Степанович", "accepted: form", "a patronymic alone"],
    ["Жванецкий", "Михаил Михалыч Жванецкий", "accepted: form", "shortened"],
    ["Брюллов", "Карл Палыч Брюллов", "accepted: form", ""],
    ["Толстой", "Алексей Константиныч Толстой", "accepted: form", ""],
    ["Лёва Толстой", "Лев Иванович Толстой", "rejected: wrong name", "a wrong one"],
    ["[Лев] Толстой", "Алексей Толстой", "rejected: wrong name", "somebody else's, though such a one lived"],
    ["[Лев] Толстой", "А. Толстой", "rejected: wrong name", "somebody else's initial"],
    ["[Лев] Толстой", "А. Н. Толстой", "rejected: wrong name", ""],
    ["Николай Гумилёв", "Лев Гумилёв", "rejected: wrong name", "in place of the right one"],
    ["Есенин", "иван есенин", "rejected: wrong name", "that no well-known bearer had"],
    ["[Дуглас] Адамс", "Джон Адамс", "rejected: wrong name", ""],
    ["Михаил Кутузов", "Кутузов Михаил Иванович", "rejected: wrong name", "a wrong patronymic"],
    ["Юрий Гагарин", "Юра Гагарин", "accepted: form", "short for the right one"],
    ["Юрий Гагарин", "Юстас Гагарин", "disputed: partial", "perhaps a spelling of the right one"],
    ["Михаил Лермонтов", "Мишель Лермонтов", "disputed: near", "perhaps another for the right one"],
    ["Михаил Лермонтов", "Мишель Юрьевич Лермонтов", "disputed: near", ""],
    ["Иоганн Вольфганг Гёте", "Вольдемар Гёте", "disputed: near", ""],
    ["Михаил Лермонтов", "Максим Лермонтов", "rejected: wrong name", ""],
    ["Жванецкий", "Иван Жванецкий", "rejected: wrong name", ""],
    ["Синичкин", "Иван Синичкин", "disputed: extra words", "of whom nobody knows"]
  ])("of «%s»: «%s» is %s (%s)", (answer, given, expected) => {
    expect(saidOf(answer, given)).toBe(expected)
  })

  it("is true when the question says it", () => {
    const question = { answer: "Синичкин", text: "Кого звали Иваном и боялись утки?" }
    expect(saidOf(question, "Иван Синичкин")).toBe("accepted: form")
    expect(saidOf("Чехов", "Михаил Чехов")).toBe("rejected: wrong name")
    const actor = { answer: "Чехов", text: "Какой актёр по имени Михаил уехал в Америку?" }
    expect(saidOf(actor, "Михаил Чехов")).toBe("accepted: form")
  })

  it("of an alternative of the reference is true, and of незачёт is not", () => {
    const weasley = { answer: "Уильям Уизли", accepted: ["Уильям; Вильям; Билл"] }
    expect(saidOf(weasley, "Билл Уизли")).toBe("accepted: form")
    expect(saidOf(weasley, "Рон Уизли")).toBe("rejected: wrong name")
    const tolstoy = { answer: "Лев Толстой", accepted: ["Толстой"], rejected: ["Алексей Толстой"] }
    expect(saidOf(tolstoy, "Лев Николаевич Толстой")).toBe("accepted: form")
    expect(saidOf(tolstoy, "Толстой")).toBe("accepted: exact")
  })
})

describe("a surname that is a place", () => {
  it.each([
    ["Лондон", "Джек Лондон", "disputed: extra words"],
    ["Лондон", "в лондоне", "accepted: form"],
    ["[Джек] Лондон", "Джек Лондон", "accepted: exact"],
    ["Гоголь", "Николай Гоголь", "accepted: form"]
  ])("is the place when it stands alone: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("is the person when the question asks for one", () => {
    expect(saidOf({ answer: "Лондон", text: "Какой писатель был моряком?" }, "Джек Лондон")).toBe("accepted: form")
  })
})

describe("several people", () => {
  it.each([
    ["Илья Ильф и Евгений Петров", "Петров и Ильф", "accepted: form", "are told by their surnames"],
    ["Илья Ильф и Евгений Петров", "писатели Ильф, Петров", "accepted: form", "in whatever way they are joined"],
    ["Илья Ильф и Евгений Петров", "Ильф", "rejected: partial", "all of them"],
    ["Илья Ильф и Евгений Петров", "Ильф и Катаев", "rejected: other", "and nobody else"],
    ["Илья Ильф и Евгений Петров", "Илья и Евгений", "rejected: partial", "not by their names"],
    ["Илья Ильф и Евгений Петров", "Пётр Ильф и Евгений Петров", "rejected: wrong name", "least of all by a wrong one"],
    ["Минин и Пожарский", "Кузьма Минин и Дмитрий Пожарский", "accepted: form", "true names are welcome"],
    ["Минин и Пожарский", "Иван Минин и Дмитрий Пожарский", "rejected: wrong name", "wrong ones are not"],
    ["Ромео и Джульетта", "Ромео", "rejected: partial", "one of a pair is none"],
    ["Аркадий и Борис Стругацкие", "Стругацкие", "accepted: form", "of one surname are told by it"],
    ["Братья Стругацкие", "Аркадий и Борис Стругацкие", "accepted: form", "or by all their names"],
    ["Аркадий и Борис Стругацкие", "братья Стругацкие", "accepted: form", "or as a family"],
    ["Аркадий и Борис Стругацкие", "Борис Стругацкий", "rejected: partial", "one of them is not enough"],
    ["Братья Стругацкие", "Пётр и Иван Стругацкие", "rejected: wrong name", "nor are others of that surname"],
    ["Братья Гримм", "сёстры Гримм", "disputed: partial", "nor their sisters"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, expected) => {
    expect(saidOf(answer, given)).toBe(expected)
  })
})

it("is no reason to doubt a form of a common word: «ежи»", () => {
  expect(saidOf("Ёж", "ежи")).toBe("accepted: form")
  expect(saidOf("Перо", "Перу")).toBe("disputed: near")
})

describe("two surnames", () => {
  it.each([
    ["Толкин", "Толкиен", "accepted: typo", "are one if they are two spellings of one person's"],
    ["Джейн Остен", "остин", "accepted: typo", ""],
    ["Толкин", "Толстой", "rejected: other", ""],
    ["Эйнштейн", "Эйзенштейн", "rejected: other", "but not of two people's"],
    ["Стефенсон", "Стивенсон", "rejected: other", ""],
    ["Фёдор Достоевский", "Тьюринг Достоевский", "disputed: partial", "are no name and surname"],
    ["[Фёдор] Достоевский", "Малевич Достоевский", "disputed: extra words", "nor a patronymic and a surname"],
    ["Фёдор Достоевский", "Алан Достоевский", "rejected: wrong name", "a name is no title, whatever else it is"],
    ["Фёдор Достоевский", "писатель Достоевский", "accepted: form", ""],
    ["Дмитрий Шостакович", "шостакович", "accepted: form", "«Шостакович» is one"]
  ])("«%s» and «%s» are %s (%s)", (answer, given, expected) => {
    expect(saidOf(answer, given)).toBe(expected)
  })
})
