/** One letter other than it should be: a slip, a form that nobody lists, or another word. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a word that the dictionary does not have", () => {
  it.each([
    ["Козлят", "козлятом", "accepted: form", "may be another case of what is no first form"],
    ["Кюри", "кюриом", "accepted: form", "or of what one does not decline"],
    ["Хрущёв", "хрущёвом", "accepted: typo", "of a first form it is a slip"],
    ["Ломоносов", "ломоносовом", "accepted: typo", "though that is a form of another word too"],
    ["Титов", "титовом", "accepted: typo", "in a word of five letters"],
    ["Генрих", "гениху", "accepted: typo", "with a slip before the ending"],
    ["Башня", "башняом", "rejected: other", "no ending follows another"],
    ["ЛСД", "лсдом", "rejected: other", "nor three letters"],
    ["КПСС", "кпссом", "rejected: other", "nor four"],
    ["Зрелищ", "зрелии", "accepted: typo", "a soft end is no hard one"],
    ["Эйфелева", "эйфелевой", "accepted: form", "an adjective that is listed otherwise"],
    ["Винни", "вины", "rejected: other", "but no noun"],
    ["Портос", "порос", "disputed: near", "and an adjective of other letters is for people to decide"],
    ["Австралия", "австриия", "rejected: other", "a slip in another country is that country"],
    ["Абонемент", "абоненти", "rejected: other", "so with any word that has a neighbour"],
    ["Счёты", "щоты", "accepted: typo", "it may be written as it is heard"],
    ["Адрес", "одресами", "accepted: typo", "at the beginning, in another case"],
    ["Тень", "тенней", "rejected: other", "a doubled letter is forgiven to adjectives"],
    ["Орёл", "ореолы", "rejected: other", "and a vowel that comes and goes is one"]
  ])("for «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a letter doubled or added", () => {
  it.each([
    ["Конь", "коннь", "accepted: typo"],
    ["Ямы", "яммы", "accepted: typo"],
    ["Киану", "кианну", "disputed: near"],
    ["Кофе", "кофен", "accepted: typo"],
    ["Япония", "япониян", "accepted: typo"],
    ["Арк", "аркр", "rejected: other"],
    ["Анна", "ана", "disputed: near"],
    ["Эмма", "эма", "disputed: near"],
    ["Колесо", "колесов", "rejected: other"],
    ["Сирано", "сиранов", "disputed: near"],
    ["Камиль", "камил", "disputed: near"],
    ["Лиана", "лианна", "accepted: typo"],
    ["Мана", "манна", "rejected: other"]
  ])("makes of «%s» hardly another word, if it makes none: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("another letter", () => {
  it.each([
    ["Рейган", "райган", "accepted: typo", "inside a name"],
    ["Петров", "петрои", "disputed: near", "at the end of a name"],
    ["Евгений", "ивгений", "disputed: near", "at its beginning"],
    ["Блок", "болк", "disputed: near", "in a name of four letters"],
    ["Какао", "какоу", "accepted: typo", "of two that nobody declines"],
    ["Упоминанием", "упоминаниы", "disputed: near", "in an ending"],
    ["Третий", "третей", "disputed: near", "in a number, if it makes a word"],
    ["Жёлтый", "жёлты", "accepted: form", "in an adjective, if it is one"],
    ["Германия", "гирманиа", "accepted: typo", "in a country, twice"]
  ])("in «%s»: «%s» is %s (%s)", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a vowel written as it is heard", () => {
  it.each([
    ["Оксана", "аксана", "disputed: near"],
    ["Маргарет", "маргарит", "disputed: near"],
    ["Роман", "раман", "rejected: other"],
    ["Кит", "кет", "rejected: other"]
  ])("makes another word of a short one: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
