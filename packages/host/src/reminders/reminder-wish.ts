/**
 * What somebody wants of reminders and of the question of the day: «напоминай каждый четверг в 19:00», «напоминания», «не
 * напоминай», «часовой пояс Омск», «вопрос дня каждый день в 12:00», «вопрос дня выключить».
 */
import type { Reminder, ReminderWish } from "@znatoki/chat/reminder"
import { plainWords } from "../said-words.ts"
import { daysIn } from "./weekday-words.ts"
import { zoneIn } from "./zone-words.ts"

const list = new Set(["напоминания", "какие напоминания", "reminders"])
const off = new Set([
  "не напоминай",
  "не напоминайте",
  "не напоминай больше",
  "больше не напоминай",
  "отключи напоминания",
  "отключить напоминания",
  "убери напоминания"
])

const setting = /^напомина(?:й|йте|ть)(?: нам| мне)?(?: об игре)? (.+)$/u
/** Before the days or after them. */
const timed = /(?:^| )в (\d{1,2})(?: (\d{2}))?(?: час(?:а|ов)?)?(?: (утра|дня|вечера|ночи))?(?= |$)/u
const zoning = /^\/?\s*часовой\s+пояс[\s:—-]+(.+)$/isu

const questionOff = new Set([
  "вопрос дня выключить",
  "вопрос дня выключи",
  "вопрос дня отключить",
  "вопрос дня отключи",
  "вопрос дня не нужен",
  "выключить вопрос дня",
  "выключи вопрос дня",
  "отключить вопрос дня",
  "отключи вопрос дня",
  "без вопроса дня"
])
const whichQuestion = new Set(["вопрос дня", "когда вопрос дня", "question of the day"])
const asking = /^(?:задавай )?вопрос дня (.+)$/u
/** «Вопрос дня 12:00». */
const barelyTimed = /(?:^| )(\d{1,2})(?: (\d{2}))?$/u

const mayBe = /напомин|часовой|reminder|вопроса?\s+дня|question of/iu
const longest = 200

/** Null: it is about something else. With a slash or without. */
export const reminderWishIn = (text: string): ReminderWish | null => {
  // Nearly all that is said is about something else, and is to cost nothing.
  if (text.length > longest || !mayBe.test(text)) return null
  const words = plainWords(text)
  if (list.has(words)) return { _tag: "List" }
  if (off.has(words)) return { _tag: "Off" }
  const question = questionWishIn(words)
  if (question !== null) return question
  const zone = zoning.exec(text.trim())?.[1]
  if (zone !== undefined) return { _tag: "Zone", zone: zoneIn(zone) }
  const reminder = reminderIn(words)
  return reminder === null ? null : { _tag: "Set", reminder }
}

const questionWishIn = (words: string): ReminderWish | null => {
  if (whichQuestion.has(words)) return { _tag: "WhichQuestion" }
  if (questionOff.has(words)) return { _tag: "Question", at: null }
  const when = asking.exec(words)?.[1] ?? ""
  const at = momentIn(when, timed) ?? momentIn(when, barelyTimed)
  return at === null ? null : { _tag: "Question", at }
}

const reminderIn = (words: string): Reminder | null => momentIn(setting.exec(words)?.[1] ?? "", timed)

/** Without days it is every day. */
const momentIn = (when: string, time: RegExp): Reminder | null => {
  const found = time.exec(when)
  if (found === null) return null
  const [all, hours = "", minute = "00", part] = found
  const hour = hourOf(Number(hours), part)
  const days = daysIn(when.replace(all, "").trim() || "каждый день")
  if (days === null || hour > 23 || Number(minute) > 59) return null
  return { days, minute: hour * 60 + Number(minute) }
}

/** «8 вечера», «2 часа дня», «11 ночи», «12 ночи»; without a part of the day it is said of all 24. */
const hourOf = (hour: number, part: string | undefined): number => {
  if (part === undefined || part === "утра") return hour
  if (part === "ночи" && (hour < 9 || hour === 12)) return hour % 12
  return hour < 12 ? hour + 12 : hour
}
