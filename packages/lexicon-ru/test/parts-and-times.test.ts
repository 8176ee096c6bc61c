/** A part and a multiple in figures, in words and in both. */
import { expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

it.each([
  ["три четверти", "3 четверти", "accepted: form"],
  ["4/5", "4 пятых", "accepted: exact"],
  ["2/3", "2 трети", "accepted: exact"],
  ["1/8", "восьмая часть", "accepted: exact"],
  ["1/8", "в восьмую часть", "accepted: exact"],
  ["четверть", "четвёртая часть", "accepted: form"],
  ["1/100", "сотая часть", "accepted: exact"],
  ["4/5", "3 пятых", "rejected: wrong number"],
  ["1/8", "восьмая глава", "rejected: wrong number"],
  ["4/4", "4 четверти", "rejected: wrong number"],
  ["вдвое", "в 2 раза", "accepted: exact"],
  ["в три раза", "втрое", "accepted: form"],
  ["В 10 раз", "вдесятеро", "accepted: exact"],
  ["вдвое", "в три раза", "rejected: other"],
  ["Сорок градусов", "+40", "accepted: form"],
  ["Одна восьмая", "12,5 %", "accepted: form"],
  ["Полкилограмма", "500 г", "accepted: exact"],
  ["Полкилограмма", "0,5 кг", "accepted: form"],
  ["Квадратные метры", "м2", "accepted: exact"],
  ["Первое апреля", "1 апр", "accepted: form"],
  ["«Чужие»", "«Чужие» 1986", "disputed: extra words"],
  ["1945", "1941–1945", "rejected: wrong number"],
  ["1961", "12 апреля 1961", "disputed: extra words"],
  ["1961", "12 человек 1961", "rejected: wrong number"],
  ["12 апреля 1961 года", "12 апреля", "disputed: partial"],
  ["Число пи", "пи", "accepted: exact"],
  ["Два литра", "2 л", "accepted: form"],
  ["200 миллилитров", "200 мл", "accepted: form"],
  ["1 кг", "килограмм", "accepted: form"],
  ["2 кг", "килограмм", "rejected: partial"],
  ["Километр", "1 км", "accepted: form"],
  ["Километр", "2 км", "rejected: wrong number"],
  ["Первый километр", "километр", "rejected: partial"],
  ["Час", "60 минут", "accepted: exact"],
  ["Сосны", "3 сосны", "rejected: wrong number"],
  ["−40", "+40", "rejected: partial"]
])("«%s» ← «%s» is %s", (answer, given, said) => {
  expect(saidOf(answer, given)).toBe(said)
})
