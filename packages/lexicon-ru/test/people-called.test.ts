/** People called by more or fewer of their names: one of them, two, and a family. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("two of one surname", () => {
  it.each([
    ["Аркадий и Борис Стругацкие", "А. и Б. Стругацкие", "accepted: form"],
    ["Аркадий и Борис Стругацкие", "Аркадий Натанович и Борис Натанович Стругацкие", "accepted: form"],
    ["Аркадий и Борис Стругацкие", "Стругацкие Аркадий и Борис", "accepted: word order"],
    ["Аркадий и Борис Стругацкие", "Стругацких", "accepted: form"],
    ["Аркадий и Борис Стругацкие", "Стругацкий", "rejected: partial"],
    ["Аркадий и Борис Стругацкие", "Стругацкого", "rejected: partial"],
    ["Аркадий и Борис Стругацкие", "А. Стругацкий", "rejected: partial"],
    ["Аркадий и Борис Стругацкие", "В. и Б. Стругацкие", "rejected: partial"],
    ["Аркадий и Борис Стругацкие", "Аркадий Петрович и Борис Петрович Стругацкие", "rejected: wrong name"],
    ["Аркадий и Борис Стругацкие", "Аркадий и Пётр Стругацкие", "rejected: other"],
    ["Аркадий и Борис Стругацкие", "братья Аркадий и Борис Стругацкие", "accepted: form"],
    ["Братья Стругацкие", "Борис Натанович Стругацкие", "rejected: other"],
    ["Братья Стругацкие", "Стругацкие", "accepted: form"],
    ["Братья Стругацкие", "братья Аркадий и Борис Стругацкие", "accepted: form"],
    ["Братья Стругацкие", "писатели Стругацкие", "accepted: form"],
    ["Братья Стругацкие", "А. и Б. Стругацкие", "accepted: form"],
    ["Братья Стругацкие", "В. Стругацкий", "disputed: partial"],
    ["Братья Гримм", "Гримм Якоб и Вильгельм", "accepted: form"],
    ["Братья Гримм", "Гримм", "accepted: form"],
    ["Братья Гримм", "Якоб Гримм", "rejected: other"],
    ["Братья Гримм", "Иоганн и Пётр Гримм", "rejected: wrong name"],
    ["Братья Люмьер", "Огюст и Луи Люмьер", "accepted: form"],
    ["Братья Люмьер", "Луи Люмьер", "rejected: other"],
    ["Братья Люмьер", "Люмьеры", "accepted: form"],
    ["Братья Райт", "Уилбур и Орвилл Райт", "accepted: form"]
  ])("«%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("two of two surnames", () => {
  it.each([
    ["Илья Ильф и Евгений Петров", "И. Ильф, Е. Петров", "accepted: form"],
    ["Илья Ильф и Евгений Петров", "П. Ильф и Е. Петров", "rejected: wrong name"],
    ["Илья Ильф и Евгений Петров", "И. А. Ильф и Е. П. Петров", "accepted: form"],
    ["Илья Ильф и Евгений Петров", "Ильф И. А. и Петров Е. П.", "accepted: form"],
    ["Толстой и Достоевский", "Л. Н. Толстой и Ф. М. Достоевский", "accepted: form"],
    ["Толстой и Достоевский", "Л. Н. Толстой и Ф. П. Достоевский", "rejected: wrong name"],
    ["Толстой и Достоевский", "Л. Н. Толстой, Ф. М. Достоевский", "accepted: form"],
    ["Толстой и Достоевский", "писатели Ф. М. Достоевский и Л. Н. Толстой", "accepted: form"],
    ["Илья Репин и Иван Шишкин", "И. Е. Репин и И. И. Шишкин", "accepted: form"],
    ["Толстой и Достоевский", "Толстой Лев Николаевич и Достоевский Фёдор Михайлович", "accepted: form"],
    ["Толстой и Достоевский", "Толстой Лев Николаевич, Достоевский Фёдор Михайлович", "accepted: form"],
    ["Минин и Пожарский", "Кузьме Минину и Дмитрию Пожарскому", "accepted: form"],
    ["Минин и Пожарский", "Кузьма Минин и Дмитрий Михалыч Пожарский", "accepted: form"],
    ["Маркс и Энгельс", "К. Г. Маркс и Ф. Энгельс", "accepted: form"],
    ["Маркс и Энгельс", "Карл Генрихович Маркс и Фридрих Энгельс", "accepted: form"],
    ["Маркс и Энгельс", "Карл Маркс, Карл Энгельс", "rejected: wrong name"],
    ["Маркс и Энгельс", "Энгельс Карл, Маркс Фридрих", "rejected: wrong name"],
    ["Маркс и Энгельс", "Маркс Фридрих и Карл Энгельс", "rejected: wrong name"],
    ["Маркс и Энгельс", "Маркс Фридрих, Энгельс Фридрих", "rejected: wrong name"],
    ["Маркс и Энгельс", "Маркс, Энгельс Карл", "rejected: wrong name"],
    ["Маркс и Энгельс", "Фридрих Маркс, Энгельс", "rejected: wrong name"],
    ["Маркс и Энгельс", "Маркс, Фридрих Энгельс", "accepted: form"],
    ["Маркс и Энгельс", "Маркс Карл, Энгельс", "accepted: form"],
    ["Илья Ильф и Евгений Петров", "Ильф Илья и Петров Евгений", "accepted: word order"],
    ["Илья Ильф и Евгений Петров", "Илья Арнольдович Ильф и Евгений Петров", "accepted: form"],
    ["Илья Ильф и Евгений Петров", "Ильф и Иван Петров", "rejected: wrong name"],
    ["Илья Ильф и Евгений Петров", "Ильф и Перов", "rejected: partial"],
    ["Илья Ильф и Евгений Петров", "Петров Евгений, Ильф", "accepted: form"],
    ["Минин и Пожарский", "К. Минин и Д. Пожарский", "accepted: form"],
    ["Минин и Пожарский", "князь Пожарский и купец Минин", "accepted: form"],
    ["Минин и Пожарский", "Дмитрий Пожарский и Минин", "accepted: form"],
    ["Минин и Пожарский", "Кузьма Минин и Дмитрий Иванович Пожарский", "rejected: wrong name"],
    ["Маркс и Энгельс", "К. Маркс, Ф. Энгельс", "accepted: form"],
    ["Маркс и Энгельс", "Ф. Маркс и К. Энгельс", "rejected: wrong name"],
    ["Маркс и Энгельс", "Карл Маркс и Карл Энгельс", "rejected: wrong name"],
    ["Карл Маркс и Фридрих Энгельс", "Маркс, Энгельс", "accepted: form"],
    ["Карл Маркс и Фридрих Энгельс", "Маркс и Ленин", "rejected: other"]
  ])("«%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("one", () => {
  it.each([
    ["Гай Юлий Цезарь", "Цезарь", "accepted: form"],
    ["Юлий Цезарь", "Гай Юлий Цезарь", "accepted: form"],
    ["Вольфганг Моцарт", "Вольфганг Амадей Моцарт", "accepted: form"],
    ["Эрнест Хемингуэй", "Эрнест Миллер Хемингуэй", "accepted: form"],
    ["Сальвадор Дали", "Salvador Дали", "accepted: transliteration"],
    ["Лев Толстой", "граф Лев Толстой", "accepted: form"],
    ["Лев Толстой", "граф Толстой", "disputed: partial"],
    ["Лев Толстой", "Лев Палыч Толстой", "rejected: wrong name"],
    ["Михаил Кутузов", "Михаил Илларионович Кутузов", "accepted: form"],
    ["Михаил Кутузов", "Михайло Кутузов", "accepted: form"],
    ["Михаил Кутузов", "М. И. Кутузов", "accepted: form"],
    ["Михаил Кутузов", "М. П. Кутузов", "rejected: wrong name"],
    ["Михаил Кутузов", "Кутузов М.", "accepted: word order"],
    ["Михаил Кутузов", "П. Кутузов", "rejected: wrong name"],
    ["Антон Чехов", "Антон Палыч Чехов", "accepted: form"],
    ["Антон Чехов", "Антоша Чехов", "accepted: form"],
    ["Антон Чехов", "Михаил Чехов", "rejected: wrong name"],
    ["Чехов", "Антон Павлович", "rejected: other"],
    ["Иван Тургенев", "Тургенев Иван Сергеич", "accepted: form"],
    ["Иван Тургенев", "Иван Петрович Тургенев", "rejected: wrong name"],
    ["Сергей Есенин", "С. А. Есенин", "accepted: form"],
    ["Сергей Есенин", "А. С. Есенин", "rejected: wrong name"],
    ["Константин Циолковский", "Циолковский К. Э.", "accepted: form"],
    ["Константин Циолковский", "Циолковский Э.", "rejected: wrong name"],
    ["Сидоров", "С. Сидоров", "accepted: form"],
    ["Сидоров", "Сидор Сидорович Сидоров", "disputed: extra words"],
    ["Леонардо да Винчи", "Винчи", "accepted: form"],
    ["Леонардо да Винчи", "Леонардо", "disputed: partial"],
    ["Винсент ван Гог", "Гог", "accepted: form"],
    ["Винсент ван Гог", "Винцент ван Гог", "accepted: typo"],
    ["Винсент ван Гог", "Тео ван Гог", "rejected: other"]
  ])("«%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("people of whom nobody knows", () => {
  it.each([
    ["Сергей Сидоров", "Сергей Петрович Сидоров", "accepted: form"],
    ["Сергей Сидоров", "Павел Сидоров", "rejected: wrong name"],
    ["Сергей Сидоров", "П. Сидоров", "rejected: wrong name"],
    ["Сергей Сидоров", "С. П. Сидоров", "accepted: form"],
    ["Сергей Петрович Сидоров", "С. К. Сидоров", "rejected: wrong name"],
    ["Сергей Петрович Сидоров", "Сергей Кузьмич Сидоров", "rejected: wrong name"],
    ["Сергей Иванович Сидоров", "Сергей Иваныч Сидоров", "accepted: form"],
    ["А. Сидоров", "Антон Сидоров", "accepted: form"],
    ["А. Сидоров", "Павел Сидоров", "rejected: wrong name"],
    ["А. С. Сидоров", "Антон Сергеевич Сидоров", "accepted: form"],
    ["П. Сидоров и Л. Кузнецов", "Пётр Сидоров и Лев Кузнецов", "accepted: form"],
    ["Сергей Сидоров и Пётр Кузнецов", "Сидоров и Кузнецов", "accepted: form"],
    ["Сергей Сидоров и Пётр Кузнецов", "Павел Сидоров и Пётр Кузнецов", "rejected: wrong name"],
    ["Сергей Сидоров и Пётр Кузнецов", "Л. Сидоров и Пётр Кузнецов", "rejected: wrong name"],
    ["Сергей Сидоров и Пётр Кузнецов", "Сидоров и Пётр Ильич Кузнецов", "accepted: form"],
    ["Сергей Сидоров и Кузнецов", "Сидоров и Пётр Кузнецов", "disputed: extra words"],
    ["Сергей Сидоров и Кузнецов", "Сидоров и П. Кузнецов", "accepted: form"],
    ["Сергей и Пётр Сидоровы", "Павел и Егор Сидоровы", "rejected: wrong name"],
    ["Братья Сидоровы", "Сергей и Пётр Сидоровы", "disputed: extra words"]
  ])("are called as the reference calls them: «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("and by a name of the зачёт", () => {
    const sidorov = { answer: "Сергей Сидоров", accepted: ["Ваня"] }
    expect(saidOf(sidorov, "Ваня Петрович Сидоров")).toBe("accepted: form")
    expect(saidOf(sidorov, "Ваню Петровича Сидорова")).toBe("accepted: form")
    expect(saidOf(sidorov, "Павел Петрович Сидоров")).toBe("rejected: wrong name")
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
