import { durationWords, remains } from "@znatoki/host/duration-words"
import { describe, expect, it } from "vitest"

const second = 1_000
const minute = 60 * second
const hour = 60 * minute

describe("a length of time in words", () => {
  it.each([
    [0, "0 секунд"],
    [1, "секунда"],
    [second, "секунда"],
    [2 * second, "2 секунды"],
    [5 * second, "5 секунд"],
    [11 * second, "11 секунд"],
    [12_345, "12 секунд"],
    [21 * second, "21 секунда"],
    [30 * second, "30 секунд"],
    [59_600, "минута"],
    [minute, "минута"],
    [minute + second, "1 минута 1 секунда"],
    [90 * second, "1 минута 30 секунд"],
    [2 * minute, "2 минуты"],
    [45 * minute, "45 минут"],
    [hour, "час"],
    [hour + 30 * minute, "1 час 30 минут"],
    [hour + 30 * second, "час"],
    [6 * hour, "6 часов"],
    [12 * hour + 3 * second, "12 часов"],
    [24 * hour, "сутки"],
    [25 * hour, "1 день 1 час"],
    [21 * 24 * hour, "21 день"],
    [49 * hour, "2 дня 1 час"]
  ])("%i ms is «%s»", (ms, words) => {
    expect(durationWords(ms)).toBe(words)
  })

  it.each([
    [second, "секунду"],
    [minute, "минуту"],
    [61 * second, "1 минуту 1 секунду"],
    [12 * second, "12 секунд"],
    [22 * second, "22 секунды"],
    [21 * minute, "21 минуту"],
    [hour, "час"]
  ])("%i ms as an object is «%s»", (ms, words) => {
    expect(durationWords(ms, "accusative")).toBe(words)
  })
})

describe("how much is left", () => {
  it.each([
    [10 * second, "Осталось 10 секунд"],
    [second, "Осталась секунда"],
    [21 * second, "Осталась 21 секунда"],
    [minute, "Осталась минута"],
    [hour, "Остался час"],
    [24 * hour, "Остались сутки"],
    [21 * 24 * hour, "Остался 21 день"],
    [2 * hour, "Осталось 2 часа"],
    [90 * minute, "Осталось 1 час 30 минут"]
  ])("%i ms: «%s»", (ms, words) => {
    expect(remains(ms)).toBe(words)
  })
})
