/** What whoever pressed 👍 or 👎 under a verdict is told. */

const words = {
  New: { good: "👍 Спасибо! Запомню, что вопрос понравился", bad: "👎 Понял. Передал редакторам" },
  Changed: { good: "👍 Теперь вопрос вам нравится", bad: "👎 Теперь не нравится. Передал редакторам" },
  Same: { good: "Вы уже поставили 👍", bad: "Вы уже поставили 👎" },
  Gone: { good: "Этого вопроса больше нет", bad: "Этого вопроса больше нет" }
} as const

export const likeWords = (outcome: keyof typeof words, good: boolean): string => words[outcome][good ? "good" : "bad"]
