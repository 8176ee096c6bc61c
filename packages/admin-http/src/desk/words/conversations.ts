/** What the pages of conversations say, in both languages. */
import type { PresetName } from "@znatoki/engine"
import type { Level } from "@znatoki/chat/question-choice"
import { togetherMin } from "@znatoki/ports/statistics"
import type { Language } from "./words.ts"

type Outcome = "won" | "lost" | "drawn" | "broken off"
type Quarter = "winter" | "spring" | "summer" | "autumn"
type Name =
  | "title"
  | "next"
  | "unknown"
  | "unreadable"
  | "settle"
  | "format"
  | "asInChat"
  | "hint"
  | "rounds"
  | "pointsToWin"
  | "playersMax"
  | "lobbySeconds"
  | "discussionSeconds"
  | "choiceSeconds"
  | "answerSeconds"
  | "verdictSeconds"
  | "clock"
  | "level"
  | "theme"
  | "pack"
  | "any"
  | "mute"
  | "unmute"
  | "muteHint"
  | "isMuted"
  | "running"
  | "packs"
  | "noPacks"
  | "questions"
  | "history"
  | "seasons"
  | "season"
  | "outcome"
  | "best"
  | "empty"
  | "leaders"
  | "byAdmins"
  | "toConversation"
  | "usualTime"
  | "mates"
  | "noMates"

export interface ConversationWords extends Readonly<Record<Name, string>> {
  readonly presets: { readonly [P in PresetName]: string }
  readonly levels: { readonly [L in Level]: string }
  readonly outcomes: { readonly [O in Outcome]: string }
  readonly placeOf: (place: number, of: number) => string
  readonly quarters: { readonly [Q in Quarter]: string }
}

const russian: ConversationWords = {
  title: "Беседы",
  next: "С чего начнётся следующая игра",
  unknown: "Здесь ещё не играли: настройки будут те, с которыми работает бот.",
  unreadable: "Последнюю игру записала другая версия программы: с чего начнётся следующая, здесь не прочитать.",
  settle: "Настройки беседы",
  format: "Формат",
  asInChat: "как выберут в беседе",
  hint: "Пустое поле — как в выбранном формате. Идущая игра доиграет по своим правилам; что потом выберут в беседе, то и будет.",
  rounds: "Раундов",
  pointsToWin: "Очков до победы",
  playersMax: "Мест за столом",
  lobbySeconds: "Сбор, секунд",
  discussionSeconds: "Обсуждение, секунд",
  choiceSeconds: "Выбор отвечающего, секунд",
  answerSeconds: "Ответ, секунд",
  verdictSeconds: "Вердикт, секунд",
  clock: "Часы идут в вопросе",
  level: "Сложность вопросов",
  theme: "Тема вопросов",
  pack: "Пакет вопросов",
  any: "любые",
  mute: "Замолчать в этой беседе",
  unmute: "Снова говорить",
  muteHint:
    "Молчащий бот никого не слышит и ничего не пишет, а идущая игра встаёт на паузу. Остановить игру можно и тогда.",
  isMuted: "Бот здесь молчит.",
  running: "Идёт игра",
  packs: "Свои пакеты беседы",
  noPacks: "Своих пакетов у беседы нет.",
  questions: "Вопросы",
  history: "Последние игры",
  seasons: "Сезоны",
  season: "Сезон",
  outcome: "Чем кончилась",
  best: "Лучший игрок",
  toConversation: "К беседе",
  usualTime: "Время на верный ответ",
  mates: "С кем побеждает чаще всего",
  noMates: `Пока судить рано: нужно хотя бы ${togetherMin} игры за одним столом.`,
  placeOf: (place, of) => `${place} из ${of}`,
  empty: "Ещё ничего не сыграно.",
  leaders: "Лучшие игроки беседы",
  byAdmins: "Настройки заданы здесь, а не в беседе.",
  presets: { lightning: "Молния", quick: "Быстрая", classic: "Классика", tv: "ТВ", slow: "Медленная" },
  levels: { easy: "лёгкие", medium: "средние", hard: "сложные" },
  outcomes: { won: "победа знатоков", lost: "победа бота", drawn: "ничья", "broken off": "не доиграна" },
  quarters: { winter: "зима", spring: "весна", summer: "лето", autumn: "осень" }
}

const english: ConversationWords = {
  title: "Conversations",
  next: "What the next game begins with",
  unknown: "Nobody has played here yet: the settings will be those the bot runs with.",
  unreadable: "Another version of the program wrote the last game: what the next begins with cannot be read here.",
  settle: "Settings of the conversation",
  format: "Format",
  asInChat: "as people choose in the chat",
  hint: "An empty field is as in the format. A game that runs keeps its own rules; what people choose in the chat afterwards goes first.",
  rounds: "Rounds",
  pointsToWin: "Points to win",
  playersMax: "Seats at the table",
  lobbySeconds: "Gathering, seconds",
  discussionSeconds: "Discussion, seconds",
  choiceSeconds: "Naming who answers, seconds",
  answerSeconds: "Answer, seconds",
  verdictSeconds: "Verdict, seconds",
  clock: "The time runs in the question",
  level: "Difficulty of the questions",
  theme: "Theme of the questions",
  pack: "Pack of questions",
  any: "any",
  mute: "Be silent in this conversation",
  unmute: "Speak again",
  muteHint:
    "A silent bot hears nobody and writes nothing, and a game that runs is paused. The game can be stopped all the same.",
  isMuted: "The bot is silent here.",
  running: "A game is running",
  packs: "Packs of this conversation alone",
  noPacks: "It has no packs of its own.",
  questions: "Questions",
  history: "The last games",
  seasons: "Seasons",
  season: "Season",
  outcome: "How it ended",
  best: "Best player",
  toConversation: "To the conversation",
  usualTime: "Time for a right answer",
  mates: "With whom most of the games are won",
  noMates: `It is too early to say: it takes at least ${togetherMin} games at one table.`,
  placeOf: (place, of) => `${place} of ${of}`,
  empty: "Nothing has been played yet.",
  leaders: "Best players of the conversation",
  byAdmins: "They were set here, not in the chat.",
  presets: { lightning: "Lightning", quick: "Quick", classic: "Classic", tv: "TV", slow: "Slow" },
  levels: { easy: "easy", medium: "medium", hard: "hard" },
  outcomes: { won: "the team won", lost: "the bot won", drawn: "a draw", "broken off": "broken off" },
  quarters: { winter: "winter", spring: "spring", summer: "summer", autumn: "autumn" }
}

export const conversationWords: { readonly [L in Language]: ConversationWords } = { ru: russian, en: english }
