/** Reminders as people write them, and as they are told back. */
import type { Reminder } from "@znatoki/chat/reminder"
import fc from "fast-check"
import { expect, it } from "vitest"
import { reminderAnswer, reminderWords } from "../../src/reminders/reminder-messages.ts"
import { reminderWishIn } from "../../src/reminders/reminder-wish.ts"

const reminders: fc.Arbitrary<Reminder> = fc.record({
  days: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .map((days) => days.toSorted() as unknown as Reminder["days"]),
  minute: fc.integer({ min: 0, max: 1_439 })
})

it("what is told of a reminder asks for the very same one", () => {
  fc.assert(
    fc.property(reminders, (reminder) => {
      expect(reminderWishIn(`Напоминай ${reminderWords(reminder)}`)).toEqual({ _tag: "Set", reminder })
      expect(reminderWishIn(`Вопрос дня ${reminderWords(reminder)}`)).toEqual({ _tag: "Question", at: reminder })
    })
  )
})

it.each([
  ["напоминай каждый четверг в 19:00", { days: [4], minute: 1_140 }],
  ["/напоминай каждую среду в 19", { days: [3], minute: 1_140 }],
  ["Напоминайте нам по субботам и воскресеньям в 9.30!", { days: [6, 7], minute: 570 }],
  ["напоминай по пн, ср и пт в 20 часов", { days: [1, 3, 5], minute: 1_200 }],
  ["напоминай ежедневно в 7:05", { days: [1, 2, 3, 4, 5, 6, 7], minute: 425 }],
  ["напоминай в 19:00", { days: [1, 2, 3, 4, 5, 6, 7], minute: 1_140 }],
  ["напоминай в 19:00 по четвергам", { days: [4], minute: 1_140 }],
  ["напоминай в будни в 8 вечера", { days: [1, 2, 3, 4, 5], minute: 1_200 }],
  ["напоминай в выходные в 2 часа дня", { days: [6, 7], minute: 840 }],
  ["напоминай по пятницам в 9 утра", { days: [5], minute: 540 }],
  ["напоминай в пятницу в 19", { days: [5], minute: 1_140 }],
  ["напоминай в 20:30 во вторник и в четверг", { days: [2, 4], minute: 1_230 }],
  ["напоминай в среду и пятницу в 19:00", { days: [3, 5], minute: 1_140 }],
  ["напоминай по субботам в 12 ночи", { days: [6], minute: 0 }],
  ["напоминай по субботам в 11 ночи", { days: [6], minute: 1_380 }],
  ["напоминай по субботам в 21 час вечера", { days: [6], minute: 1_260 }]
])("«%s» is understood", (text, reminder) => {
  expect(reminderWishIn(text)).toEqual({ _tag: "Set", reminder })
})

it.each([
  ["вопрос дня каждый день в 12:00", { days: [1, 2, 3, 4, 5, 6, 7], minute: 720 }],
  ["вопрос дня в 12:00 каждый день", { days: [1, 2, 3, 4, 5, 6, 7], minute: 720 }],
  ["вопрос дня в 18:30 по будням", { days: [1, 2, 3, 4, 5], minute: 1_110 }],
  ["Вопрос дня в 9", { days: [1, 2, 3, 4, 5, 6, 7], minute: 540 }],
  ["/вопрос дня по будням в 18.30!", { days: [1, 2, 3, 4, 5], minute: 1_110 }],
  ["задавай вопрос дня по пн и пт в 20 часов", { days: [1, 5], minute: 1_200 }],
  ["вопрос дня выключить", null],
  ["Отключи вопрос дня.", null]
])("«%s» is about the question of the day", (text, at) => {
  expect(reminderWishIn(text)).toEqual({ _tag: "Question", at })
})

it.each([
  "вопрос дня в 25:00",
  "вопрос дня каждый год в 12:00",
  "у меня вопрос дня на два",
  "напоминай",
  "напоминай каждый четверг",
  "напоминай в среду в 25:00",
  "напоминай каждый год в 19:00",
  "напоминай в 19:00 про хлеб",
  "он мне напоминает кота"
])("«%s» is talk", (text) => {
  expect(reminderWishIn(text)).toBeNull()
})

it("the rest is asked for by words of its own", () => {
  expect(reminderWishIn("Напоминания?")).toEqual({ _tag: "List" })
  expect(reminderWishIn("Вопрос дня?")).toEqual({ _tag: "WhichQuestion" })
  expect(reminderWishIn("не напоминай")).toEqual({ _tag: "Off" })
  expect(reminderWishIn("Часовой пояс: Екатеринбург")).toEqual({ _tag: "Zone", zone: "Asia/Yekaterinburg" })
  expect(reminderWishIn("часовой пояс Europe/Paris")).toEqual({ _tag: "Zone", zone: "Europe/Paris" })
  for (const town of ["Нижний Новгород", "Ростов-на-Дону", "Краснодар", "Воронеж", "Волгоград", "СПб"]) {
    expect(reminderWishIn(`часовой пояс ${town}`)).toEqual({ _tag: "Zone", zone: "Europe/Moscow" })
  }
  expect(reminderWishIn("часовой пояс Нарния")).toEqual({ _tag: "Zone", zone: null })
})

it("what is answered reads well", () => {
  const kept = {
    zone: "Asia/Omsk",
    reminders: [{ days: [4], minute: 1_140 } as const, { days: [6, 7], minute: 570 } as const]
  }
  const said = [
    reminderAnswer({ _tag: "Set", reminder: { days: [4], minute: 1_140 } }, kept),
    reminderAnswer({ _tag: "List" }, kept),
    reminderAnswer({ _tag: "List" }, { ...kept, reminders: [] }),
    reminderAnswer({ _tag: "Zone", zone: "Asia/Omsk" }, kept),
    reminderAnswer(
      { _tag: "Question", at: { days: [4], minute: 720 } },
      { ...kept, question: { days: [4], minute: 720 } }
    ),
    reminderAnswer({ _tag: "Question", at: null }, kept),
    reminderAnswer({ _tag: "WhichQuestion" }, kept)
  ]
  expect(said.map(({ text }) => text.join(""))).toEqual([
    "⏰ Договорились: зову играть каждый четверг в 19:00. Время — Омск.",
    "⏰ Зову играть:\nКаждый четверг в 19:00\nПо выходным в 9:30\n\nВремя — Омск. Другое: «часовой пояс Екатеринбург». Хватит: «не напоминай».",
    "⏰ Напоминаний нет.\nЧтобы звал играть, напишите: «напоминай каждый четверг в 19:00», «напоминай по будням в 20:30».",
    "⏰ Теперь время — Омск.",
    "💡 Договорились: вопрос дня — каждый четверг в 12:00.\n\nОтвечать может каждый. Какие вопросы — как в игре: «тема кино», «лёгкие вопросы».\nВремя — Омск. Другое: «часовой пояс Екатеринбург». Хватит: «вопрос дня выключить».",
    "💡 Вопроса дня больше не будет.",
    "💡 Вопроса дня нет.\nЧтобы задавал, напишите: «вопрос дня каждый день в 12:00», «вопрос дня по будням в 18:30»."
  ])
})
