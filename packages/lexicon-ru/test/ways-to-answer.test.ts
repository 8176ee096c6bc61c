/** The many ways in which people write one answer. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("what kind of thing it is", () => {
  it.each([
    ["Ё", "буква ё", "accepted: form"],
    ["«Война и мир»", "роман «Война и мир»", "accepted: form"],
    ["1812", "в 1812 году", "accepted: form"],
    ["1961 год", "1961 г.", "accepted: form"],
    ["Байкал", "озеро Байкал", "accepted: form"],
    ["Лермонтов", "поэт Михаил Лермонтов", "accepted: form"],
    ["Пётр I", "царь Пётр I", "accepted: form"],
    ["Колобок", "сказка Колобок", "accepted: form"],
    ["Луна", "на Луне", "accepted: form"],
    ["Байкал", "река Байкал", "disputed: extra words"],
    ["Птица", "песня птицы", "disputed: extra words"],
    ["12", "в 12 году", "disputed: extra words"],
    ["Наполеон", "Наполеон III", "disputed: extra words"]
  ])("may be said of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("one thing by its other name, spelling or sign", () => {
  it.each([
    ["Карате", "каратэ"],
    ["Орангутан", "орангутанг"],
    ["Сэндвич", "сандвич"],
    ["Псалтирь", "псалтырь"],
    ["Таллин", "Таллинн"],
    ["Татуировка", "тату"],
    ["Телевизор", "ТВ"],
    ["Метрополитен", "метро"],
    ["Евро", "€"],
    ["Доллар", "$"],
    ["Рубль", "₽"]
  ])("«%s» is said by «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toMatch(/^accepted/)
  })

  it("and no sign says another thing", () => {
    expect(saidOf("Евро", "$")).toBe("rejected: other")
  })
})

describe("the word for the kind, when the reference has it", () => {
  it.each([
    ["город Москва", "Москва", "accepted: exact"],
    ["Город Санкт-Петербург", "Питер", "accepted: exact"],
    ["Река Волга", "волгой", "accepted: form"],
    ["Река Волга", "река", "rejected: partial"],
    ["столица Франции Париж", "Париж", "accepted: exact"],
    ["Столица Франции — Париж", "Лион", "rejected: other"],
    ["роман «Война и мир»", "Война и мир", "accepted: exact"],
    ["роман в стихах «Евгений Онегин»", "Евгений Онегин", "accepted: exact"],
    ["роман «Война и мир»", "мир и война", "disputed: near"],
    ["буква А", "а", "accepted: exact"],
    ["буква А", "б", "rejected: other"],
    ["буква Ё", "ё", "accepted: exact"],
    ["буква Ё", "буква е", "rejected: other"],
    ["слово «нет»", "нет", "accepted: exact"],
    ["число 13", "тринадцать", "accepted: form"],
    ["число 13", "14", "rejected: wrong number"],
    ["красный цвет", "красный", "accepted: exact"],
    ["английский язык", "английский", "accepted: exact"],
    ["русский поэт Александр Пушкин", "Пушкин", "accepted: form"],
    ["поэт Пушкин", "Пушкин", "accepted: exact"],
    ["Король Лев", "лев", "disputed: partial"],
    ["Остров Пасхи", "пасха", "disputed: partial"],
    ["Игра престолов", "престолы", "rejected: partial"],
    ["«Евгений Онегин»", "Онегин", "disputed: partial"]
  ])("may be left out of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("other names and other ways of writing", () => {
  it.each([
    ["вопросительный знак", "?", "accepted: exact"],
    ["запятая", ",", "accepted: exact"],
    ["запятая", "!", "rejected: empty"],
    ["вопросительный знак", "знак вопроса", "accepted: exact"],
    ["США", "Америка", "disputed: partial"],
    ["Америка", "США", "rejected: other"],
    ["Санкт-Петербург", "Ленинград", "disputed: partial"],
    ["30 °C", "30 градусов", "accepted: exact"],
    ["Париж", "Paris", "accepted: exact"],
    ["ВВП", "валовой внутренний продукт", "accepted: abbreviation"],
    ["2:0", "два ноль", "accepted: form"],
    ["2:0", "0:2", "rejected: wrong order"],
    ["12", "дюжина", "accepted: form"],
    ["13", "чёртова дюжина", "accepted: form"],
    ["12", "чёртова дюжина", "rejected: wrong number"],
    ["зеркало", "зеркало заднего вида", "disputed: extra words"],
    ["зеркало", "зеркальце", "accepted: form"],
    ["зонт", "зонтик", "accepted: form"],
    ["Мячик", "мяч", "accepted: form"],
    ["шар", "шарик", "disputed: near"],
    ["Дед Мороз", "дедушка мороз", "accepted: form"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word left out, cut short or spelled otherwise", () => {
  it.each([
    ["Бородинская битва", "Бородинская", "disputed: partial"],
    ["Северное сияние", "сев. сияние", "accepted: form"],
    ["Атмосферное давление", "атм. давление", "accepted: form"],
    ["Атмосферное давление", "атм давление", "rejected: other"],
    ["Йод", "иод", "accepted: form"],
    ["Ахиллесова пята", "ахиллесовой пятой", "accepted: form"],
    ["Башня Эйфеля", "Эйфелева башня", "disputed: near"],
    ["Чебурашка", "чебурашка (из мультика)", "accepted: exact"],
    ["Чебурашка", "чебурашка (или Гена)", "rejected: list of guesses"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a letter in quotes", () => {
  it.each([
    ["Заменил букву «о» на «а»", "заменил букву", "disputed: partial"],
    ["Заменил букву «о» на «а»", "заменил букву о на а", "accepted: exact"]
  ])("has to be said of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a sign", () => {
  it.each([
    [";", ";", "accepted: exact"],
    ["«;».", "«;»", "accepted: exact"],
    [";", "точка с запятой", "accepted: exact"],
    [";", "запятая", "rejected: partial"],
    [";", ":", "rejected: empty"],
    ["√2", "2", "rejected: partial"],
    ["√2", "корень из двух", "accepted: form"],
    ["√", "корень", "accepted: exact"],
    ["2+2=4", "2 + 2 = 4", "accepted: exact"],
    ["Зеркало", "🪞", "disputed: by meaning"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a number", () => {
  it.each([
    ["2", "двое", "accepted: form"],
    ["Двое", "2", "accepted: form"],
    ["Полтора", "1,5", "accepted: form"],
    ["Полтора миллиона", "1500000", "accepted: form"],
    ["3/4", "три четверти", "accepted: form"],
    ["Две трети", "2/3", "accepted: form"],
    ["0,75", "75 %", "accepted: exact"],
    ["50 %", "половина", "accepted: exact"],
    ["100 долларов", "$100", "accepted: exact"],
    ["XVI", "16", "accepted: form"],
    ["16 век", "XVI век", "accepted: form"],
    ["3/4", "3/5", "rejected: wrong number"],
    ["Две трети", "две пятых", "rejected: wrong number"],
    ["10 километров", "10 м", "rejected: other"],
    ["Шестнадцать тонн", "16 т", "accepted: form"],
    ["-5", "5", "rejected: partial"],
    ["Три", "третий", "disputed: near"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a decade and a century", () => {
  it.each([
    ["1980-е", "1980-е годы", "accepted: form"],
    ["1980-е", "восьмидесятые", "disputed: near"],
    ["1980-е", "80-е годы", "disputed: near"],
    ["1980-е годы", "80-е", "disputed: near"],
    ["80-е", "1980-е", "accepted: form"],
    ["80-е", "восьмидесятые годы", "accepted: form"],
    ["Восьмидесятые", "в 80-х", "accepted: form"],
    ["2000-е", "двухтысячные", "accepted: form"],
    ["80-е", "1880-е", "rejected: wrong number"],
    ["1980-е", "1970-е", "rejected: wrong number"],
    ["1980-е", "1980", "disputed: near"],
    ["XIX век", "девятнадцатый век", "accepted: form"],
    ["XIX век", "19 в.", "accepted: form"],
    ["XIX век", "XIX столетие", "accepted: form"],
    ["XIX", "XIX век", "accepted: form"],
    ["XIX век", "двадцатый век", "rejected: wrong number"],
    ["19", "19 век", "disputed: extra words"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the other alphabet", () => {
  it.each([
    ["Beatles", "Иуфедуы", "accepted: keyboard layout"],
    ["Help Beatles", "help Иуфедуы", "accepted: keyboard layout"],
    ["Пушкин", "Geirby", "accepted: keyboard layout"],
    ["Шекспир", "Shakespeare", "accepted: transliteration"],
    ["Google", "гугл", "accepted: transliteration"],
    ["Microsoft", "Майкрософт", "accepted: transliteration"],
    ["Дюма", "Dumas", "accepted: transliteration"],
    ["Моне", "Monet", "accepted: transliteration"],
    ["IKEA", "икея", "accepted: transliteration"],
    ["Смит", "Джонс", "rejected: other"],
    ["США", "Соединённые Штаты Америки", "accepted: abbreviation"],
    ["США", "USA", "accepted: abbreviation"],
    ["ДНК", "дезоксирибонуклеиновая кислота", "accepted: abbreviation"],
    ["США", "ССР", "rejected: other"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the order of words", () => {
  it.each([
    ["Ромео и Джульетта", "Джульетта и Ромео", "accepted: word order"],
    ["«Красное и чёрное»", "чёрное и красное", "disputed: near"],
    ["От заката до рассвета", "от рассвета до заката", "disputed: near"],
    ["Не волк, а овца", "не овца, а волк", "disputed: near"],
    ["Путь из дома к морю", "путь к морю из дома", "accepted: word order"]
  ])("of «%s» in «%s» makes it %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("does not matter where зачёт says so", () => {
    const question = { answer: "Медведя и быка", accepted: ["В любом порядке"] }
    expect(saidOf(question, "бык и медведь")).toBe("accepted: word order")
    expect(saidOf(question, "медведь и волк")).not.toMatch(/^accepted/)
  })
})

describe("two answers where one was asked for", () => {
  it.each([
    ["Пчела", "пчела и оса"],
    ["Дороги", "дураки и дороги"],
    ["Пушкин", "Пушкин и Лермонтов"]
  ])("are wrong: of «%s», «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("rejected: list of guesses")
  })
})

describe("a field", () => {
  it("may have entities and pictures in it", () => {
    expect(saidOf("&laquo;Мой&nbsp;дом&raquo; (pic: 20180047.jpg)", "мой дом")).toBe("accepted: exact")
  })

  it("with «по смыслу» leaves every answer to people, but for none", () => {
    const question = { answer: "Тень", accepted: ["по смыслу"] }
    expect(saidOf(question, "контур")).toBe("disputed: by meaning")
    expect(saidOf(question, "не знаю")).toBe("rejected: other")
  })

  it("asks people about a word that has to be there", () => {
    expect(saidOf({ answer: "Ньютон", accepted: ["По смыслу с упоминанием яблока"] }, "яблоко")).toBe(
      "disputed: by meaning"
    )
  })

  it("asks nobody about who says the opposite", () => {
    expect(saidOf({ answer: "Потерял очки", accepted: ["По смыслу"] }, "не терял очки")).toBe("rejected: negation")
  })
})

describe("a number said shorter", () => {
  it.each([
    ["1945", "в сорок пятом", "accepted: form"],
    ["1945", "45", "rejected: wrong number"],
    ["1945", "в сорок шестом", "rejected: wrong number"],
    ["XX век", "XX-й", "accepted: form"],
    ["Сто", "сотня", "accepted: form"],
    ["8 Марта", "08.03", "accepted: exact"],
    ["3 августа", "3.08", "accepted: exact"],
    ["11 сентября", "11.10", "rejected: wrong number"],
    ["2,5", "2.5", "accepted: exact"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a name as it sounds", () => {
  it.each([
    ["Эйнштейн", "einstein", "accepted: transliteration"],
    ["Жюль Верн", "Jules Verne", "accepted: transliteration"],
    ["Дон Кихот", "don quixote", "accepted: transliteration"],
    ["Бетховен", "Beethoven", "accepted: transliteration"],
    ["[Иоганн Себастьян] Бах", "Bach", "accepted: form"],
    ["Нью-Йорк", "New York", "accepted: transliteration"],
    ["Гёте", "Goethe", "accepted: transliteration"],
    ["Гарри Поттер", "Harry Potter", "accepted: transliteration"],
    ["Уильям Шекспир", "William Shakespeare", "accepted: transliteration"],
    ["Полоний", "polonium", "accepted: transliteration"],
    ["YouTube", "на ютубе", "accepted: transliteration"],
    ["Apple", "эппл", "accepted: transliteration"],
    ["Soul", "соль", "disputed: near"],
    ["Berlin", "Берн", "rejected: other"],
    ["Google", "гоголь", "rejected: other"]
  ])("«%s» is written «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what kind of place, person or state it is", () => {
  it.each([
    ["Монтевидео", "город Монтевидео", "accepted: form"],
    ["Монтевидео", "река Монтевидео", "disputed: extra words"],
    ["Чехов", "Антон Чехов", "accepted: form"],
    ["Гарри Гудини", "фокусник Гудини", "accepted: form"],
    ["Гарри Гудини", "сын Гудини", "disputed: partial"],
    ["Ностальгия", "чувство ностальгии", "accepted: form"],
    ["Кактус", "растение кактус", "accepted: form"],
    ["Сорок", "ровно 40", "accepted: form"],
    ["Сократ", "древнегреческий философ Сократ", "accepted: form"],
    ["Instagram", "соцсеть инстаграм", "accepted: form"],
    ["«Идиот»", "в романе идиот", "accepted: form"],
    ["Хэллоуин", "праздник Хэллоуин", "accepted: form"],
    ["МГУ", "МГУ им. Ломоносова", "accepted: exact"],
    ["МГУ", "МГУ имени Ломоносова", "accepted: exact"],
    ["Термос", "потому что у него был с собой термос", "accepted: form"]
  ])("may be said of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a surname after a particle", () => {
  it.each([
    ["Васко де Бальбоа", "Бальбоа", "accepted: form"],
    ["Сирано де Бержерак", "де Бержерак", "accepted: form"],
    ["Васко да Гама", "гама", "accepted: form"],
    ["Васко да Гама", "гамма", "rejected: other"]
  ])("is enough for «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("words of one root", () => {
  it.each([
    ["Горох", "горошина", "disputed: near"],
    ["Картофель", "картофелина", "disputed: near"],
    ["Поехать", "ехать", "accepted: form"],
    ["Захромать", "прихрамывать", "rejected: other"],
    ["Птичка", "птица", "disputed: near"],
    ["Шотландия", "шотландец", "rejected: other"],
    ["Стоять", "стелить", "rejected: other"]
  ])("are left to people: for «%s» «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word of two spellings", () => {
  it.each([
    ["Кощей", "Кащей"],
    ["Галоша", "калоши"],
    ["Йод", "иода"],
    ["Бриллиант", "брильянта"],
    ["Туннель", "в тоннеле"]
  ])("is one: «%s», «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toMatch(/^accepted/)
  })
})

describe("names almost alike", () => {
  it.each([
    ["Мальвина", "малвина", "disputed: near"],
    ["Маркс", "Маркес", "rejected: other"],
    ["Бразилия", "Бразилиа", "disputed: near"],
    ["Бразилиа", "Бразилия", "disputed: near"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the right answer denied", () => {
  it.each([
    ["Соль", "не соль, а сахар", "rejected: other"],
    ["Соль", "не сахар, а соль", "accepted: exact"],
    ["Соль", "не соль ли это?", "accepted: exact"],
    ["Соль", "не перец, а солонка", "rejected: other"]
  ])("is wrong, and what is said instead counts: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a whole number and tenths", () => {
  it.each([
    ["36,6", "тридцать шесть и шесть", "accepted: exact"],
    ["3,5", "три целых пять десятых", "accepted: exact"],
    ["2,5", "два с половиной", "accepted: form"],
    ["2500", "две с половиной тысячи", "accepted: form"],
    ["3,5", "два с половиной", "rejected: wrong number"],
    ["36,6", "тридцать шесть и семь", "rejected: wrong number"]
  ])("make one number: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a saying that has what is denied in it", () => {
  it("is itself before it is what remains of it", () => {
    const question = { answer: "Не имей сто рублей, а имей сто друзей", accepted: ["По словам «сто друзей»"] }
    expect(saidOf(question, "не имей 100 рублей, а имей 100 друзей")).toBe("accepted: form")
  })
})

describe("a незачёт", () => {
  it("may be said in brackets", () => {
    const question = { answer: "Терминатор", rejected: ["Терминатор из второй части"] }
    expect(saidOf(question, "терминатор (из второй части)")).toBe("rejected: in rejected")
  })
})

describe("«точный ответ»", () => {
  it("may not be said without the word for the kind", () => {
    expect(saidOf({ answer: "Город Москва", accepted: ["Точный ответ"] }, "Москва")).toBe("rejected: inexact")
  })
})

describe("«по смыслу»", () => {
  it("asks nobody about who gives up, though the answer has a «не» too", () => {
    const question = { answer: "Его не приняли в школу", accepted: ["По смыслу"] }
    expect(saidOf(question, "не знаю")).toBe("rejected: other")
  })
})

describe("English spelling", () => {
  it.each([
    ["Rolling Stones", "роллинг стоунз", "accepted: transliteration"],
    ["New York", "нью йорк", "accepted: transliteration"],
    ["Таймс", "times", "accepted: transliteration"],
    ["Австралия", "Australia", "accepted: transliteration"]
  ])("«%s» is heard as «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the author beside a title", () => {
  it.each([
    ["«Капитанская дочка»", "Пушкин, «Капитанская дочка»", "accepted: form"],
    ["«Капитанская дочка»", "повесть А. С. Пушкина «Капитанская дочка»", "accepted: form"],
    ["«Капитанская дочка»", "«Капитанская дочка» Лермонтова", "rejected: wrong name"],
    ["«Капитанская дочка»", "«Капитанская дочка», издание Маркса и Гржебина", "disputed: extra words"],
    ["«Капитанская дочка»", "капитанская ночка Пушкина", "disputed: extra words"],
    ["«Гамлет»", "Гамлет W. Shakespeare", "accepted: form"],
    ["«Пигмалион»", "пигмалион Bernard Шоу", "accepted: form"],
    ["«Двенадцать стульев»", "12 стульев Ильфа и Петрова", "accepted: form"],
    ["«Мона Лиза»", "мона лиза леонардо да винчи", "accepted: form"],
    ["«Сад камней»", "сад камней Пушкина", "disputed: extra words"],
    ["Война и мир", "мир и война", "disputed: near"],
    ["Ромео и Джульетта", "Джульетта и Ромео", "accepted: word order"]
  ])("of «%s» is true or not: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a title left out, or another kind of words before a name", () => {
  it.each([
    ["Доктор Айболит", "айболит", "accepted: exact"],
    ["Доктор Айболит", "доктор", "rejected: partial"],
    ["Граф Монте-Кристо", "монте кристо", "accepted: exact"],
    ["Король Лев", "лев", "disputed: partial"],
    ["Форд Мондео", "мондео", "disputed: partial"],
    ["Крокодил Гена", "гена", "disputed: partial"],
    ["Дед Мороз", "мороз", "disputed: partial"],
    ["Геракл", "герой геракл", "accepted: form"],
    ["Тэтчер", "муж тэтчер", "disputed: extra words"],
    ["Пушкин", "дедушка Пушкин", "accepted: form"],
    ["Екатеринбург", "г. Екатеринбург", "accepted: form"],
    ["Шри-Ланка", "остров Шри-Ланка", "accepted: form"],
    ["Тирамису", "десерт тирамису", "accepted: form"],
    ["Цезарь", "салат цезарь", "disputed: extra words"],
    ["Северный Ледовитый океан", "северный ледовитый", "disputed: partial"],
    ["Юлий Цезарь", "человек Юлий Цезарем", "disputed: extra words"],
    ["Nemo", "капитан Немо", "accepted: form"],
    ["NASA", "агентство НАСА", "accepted: form"],
    ["Барон Мюнхгаузен", "герой барон Мюнхгаузен", "accepted: form"],
    ["Буратино", "деревянный мальчик Буратино", "accepted: form"],
    ["[Нильс] Бор", "датский физик Бор", "accepted: form"],
    ["Пушкин", "друг Пушкин", "accepted: form"],
    ["Александр Дюма", "Дюма-отец Александр", "accepted: form"],
    ["Гудини", "сын Гудини", "disputed: extra words"],
    ["Счётчик Гейгера", "счётчик Анны Гейгера", "disputed: extra words"],
    ["Оскар Уайльд", "писатель Оскар Уалйд", "disputed: extra words"],
    ["Хемингуэй", "книга Хемингуэй", "disputed: extra words"],
    ["Грета Тунберг", "фильм Грета Тунберг", "disputed: extra words"],
    ["Вдохновение", "шоколад «Вдохновение»", "accepted: form"],
    ["Семь гномов", "конфеты «Семь гномов»", "disputed: extra words"],
    ["«Пушкин»", "кафе «Пушкин»", "accepted: form"],
    ["«Незнайка на Луне»", "король Незнайка на Луне", "disputed: extra words"],
    ["Двуглавый орёл", "король двуглавый орёл", "disputed: extra words"],
    ["Зайцы", "дедушка зайцы", "disputed: extra words"],
    ["Восход солнца", "явление восход слонца", "accepted: typo"],
    ["Кофе", "три кофе", "rejected: wrong number"],
    ["Ленинград", "Санкт-Петербург", "disputed: partial"],
    ["США", "Америка и Китай", "rejected: other"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("two right names of one thing", () => {
  const question = { answer: "Градусник", accepted: ["Термометр"] }

  it.each([
    ["градусник (термометр)", "accepted: form"],
    ["термометр, то есть градусник", "accepted: form"],
    ["градусник (барометр)", "disputed: extra words"]
  ])("are right together: «%s» is %s", (given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })
})

describe("a name heard wrongly", () => {
  it.each([
    ["[Фёдор] Шаляпин", "шиляпин", "accepted: typo"],
    ["Джоан Роулинг", "джоан ролинг", "accepted: typo"],
    ["«Служебный роман»", "служебный раман", "accepted: typo"],
    ["Тарзан", "тарзаном", "accepted: form"],
    ["[Антон] Чехов", "Чехов Антон Палыч", "accepted: form"],
    ["[Антон] Чехов", "Чехов Антон Иваныч", "rejected: wrong name"],
    ["Рем", "рэм", "accepted: typo"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("two ends", () => {
  it.each([
    ["±5", "плюс-минус пять", "accepted: form"],
    ["±5", "5", "rejected: partial"],
    ["10–12", "от 10 до 12", "accepted: exact"],
    ["10–12", "11", "disputed: partial"],
    ["1799–1837", "1812", "rejected: wrong number"],
    ["2–3", "2,5", "rejected: wrong number"],
    ["−10 градусов", "минус десять", "accepted: form"],
    ["1799", "в 1799-м", "accepted: form"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what only a screen or a keyboard puts in", () => {
  it.each([
    ["Зеркало", "&laquo;Зеркало&raquo;", "accepted: exact"],
    ["«Служебный роман»", "cke;t,ysq hjvfy", "accepted: keyboard layout"],
    ["Николай II", "Николай Второй, последний император", "accepted: form"]
  ])("is no answer: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("something done or only being done", () => {
  it.each([
    ["Чихнуть", "чихать", "accepted: form"],
    ["Бросить", "бросал", "accepted: form"],
    ["Красить", "покрасили", "accepted: form"],
    ["Выключить телефон", "выключать телефон", "accepted: form"],
    ["Купить", "купать", "disputed: near"],
    ["Белить", "белеть", "disputed: near"],
    ["Остановить часы", "часы остановились", "disputed: near"]
  ])("is one doing, but not what only sounds like it: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a smaller one of the same, beside a word that tells which", () => {
  it.each([
    ["Швейная машинка", "швейная машина", "accepted: form"],
    ["Каменный гость", "каменого гостя", "accepted: typo"],
    ["Железная рука", "железная ручка", "disputed: near"]
  ])("is the thing: «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a word written as it is heard", () => {
  it.each([
    ["Пчела", "пчола", "accepted: typo"],
    ["Счастье", "щастье", "accepted: typo"],
    ["Праздник", "празник", "accepted: typo"],
    ["[Владимир] Высоцкий", "высотский", "accepted: typo"],
    ["Алмаз", "алмас", "accepted: typo"],
    ["Эхо", "ехо", "accepted: typo"],
    ["Винсент Ван Гог", "Ван Гога", "accepted: form"],
    ["Красный и жёлтый", "красный+желтый", "accepted: form"],
    ["Суд", "сут", "rejected: other"],
    ["Плод", "плот", "rejected: other"],
    ["Григорий Распутин", "Гришка Распутин", "accepted: form"]
  ])("is the word, unless that is another: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("an era, a century and a name written shorter", () => {
  it.each([
    ["II век до нашей эры", "II в. до н. э.", "accepted: form"],
    ["II век до нашей эры", "2 век до н.э.", "accepted: form"],
    ["II век до нашей эры", "3 век до н. э.", "rejected: wrong number"],
    ["19 рублей", "19 в кассе", "rejected: other"],
    ["Капитан Немо", "немо", "accepted: form"],
    ["Чёрная Борода", "пират Чёрная Борода", "accepted: form"],
    ["Финский залив", "фински залив", "accepted: typo"],
    ["Кит и слон", "кит со слоном", "accepted: form"],
    ["Часовщик из Женевы", "Женева", "disputed: partial"]
  ])("is read in full: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("one action", () => {
  it.each([
    ["Хромать", "захромал", "accepted: form", "done or not"],
    ["Петь", "спеть", "accepted: form", ""],
    ["Печь", "испекли", "accepted: form", ""],
    ["Петь", "отпеть", "disputed: near", "but a prefix may make another verb of it"],
    ["Плавать", "плавание", "accepted: form", "is named by a noun too"],
    ["Мыть посуду", "мытьё посуды", "accepted: form", ""],
    ["Снять маску", "снятие маски", "accepted: form", ""],
    ["Кормить птиц", "кормление птиц", "accepted: form", "whatever becomes of its root"],
    ["Повысить цены", "повышение цен", "accepted: form", ""],
    ["Наградить", "награждение", "accepted: form", ""],
    ["Возвратиться", "возвращение", "accepted: form", ""],
    ["Смех", "смеяться", "accepted: form", "and by one without the usual ending"],
    ["Танцевать", "танцы", "accepted: form", ""],
    ["Развелись", "развод", "accepted: form", ""],
    ["Бег", "смеяться", "rejected: other", "but not by that of another"],
    ["Знать", "знание", "rejected: other", "nor by what has become a thing"],
    ["Мария", "марать", "rejected: other", "nor by a name"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the unit of a bare number", () => {
  it.each([
    ["33", "33 года", "accepted: form"],
    ["33", "33 лет", "accepted: form"],
    ["300", "300 рублей", "accepted: form"],
    ["−273", "минус 273 градуса", "accepted: form"],
    ["12", "12 километров", "disputed: extra words"],
    ["Восемьдесят дней", "80", "accepted: form"],
    ["Восемьдесят дней", "80 часов", "rejected: other"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("is any that the question names", () => {
    const question = { answer: "12", text: "Сколько километров до моря?" }
    expect(saidOf(question, "12 километров")).toBe("accepted: form")
    expect(saidOf(question, "12 минут")).toBe("disputed: extra words")
  })

  it("is whatever the question asks how many there are of", () => {
    const question = { answer: "Сорок семь", text: "Сколько струн у арфы?" }
    expect(saidOf(question, "47 струн")).toBe("accepted: form")
    expect(saidOf(question, "сорок семь струн")).toBe("accepted: form")
    expect(saidOf(question, "47 арф")).toBe("disputed: extra words")
    expect(saidOf(question, "46 струн")).toBe("rejected: wrong number")
  })
})

describe("a place", () => {
  it.each([
    ["Голландия", "в Нидерландах", "accepted: form", "has two names"],
    ["Пекин", "Бейцзин", "accepted: exact", ""],
    ["Рим", "Roma", "accepted: exact", "in another language too"],
    ["Рим", "Romania", "rejected: other", ""],
    ["Прага", "столица Чехии Прага", "accepted: form", "may be said with the country"],
    ["Афины", "Афины, Греция", "accepted: exact", ""],
    ["Афины", "Афины, Спарта", "rejected: list of guesses", "but not with another town"],
    ["Греция", "Греция, Италия", "rejected: list of guesses", "nor one country with another"],
    ["Медуза", "медуза, Греция", "rejected: list of guesses", "nor anything else with one"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("an adjective and its noun", () => {
  it.each([
    ["Детский сад", "в детсаду", "accepted: abbreviation", "are run together"],
    ["Спортивный зал", "спортзал", "accepted: abbreviation", ""],
    ["Запасные части", "запчасти", "accepted: abbreviation", ""],
    ["Стиральная машина", "стиралка", "accepted: abbreviation", "or said with one ending for both"],
    ["Газированная вода", "газировку", "accepted: abbreviation", ""],
    ["Газированная вода", "газводу", "accepted: abbreviation", ""],
    ["Газированная вода", "газика", "rejected: other", ""],
    ["Стиральная машина", "стирмашина", "accepted: abbreviation", ""],
    ["Стиральная машина", "стиральщица", "rejected: other", ""],
    ["Морозильная камера", "морозилка", "accepted: abbreviation", ""],
    ["Зачётная книжка", "зачкнижка", "accepted: abbreviation", ""],
    ["Медицинская маска", "медмаски", "accepted: abbreviation", ""],
    ["Учебный план", "учплан", "accepted: abbreviation", ""],
    ["Детский сад", "дсад", "rejected: other", "with more than a letter of the adjective"],
    ["Постоянный ток", "поток", "rejected: other", "and with more of it in what is a word by itself"],
    ["Заводская вода", "завод", "rejected: other", ""],
    ["Природный род", "природа", "rejected: other", "which ends with the noun in its own form"],
    ["Соседская еда", "сосед", "rejected: other", ""],
    ["Футбольный матч", "футбол", "rejected: other", ""],
    ["Золотая середина", "золото", "rejected: other", ""],
    ["Зажигательная смесь", "зажигалка", "rejected: other", "and no other thing"],
    ["Спортивный зал", "зал", "rejected: partial", ""],
    ["Красная площадь", "краска", "rejected: other", "of such adjectives as have no other use"],
    ["Вишнёвый сад", "детсад", "rejected: other", "if it is the same adjective"],
    ["Сад камней", "сасад", "rejected: other", "and an adjective at all"],
    ["Человек-паук", "челпаук", "rejected: other", ""],
    ["Потеря тока", "поток", "rejected: other", ""],
    ["Иванов Пётр", "ивапетр", "rejected: other", "and no name"],
    ["Александр Невский", "алневский", "rejected: other", ""],
    ["Детский сад, ясли", "детсад", "rejected: other", "and nothing more is asked for"],
    ["Детский сад «Ромашка»", "детсад", "rejected: other", ""],
    ["Большой детский сад", "детсад", "rejected: other", ""],
    ["Детский сад", "детсад ромашка", "rejected: other", "nor said"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a sentence", () => {
  it.each([
    ["Слово не воробей", "Слово не воробей, вылетит — не поймаешь", "accepted: exact", "may be said to its end"],
    ["Слово не воробей", "слово не воробей, окно", "disputed: extra words", "which is a sentence too"],
    [
      "Сто лет одиночества",
      "сто лет одиночества, полковнику никто не пишет",
      "disputed: extra words",
      "unless it is none"
    ]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("letters of the other alphabet", () => {
  it.each([
    ["Telegram", "Telegramm", "accepted: typo", "may be doubled"],
    ["Bluetooth", "blutooth", "accepted: typo", "or one of many slipped"],
    ["Telegram", "Telegran", "disputed: near", "but not the last"],
    ["Pepsi", "Popsi", "disputed: near", "nor one of few"],
    ["Coca-Cola", "кока колой", "accepted: transliteration", "and a Russian word has cases"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("small words about an answer", () => {
  it.each([
    ["Рубль", "один рубль", "accepted: form", "«one» says nothing"],
    ["Обе руки", "одна рука", "rejected: wrong number", "unless there are more"],
    ["Первый блин комом", "первый блин всегда комом", "accepted: form", ""],
    ["Трещина", "появилась трещина", "accepted: form", ""],
    ["Молоток и гвозди", "молоток, гвоздь", "accepted: form", "«и» may be a comma"],
    ["Война и мир", "война мира", "disputed: near", "if no word depends on the other"],
    ["Лошадь Пржевальского", "Пржевальский", "disputed: partial", "an animal is not who owns it"],
    ["Доктор Айболит", "Айболит", "accepted: exact", "while a title may be left out"]
  ])("«%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("two words for one thing", () => {
  it.each([
    ["Картофель", "картошка", "accepted: form"],
    ["Врач", "доктором", "accepted: form"],
    ["Телик", "телевизор", "accepted: form"],
    ["Стадион", "картошка", "rejected: other"],
    ["Термометр", "градусник", "disputed: near"],
    ["Визит к врачу", "поход к доктору", "accepted: form"],
    ["Страх темноты", "боязнь темноты", "accepted: form"],
    ["Страх темноты", "боязнь света", "rejected: other"],
    ["Погас свет", "свет потух", "accepted: word order"],
    ["Белый медведь", "полярный медведь", "accepted: exact"],
    ["Полдень", "12 дня", "accepted: exact"],
    ["Полночь", "12 дня", "rejected: other"],
    ["Золото", "Au", "accepted: exact"],
    ["Золото", "Ag", "rejected: other"],
    ["«Звёздные войны»", "Star Wars", "accepted: exact"]
  ])("«%s» is said by «%s» or not: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("whose or of what a thing is", () => {
  it.each([
    ["Нить Ариадны", "ариаднина нить", "accepted: form"],
    ["Пиррова победа", "победа Пирра", "accepted: form"],
    ["Холмы Рима", "римские холмы", "accepted: form"],
    ["Кубик льда", "ледяной кубик", "accepted: form"],
    ["Холмы Рима", "римляне", "rejected: other"],
    ["Площадь Пушкина", "Пушкинская площадь", "disputed: near"],
    ["Кубик льда", "лёдная кубышка", "rejected: other"]
  ])("of «%s» is said by the adjective: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what is said after a complete answer", () => {
  it.each([
    ["Зонт", "зонт от дождя", "accepted: form"],
    ["Шнурки", "шнурки для ботинок", "accepted: form"],
    ["Шнурки", "шнурки из ботинок", "disputed: extra words"],
    ["Зонт", "от дождя зонт", "disputed: extra words"],
    ["Привет", "привет от Пушкина", "disputed: extra words"],
    ["КГБ", "КГБ СССР", "accepted: form"],
    ["Золотое кольцо", "золотое кольцо России", "accepted: form"],
    ["Президент", "президент России", "disputed: extra words"],
    ["Снегурочка", "снегурочка (внучка деда мороза)", "accepted: exact"],
    ["Соль", "соль (сахар)", "disputed: extra words"],
    ["Соль", "соль (или сахар)", "rejected: list of guesses"],
    ["Зонт", "зонт и шляпа", "rejected: list of guesses"]
  ])("«%s» is still told or not: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a cause or a purpose", () => {
  it.each([
    ["Потому что погас свет", "погас свет", "accepted: exact"],
    ["Чтобы не уснуть", "не уснуть", "accepted: exact"],
    ["Чтобы не уснуть", "чтоб не уснуть", "accepted: exact"],
    ["Чтобы не уснуть", "чтобы уснуть", "rejected: negation"],
    ["Потому что", "что", "rejected: partial"]
  ])("«%s» needs no conjunction: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("what a host would not refuse at once", () => {
  it.each([
    ["Рукопожатие", "пожали руки", "disputed: near"],
    ["Рукопожатие", "пожали ноги", "rejected: other"],
    ["Рукоделие", "рука", "rejected: other"],
    ["Скрипка", "скрипач", "disputed: near"],
    ["Вупи Голдберг", "Вупи", "disputed: partial"],
    ["Гарри Поттер", "Гарри", "rejected: partial"],
    ["Безымянный палец правой руки", "безымянный правой руки", "disputed: partial"],
    ["Безымянный палец правой руки", "палец правой руки", "disputed: partial"],
    ["Крив был поэт, преложитель слепого Гомера", "крив был поэт, переведший слепого Гомера", "disputed: partial"],
    ["fluorescence microscopy", "microscopy", "disputed: partial"],
    ["fluorescence microscopy", "fluorescence", "rejected: partial"],
    ["Опоздал на поезд", "поезд опоздал", "disputed: near"],
    ["Опоздал на поезд", "на поезд опоздал", "accepted: word order"]
  ])("of «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it.each([
    [["все остальные слова, кончающиеся на «ножка»"], "тысяченожка", "disputed: by meaning"],
    [["reasonable equivalents"], "jumping out", "disputed: by meaning"],
    [["«ножка»"], "тысяченожка", "rejected: other"]
  ])("of a зачёт that describes what it takes, %j: «%s» is %s", (accepted, given, said) => {
    expect(saidOf({ answer: "Многоножка", accepted }, given)).toBe(said)
  })
})

describe("spelled in a hurry", () => {
  it.each([
    ["Python", "Phyton", "accepted: typo"],
    ["Стадион", "стодионом", "accepted: typo"],
    ["Стадион", "стопионов", "rejected: other"],
    ["Python", "Pithon", "disputed: near"],
    ["Сальери", "Salieri", "accepted: transliteration"],
    ["Пятая симфония", "симфония № 5", "accepted: word order"],
    ["Пятая симфония", "симфония номер пять", "accepted: word order"],
    ["Пятая симфония", "симфония № 9", "rejected: wrong number"],
    ["Коко Шанель", "Шанель №5", "rejected: other"],
    ["Вилка", "вилочка", "accepted: form"],
    ["Перец", "перчик", "accepted: form"],
    ["Палка", "палочка", "rejected: other"],
    ["Эварист Галуа", "галуаз", "rejected: other"],
    ["Мороженое", "мороженное", "accepted: typo"],
    ["Стивен Кинг", "Stephen King", "accepted: typo"],
    ["Гарри Поттер", "гари поттер", "accepted: typo"],
    ["Вячеслав Полунин", "слава полунин", "accepted: form"],
    ["666", "шесть шесть шесть", "accepted: exact"],
    ["666", "6 6 6", "accepted: exact"],
    ["66", "6 6", "rejected: wrong number"],
    ["Хет-трик", "хэт-трик", "accepted: typo"]
  ])("«%s» is «%s» or may be: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("the same in a chat", () => {
  it.each([
    ["Песочный замок", "замок из песка", "accepted: form"],
    ["Бабье лето", "бабьего лета", "accepted: form"],
    ["Пятая колонна", "5 колона", "accepted: typo"],
    ["Васко да Гама", "гамма", "rejected: other"],
    ["Пять тысяч рублей", "5к", "accepted: form"],
    ["Пять тысяч рублей", "5т.р.", "accepted: form"],
    ["Пять тысяч рублей", "5 кг", "rejected: other"],
    ["4,5", "4 1/2", "accepted: exact"],
    ["4,5", "4 3/2", "rejected: wrong number"],
    ["Тик-ток", "в тиктоке", "accepted: spacing"],
    ["Тик-ток", "в токе", "rejected: partial"],
    ["Понедельник", "пн", "accepted: form"],
    ["Понедельник", "вт", "rejected: other"],
    ["Они близнецы", "близнецы", "accepted: exact"],
    ["Он и она", "она", "rejected: partial"],
    ["Телефонная будка", "красная телефонная будка", "accepted: form"],
    ["Телефонная будка", "телефонная красная будка", "disputed: extra words"],
    ["Корень из двух", "кубический корень из двух", "disputed: extra words"],
    ["Семь гномов", "гномы 7", "accepted: word order"],
    ["Доктор Ватсон", "уотсон", "accepted: form"]
  ])("«%s» is «%s» or not: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("another thing beside the right one", () => {
  it.each([
    ["Красная Шапочка", "волк/красная шапочка", "rejected: list of guesses"],
    ["Красная Шапочка", "волк, красная шапочка", "rejected: list of guesses"],
    ["Красная Шапочка", "красная шапочка и волк", "rejected: list of guesses"],
    ["Красная Шапочка", "волк \\ красная шапочка", "rejected: list of guesses"],
    ["Красная Шапочка", "волк? красная шапочка?", "rejected: list of guesses"],
    ["Красная Шапочка", "красная шапочка, а также волк", "rejected: list of guesses"],
    ["Красная Шапочка", "красная шапочка, храбрый серый волк", "disputed: extra words"],
    ["Леонардо да Винчи", "микеланджело/леонардо да винчи", "rejected: list of guesses"],
    ["Леонардо да Винчи", "леонардо да винчи или микеланджело", "rejected: list of guesses"],
    ["Леонардо да Винчи", "микеланджело, леонардо да винчи", "rejected: list of guesses"],
    ["Собака Баскервилей", "кошка|собака баскервилей", "rejected: list of guesses"],
    ["Волк и лиса", "волк, лиса и заяц", "rejected: list of guesses"],
    ["«Алые паруса»", "Куприн, Алые паруса", "rejected: list of guesses"],
    ["Третьяковская галерея", "Третьяковская галерея, забор", "rejected: list of guesses"],
    [{ answer: "Красная Шапочка", accepted: ["Утка и селезень"] }, "волк/красная шапочка", "rejected: list of guesses"],
    ["Фритьоф Нансен", "фритьоф нансен, амундсен", "rejected: list of guesses"],
    ["Фритьоф Нансен", "фритьоф нансен, льдина", "rejected: list of guesses"],
    ["Владимир Крапивин", "владимир крапивин/анна", "rejected: list of guesses"],
    ["«Война и мир»", "война и мир, собака", "rejected: list of guesses"],
    ["Торт «Наполеон»", "пирог/наполеон", "rejected: list of guesses"],
    ["Белый кролик", "белый кролик, это заяц", "rejected: list of guesses"],
    ["Афины", "Греция/Афины", "rejected: list of guesses"]
  ])("is a second answer: of «%s», «%s» is %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })

  it.each([
    ["Леонардо да Винчи", "леонардо да винчи, микеланджело", "disputed: extra words"],
    ["Чехов", "антон павлович, чехов", "accepted: form"],
    ["Владимир Крапивин", "владимир крапивин, петрович", "accepted: form"],
    ["Красная Шапочка", "красная шапочка, синий", "accepted: form"],
    ["Стругацкие", "аркадий и борис стругацкие", "accepted: form"],
    ["Фритьоф Нансен", "фритьоф нансен, норвежец", "disputed: extra words"],
    ["«Алые паруса»", "Грин, Алые паруса", "accepted: form"],
    ["Волк и лиса", "волк, лиса", "accepted: form"],
    ["Байкал", "озеро, Байкал", "accepted: form"],
    ["Байкал", "озеро/Байкал", "accepted: form"],
    ["Афины", "Афины, Греция", "accepted: exact"],
    ["Белый кролик", "белый кролик, он же заяц", "disputed: extra words"],
    ["Белый кролик", "белый кролик, то есть заяц", "disputed: extra words"],
    ["Белый кролик", "белый кролик, т. е. заяц", "disputed: extra words"],
    ["Третьяковская галерея", "Третьяковская галерея, Москва", "accepted: form"],
    ["Третьяковская галерея", "Третьяковская галерея, музей", "accepted: form"],
    ["Пушкин", "поэт/Пушкин", "accepted: form"],
    ["Тихий Дон", "роман, тихий дон", "accepted: form"],
    ["Красный", "красный/цвет", "accepted: form"],
    ["Буква Ё", "ё/буква", "accepted: form"],
    ["Слово «мама»", "слово/мама", "accepted: exact"],
    ["Слово не воробей", "слово не воробей, окно", "disputed: extra words"],
    [{ answer: "Красная Шапочка", text: "Кого съел волк?" }, "волк, красная шапочка", "accepted: form"]
  ])("may tell of it: of «%s», «%s» is %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })

  it.each([
    ["Чёрный квадрат", "черный квадрат (красный круг)", "disputed: extra words"],
    ["Чёрный квадрат", "черный квадрат (на самом деле прямоугольник)", "accepted: exact"],
    ["Икар", "Икар (сын Дедала)", "accepted: exact"],
    ["Снегурочка", "снегурочка (внучка деда мороза)", "accepted: exact"]
  ])("in brackets may be a remark, if it is long: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
