/** What the question says may be said again beside the answer, or left out of it. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

const asked = (text: string, answer: string) => ({ answer, text })

describe("what the question asks for", () => {
  it.each([
    ["Какой герой убил Минотавра?", "Тесей", "герой Тесей", "accepted: form"],
    ["Какой герой убил Минотавра?", "Тесей", "греческий герой Тесей", "accepted: form"],
    ["О каком герое речь?", "Тесей", "о герое Тесее", "accepted: form"],
    ["Какой орган клевал орёл?", "Печень", "орган печень", "accepted: form"],
    ["Какой из этих органов клевал орёл?", "Печень", "печень — орган", "accepted: form"],
    ["Назовите насекомое.", "Саранча", "насекомое саранча", "accepted: form"],
    ["Что клевал орёл?", "Печень", "орган печень", "disputed: extra words"],
    ["Какой орган клевал орёл?", "Печень", "орган сердце", "rejected: other"],
    ["Чью клятву дают врачи?", "Гиппократ", "клятву Гиппократа", "accepted: form"],
    ["Кому дают клятву врачи?", "Гиппократ", "клятву Гиппократа", "disputed: extra words"],
    ["Сколько четвертей в целом?", "четыре", "4 четверти", "accepted: form"],
    ["Какую статую нашли без рук?", "Венера Милосская", "статуя Венеры Милосской", "accepted: form"],
    ["Какой отец убил сына?", "Персей", "отец Персея", "disputed: extra words"],
    ["Какой роман вышел в 2011 году?", "Пятьдесят оттенков серого", "роман 50 оттенков серого", "accepted: form"],
    ["Чьё стихотворение он читал?", "Александр Блок", "стихотворение Блока", "accepted: form"],
    ["В каком проливе погибла эскадра?", "Цусима", "в цусимском проливе", "disputed: near"],
    ["Какие нормы сдавали в школе?", "ГТО", "нормы ГТО", "accepted: form"],
    ["Что сдавали в школе?", "ГТО", "нормы ГТО", "disputed: extra words"],
    ["На какие города упали бомбы?", "Хиросима и Нагасаки", "города Хиросима и Нагасаки", "accepted: form"],
    ["Секрет чего хранили в Китае?", "Фарфор", "секрет фарфора", "accepted: form"],
    ["Секрет чего хранили в Китае?", "Фарфор", "секрет фарфор", "disputed: extra words"],
    ["Что хранили в Китае?", "Фарфор", "секрет фарфора", "disputed: extra words"],
    ["Как звали кота?", "Бегемот", "гиппопотам", "disputed: near"],
    ["Как звали кота?", "Бегемот", "бегемота", "accepted: form"],
    ["Кто живёт в реке?", "Бегемот", "гиппопотам", "accepted: form"],
    ["Что советует поэт?", "Молчать", "нужно молчать", "accepted: exact"],
    ["Где вручают премию?", "Стокгольм", "столица Швеции Стокгольм", "accepted: form"],
    ["Где вручают премию?", "Стокгольм", "город Стокгольм", "accepted: form"],
    ["В каком сражении погибла эскадра?", "Цусима", "цусимская пушка", "rejected: other"]
  ])("«%s» «%s»: «%s» is %s", (text, answer, given, said) => {
    expect(saidOf(asked(text, answer), given)).toBe(said)
  })
})

describe("what the question has named", () => {
  it.each([
    ["Какую башню не достроили?", "Вавилонская башня", "вавилонскую", "accepted: form"],
    ["Что не достроили?", "Вавилонская башня", "вавилонскую", "disputed: partial"],
    ["Какой день отмечают 14 февраля?", "День святого Валентина", "святого валентина", "accepted: form"],
    ["Что отмечают 14 февраля?", "День святого Валентина", "святого валентина", "disputed: partial"],
    ["Какую башню не достроили?", "Вавилонская башня", "башню", "rejected: formal"],
    ["Сколько получил Иуда?", "Тридцать серебреников", "тридцать", "accepted: form"],
    ["Сколько получил Иуда?", "Тридцать серебреников", "сорок", "rejected: wrong number"],
    ["Что получил Иуда?", "Тридцать серебреников", "тридцать", "rejected: partial"],
    ["Какую высокую башню не достроили?", "Вавилонская башня", "вавилонская арка", "rejected: other"],
    ["Какие города и башни он видел?", "Вавилонская башня и Рим", "вавилонская, Рим", "rejected: partial"],
    ["Какой день отмечают?", "День святого Валентина", "валентина", "rejected: partial"],
    ["Какую башню он видел?", "Башня часов Лондона", "часов лондона", "accepted: form"],
    ["Какую башню он видел?", "Башня часов Лондона", "часов лондонских", "rejected: partial"],
    ["Какой камень упал?", "Камень с неба", "с неба", "rejected: partial"]
  ])("may be left out: «%s» «%s»: «%s» is %s", (text, answer, given, said) => {
    expect(saidOf(asked(text, answer), given)).toBe(said)
  })
})

describe("what the question tells", () => {
  it.each([
    ["Чем русалочка заплатила ведьме?", "Голос", "заплатила голосом", "accepted: form"],
    ["Чем русалочка заплатила ведьме?", "Голос", "голос русалочки", "accepted: form"],
    ["Что видно в небе?", "Радуга", "радуга в небе", "accepted: form"],
    ["Чем русалочка заплатила?", "Голос", "не заплатила голосом", "disputed: extra words"],
    ["Чем русалочка заплатила ведьме?", "Голос", "ведьма голос", "disputed: extra words"],
    ["Чем заплатил король 5 раз?", "Голос", "голос 5", "rejected: wrong number"],
    ["Какая жена была у него?", "Король", "жена короля", "disputed: extra words"]
  ])("may be said again: «%s» «%s»: «%s» is %s", (text, answer, given, said) => {
    expect(saidOf(asked(text, answer), given)).toBe(said)
  })
})

describe("what kind of a god or a thing it is", () => {
  it.each([
    ["Мойдодыр", "умывальник Мойдодыр", "accepted: form"],
    ["Мойдодыр", "мыло Мойдодыра", "disputed: extra words"],
    ["Артемида", "богиня охоты Артемида", "accepted: form"],
    ["Артемида", "богиня Артемида охоты", "disputed: extra words"],
    ["Артемида", "богиня лук Артемида", "disputed: extra words"]
  ])("may be said before its name: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("one thing more than a list has", () => {
  it.each([
    ["Лондон, Париж", "Лондон, Париж, Рим", "rejected: list of guesses"],
    ["Лондон и Париж", "Рим, Лондон и Париж", "rejected: list of guesses"],
    ["Лондон и Париж", "Лондон, Париж, в Европе", "disputed: extra words"],
    ["Пушкин и Дантес", "Пушкин и барон Дантес", "disputed: extra words"],
    ["Инь и ян", "инь, ян, инь", "accepted: form"]
  ])("is a guess: «%s» ← «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
