/** One doing, done or not, and how often it is done. */
import { expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

it.each([
  ["Снять шляпу", "снимает шляпу"],
  ["Умереть", "умирать"],
  ["Собирать", "собрать"],
  ["Найти", "находит"],
  ["Войти", "входить"],
  ["Принести", "приносили"],
  ["Помогать", "помочь"],
  ["Ответить", "отвечать"],
  ["Простить", "прощать"],
  ["Исправить", "исправлять"],
  ["Победить", "побеждать"],
  ["Опоздать", "опаздывать"],
  ["Остановиться", "останавливаться"],
  ["Попасть", "попадать"],
  ["Убить", "убивать"],
  ["Взять", "брать"],
  ["Купить", "покупать"],
  ["Он левша", "был левшой"],
  ["Потому что он левша", "левша"]
])("«%s» ← «%s» is one doing", (answer, given) => {
  expect(saidOf(answer, given)).toMatch(/^accepted: (?:form|exact)$/)
})

it.each([
  ["Остановить", "останавливаться", "rejected: other"],
  ["Топить", "топтать", "rejected: other"],
  ["Купить", "купать", "disputed: near"],
  ["Водить", "вести", "rejected: other"],
  ["Никого не убивал", "никто не убил", "disputed: near"],
  ["Кто там?", "кто", "disputed: partial"]
])("«%s» ← «%s» is %s", (answer, given, said) => {
  expect(saidOf(answer, given)).toBe(said)
})

it.each([
  ["Дважды", "2 раза", "accepted: exact"],
  ["Три раза", "трижды", "accepted: form"],
  ["Дважды", "три раза", "rejected: other"]
])("so often is so many times: «%s» ← «%s» is %s", (answer, given, said) => {
  expect(saidOf(answer, given)).toBe(said)
})
