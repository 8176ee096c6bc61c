/** When a conversation is asked its question of the day, as admins read and write it. */
import { type KeptReminders, Reminder } from "@znatoki/chat/reminder"
import { Schema } from "effect"

const Time = Schema.String.check(Schema.isPattern(/^(?:[01]\d|2[0-3]):[0-5]\d$/))

export const DailyQuestionGiven = Schema.Struct({
  /** Monday is 1. */
  days: Reminder.fields.days.check(Schema.isMaxLength(7)),
  time: Time
})

export const DailyQuestionOrderedJson = Schema.Struct({ conversation: Schema.String })

export const DailyQuestionJson = Schema.Struct({
  /** In their order; Monday is 1. */
  days: Schema.Array(Schema.Int),
  time: Schema.String,
  /** Whose clock it goes by. */
  zone: Schema.String
})

const twoDigits = (number: number): string => String(number).padStart(2, "0")

/** Null: it is asked none. */
export const dailyQuestionJson = ({ question, zone }: KeptReminders): typeof DailyQuestionJson.Type | null =>
  question === undefined
    ? null
    : {
        days: question.days,
        time: `${twoDigits(Math.floor(question.minute / 60))}:${twoDigits(question.minute % 60)}`,
        zone
      }

/** Each day once, in their order, whichever way they were named. */
export const reminderOf = ({ days, time }: typeof DailyQuestionGiven.Type): Reminder => {
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  const [first, ...others] = [...new Set(days)].toSorted((one, other) => one - other)
  return { days: [first ?? days[0], ...others], minute: hour * 60 + minute }
}
