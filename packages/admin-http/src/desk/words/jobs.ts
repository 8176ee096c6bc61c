/** What the page of jobs says, in both languages. */
import type { Language } from "./words.ts"

type Name =
  | "title"
  | "hint"
  | "schedule"
  | "job"
  | "when"
  | "next"
  | "last"
  | "failed"
  | "runs"
  | "runsOf"
  | "all"
  | "state"
  | "attempts"
  | "began"
  | "outcome"
  | "start"
  | "again"
  | "show"
  | "none"
  | "noRuns"
  | "never"
  | "digest"
  | "digestHint"
  | "noDigest"
  | "day"
  | "games"
  | "wins"
  | "rounds"
  | "right"
  | "players"
  | "appeals"
  | "openAppeals"
  | "byCommunity"
  | "community"
  | "undelivered"
  | "parked"
  | "proposals"
  | "disliked"
  | "failedJobs"
type State = "waiting" | "running" | "done" | "failed"

interface JobWords {
  readonly says: { readonly [N in Name]: string }
  readonly states: { readonly [S in State]: string }
  /** What each is for; one of another version has its name. */
  readonly jobs: Readonly<Record<string, string>>
  /** What is counted; what is not named here has its own name. */
  readonly figures: Readonly<Record<string, string>>
  /** Why a run came to nothing, in words of ours; null: in those of whoever failed. */
  readonly error: (error: string) => string | null
}

/** See `errorText` in `jobs`. */
const unanswered = /^the database did not answer: (.*)$/s
const thrown = "something else than an error was thrown"

const errorInRussian = (error: string): string | null => {
  const operation = unanswered.exec(error)?.[1]
  if (operation !== undefined) return `База данных не ответила («${operation}»).`
  return error === thrown ? "Сломалось, не сказав почему; подробности — в журнале сервера." : null
}

export const jobWords: { readonly [L in Language]: JobWords } = {
  ru: {
    says: {
      title: "Задания",
      hint: "То, что делается по часам, пока идут игры. Время московское. Сколько бы ни было процессов, каждое выполняет один из них; не получилось — пробует ещё раз.",
      schedule: "По расписанию",
      job: "Задание",
      when: "Расписание",
      next: "В следующий раз",
      last: "Последний раз",
      failed: "Не удалось",
      runs: "Выполнения",
      runsOf: "Какие",
      all: "все",
      state: "Состояние",
      attempts: "Попыток",
      began: "Начато",
      outcome: "Что вышло",
      start: "Выполнить сейчас",
      again: "Ещё раз",
      show: "Показать",
      none: "Заданий пока нет: они появятся, когда запустится бот.",
      noRuns: "Ничего не найдено.",
      never: "ещё не было",
      digest: "Сводка",
      digestHint:
        "Каждое утро в девять — что было за прошлый день и что ждёт администратора. В беседу её шлёт бот, если названа в ZNATOKI_DIGEST_TO.",
      noDigest: "Сводок пока нет: первая будет утром.",
      day: "День",
      games: "Игр",
      wins: "Побед знатоков",
      rounds: "Раундов",
      right: "Верных ответов",
      players: "Игроков",
      appeals: "Апелляций",
      openAppeals: "Апелляций без решения",
      byCommunity: "По сообществам",
      community: "Сообщество",
      undelivered: "Не доставлено",
      parked: "Бесед стоит",
      proposals: "Предложено вопросов",
      disliked: "Не понравилось вопросов",
      failedJobs: "Заданий не выполнено"
    },
    states: { waiting: "ждёт", running: "выполняется", done: "готово", failed: "не удалось" },
    jobs: {
      "ask-daily-questions": "Вопросы дня в беседах",
      "clear-out": "Ночная уборка: старые недоставленные сообщения и ненужные картинки",
      "close-abandoned-games": "Закрыть брошенные игры",
      "count-statistics": "Досчитать статистику",
      "daily-digest": "Сводка за день",
      "say-reminders": "Напоминания в беседах"
    },
    figures: {
      deadLetters: "недоставленных удалено",
      saidSlots: "меток сообщений удалено",
      logEvents: "событий старых игр удалено",
      pictures: "картинок удалено",
      ordered: "игр закрыто",
      counted: "игр посчитано",
      said: "напоминаний отправлено",
      asked: "вопросов дня задано",
      closed: "вопросов дня закрыто",
      games: "игр",
      wins: "побед",
      rounds: "раундов",
      right: "верных ответов",
      players: "игроков",
      appeals: "апелляций",
      overturned: "апелляций принято",
      openAppeals: "апелляций без решения",
      undelivered: "не доставлено",
      parked: "бесед стоит",
      proposals: "предложенных вопросов ждёт",
      disliked: "вопросов не понравилось",
      failedJobs: "заданий не выполнено"
    },
    error: errorInRussian
  },
  en: {
    says: {
      title: "Jobs",
      hint: "What is done by the clock while games are played, by Moscow time. Of all processes one does each; what fails is tried again.",
      schedule: "On schedule",
      job: "Job",
      when: "Schedule",
      next: "Next",
      last: "Last done",
      failed: "Failed",
      runs: "Runs",
      runsOf: "Which",
      all: "all",
      state: "State",
      attempts: "Attempts",
      began: "Begun",
      outcome: "What came of it",
      start: "Run now",
      again: "Once more",
      show: "Show",
      none: "There are no jobs yet: they are there when a bot has started.",
      noRuns: "Nothing was found.",
      never: "never yet",
      digest: "Digest",
      digestHint:
        "Each morning at nine: what was played the day before, and what waits for an admin. The bot tells it to the conversations of ZNATOKI_DIGEST_TO.",
      noDigest: "There are no digests yet: the first comes in the morning.",
      day: "Day",
      games: "Games",
      wins: "Won by the players",
      rounds: "Rounds",
      right: "Right answers",
      players: "Players",
      appeals: "Appeals",
      openAppeals: "Appeals not ruled on",
      byCommunity: "By community",
      community: "Community",
      undelivered: "Undelivered",
      parked: "Stopped conversations",
      proposals: "Questions proposed",
      disliked: "Questions disliked",
      failedJobs: "Jobs failed"
    },
    states: { waiting: "waits", running: "runs", done: "done", failed: "failed" },
    jobs: {
      "ask-daily-questions": "Questions of the day in conversations",
      "clear-out": "By night: old undelivered messages and pictures of no question",
      "close-abandoned-games": "Close abandoned games",
      "count-statistics": "Count what was not counted",
      "daily-digest": "The digest of a day",
      "say-reminders": "Reminders in conversations"
    },
    figures: {
      deadLetters: "undelivered deleted",
      saidSlots: "names of messages deleted",
      logEvents: "events of old games deleted",
      pictures: "pictures deleted",
      ordered: "games closed",
      counted: "games counted",
      said: "reminders said",
      asked: "questions of the day asked",
      closed: "questions of the day closed",
      games: "games",
      wins: "won",
      rounds: "rounds",
      right: "right answers",
      players: "players",
      appeals: "appeals",
      overturned: "appeals accepted",
      openAppeals: "appeals not ruled on",
      undelivered: "undelivered",
      parked: "stopped conversations",
      proposals: "proposed questions wait",
      disliked: "questions disliked",
      failedJobs: "jobs failed"
    },
    error: (error) => error
  }
}
