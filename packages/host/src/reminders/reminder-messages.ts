/** What is said of reminders and of when a question of the day is asked, and the reminder itself. */
import { type KeptReminders, type Reminder, remindersMax, type ReminderWish } from "@znatoki/chat/reminder"
import type { Outgoing } from "@znatoki/chat/message"
import type { GameState } from "@znatoki/engine"
import { capital } from "../duration-words.ts"
import { startKeyboard } from "../keyboards.ts"
import { lines, paragraphs } from "../text.ts"
import { daysWords } from "./weekday-words.ts"
import { zoneWords } from "./zone-words.ts"

/** «каждый четверг в 19:00». */
export const reminderWords = ({ days, minute }: Reminder): string => {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60]
  return `${daysWords(days)} в ${hour}:${String(rest).padStart(2, "0")}`
}

const how = "«напоминай каждый четверг в 19:00», «напоминай по будням в 20:30»"

const listWords = ({ reminders, zone }: KeptReminders) =>
  reminders.length === 0
    ? lines("⏰ Напоминаний нет.", `Чтобы звал играть, напишите: ${how}.`)
    : paragraphs(
        lines("⏰ Зову играть:", ...reminders.map((one) => capital(reminderWords(one)))),
        `Время — ${zoneWords(zone)}. Другое: «часовой пояс Екатеринбург». Хватит: «не напоминай».`
      )

const questionHow = "«вопрос дня каждый день в 12:00», «вопрос дня по будням в 18:30»"

const questionAt = ({ question, zone }: KeptReminders, promise: string) =>
  question === undefined
    ? lines("💡 Вопроса дня нет.", `Чтобы задавал, напишите: ${questionHow}.`)
    : paragraphs(
        `💡 ${promise} ${reminderWords(question)}.`,
        lines(
          "Отвечать может каждый. Какие вопросы — как в игре: «тема кино», «лёгкие вопросы».",
          `Время — ${zoneWords(zone)}. Другое: «часовой пояс Екатеринбург». Хватит: «вопрос дня выключить».`
        )
      )

const answerTo = (wish: ReminderWish, kept: KeptReminders | null) => {
  if (kept === null) return lines("⏰ Напоминания сейчас не изменить. Попробуйте позже.")
  switch (wish._tag) {
    case "List":
      return listWords(kept)
    case "WhichQuestion":
      return questionAt(kept, "Вопрос дня —")
    case "Question":
      return wish.at === null
        ? lines("💡 Вопроса дня больше не будет.")
        : questionAt(kept, "Договорились: вопрос дня —")
    case "Off":
      return lines("⏰ Больше не напоминаю.")
    case "Zone":
      return wish.zone === null
        ? lines("⏰ Такого места не знаю. Назовите большой город: «часовой пояс Екатеринбург».")
        : lines(`⏰ Теперь время — ${zoneWords(kept.zone)}.`)
    case "Set": {
      const words = reminderWords(wish.reminder)
      const isKept = kept.reminders.some((one) => reminderWords(one) === words)
      return isKept
        ? lines(`⏰ Договорились: зову играть ${words}. Время — ${zoneWords(kept.zone)}.`)
        : lines(`⏰ Больше ${remindersMax} напоминаний не запомню. Начать заново: «не напоминай».`)
    }
  }
}

/** `kept`: what there is after it; null: it could not be asked for. */
export const reminderAnswer = (wish: ReminderWish, kept: KeptReminders | null): Outgoing => ({
  _tag: "Say",
  text: answerTo(wish, kept),
  keyboard: null,
  slot: null
})

/** What a conversation is told when an admin has settled its question of the day. */
export const questionOrdered = (kept: KeptReminders): Outgoing => ({
  _tag: "Say",
  text:
    kept.question === undefined
      ? lines("💡 Вопроса дня больше не будет: так решил администратор.")
      : questionAt(kept, "Администратор назначил вопрос дня —"),
  keyboard: null,
  slot: null
})

/** Null: they are playing already. */
export const reminderSaid = (state: GameState): Outgoing | null =>
  state._tag === "Idle" || state._tag === "Finished"
    ? { _tag: "Say", text: lines("⏰ Пора играть! Кто за стол?"), keyboard: startKeyboard, slot: null }
    : null
