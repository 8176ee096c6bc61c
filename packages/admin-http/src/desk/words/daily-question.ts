/** What is said of a conversation's question of the day, in both languages. */
import type { Language } from "./words.ts"

interface DailyQuestionWords {
  readonly title: string
  readonly none: string
  readonly at: (days: string, time: string, zone: string) => string
  readonly everyDay: string
  /** From Monday. */
  readonly days: ReadonlyArray<string>
  readonly hint: string
  readonly time: string
  readonly save: string
  readonly stop: string
}

export const dailyQuestionWords: { readonly [L in Language]: DailyQuestionWords } = {
  ru: {
    title: "Вопрос дня",
    none: "Вопроса дня здесь нет.",
    at: (days, time, zone) => `${days.slice(0, 1)}${days.slice(1).toLowerCase()}, ${time} (часовой пояс ${zone}).`,
    everyDay: "Каждый день",
    days: ["Понедельник", "Вторник", "Среда", "Четверг", "Пятница", "Суббота", "Воскресенье"],
    hint: "Бот задаёт один вопрос, когда игра не идёт; отвечать может каждый. Если не отмечен ни один день — каждый день. Бот примет это в течение секунды и скажет в беседе.",
    time: "Время",
    save: "Задавать",
    stop: "Больше не задавать"
  },
  en: {
    title: "Question of the day",
    none: "There is no question of the day here.",
    at: (days, time, zone) => `${days}, ${time} (time zone ${zone}).`,
    everyDay: "Every day",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    hint: "The bot asks one question while no game is played; anybody may answer. No day marked: every day. The bot goes by it within a second, and tells the conversation.",
    time: "Time",
    save: "Ask it",
    stop: "Ask no more"
  }
}
