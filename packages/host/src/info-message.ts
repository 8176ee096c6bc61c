/** Where the game stands, in every phase, with the buttons of the step again: the old ones may be far above. */
import { type EffectOf, type GameState, nextSettingsOf, type Question, type Running } from "@znatoki/engine"
import type { Around } from "./around.ts"
import { capital } from "./duration-words.ts"
import { finishText } from "./finish-message.ts"
import { blitzOf, namesOf, reserveWords, roundWords, scoreWords, seated, settingsWords } from "./game-words.ts"
import { helpAlone, helpOfGame, helpText, rulesText, welcomeAlone, welcomeText } from "./help-texts.ts"
import { lobbyKeyboard, menu, pausedKeyboard, startKeyboard } from "./keyboards.ts"
import { lobbySlot, lobbyText } from "./lobby-message.ts"
import type { Keyboard, Text } from "@znatoki/chat/message"
import { amendable, type Piece, piece } from "./piece.ts"
import { mediaOf, questionText } from "./round-messages.ts"
import { shelvesShown } from "./questions/shelves-message.ts"
import { settingsShown } from "./settings-message.ts"
import { statisticsText } from "./statistics-messages.ts"
import { stepKeyboard, stepWords } from "./step-words.ts"
import { lines, paragraphs } from "./text.ts"
import { timeLeftWords } from "./time-left-words.ts"

/** `now`: what everybody waits for, and for how long. */
const running = (state: Running, now: string, keyboard: Keyboard | null): Piece => {
  const captain = state.players.length === 1 ? "" : `Капитан — ${seated(state, state.captain)?.name ?? "игрок"}. `
  const where = lines(
    `🦉 ${roundWords(state.round, state.settings)} · ${scoreWords(state.score)}${blitzOf(state)}`,
    `Сейчас: ${now}`,
    `${captain}За столом: ${namesOf(state.players)}.`,
    reserveWords(state)
  )
  const question: Question | null = "question" in state ? state.question : null
  if (question === null) return piece(where, keyboard)
  const told = piece((room) => questionText(question, room, (body) => paragraphs(where, body)), keyboard)
  return { ...told, media: mediaOf(question.handout) }
}

const session = (state: GameState, leftMs: number | null): Piece => {
  const time = timeLeftWords(leftMs, state)
  switch (state._tag) {
    case "Idle":
      return piece(lines("🦉 Здесь ещё не играли. Начнём?", `${settingsWords(nextSettingsOf(state))}.`), startKeyboard)
    case "Finished":
      return piece(finishText(state, "🏁 Последняя игра"), startKeyboard)
    case "Lobby":
      return amendable(
        lines(lobbyText(state), time === null ? null : capital(time)),
        lobbyKeyboard(state),
        lobbySlot(state)
      )
    case "Paused": {
      const { held } = state
      const now = sentences("пауза. Чтобы играть дальше, жмите «Продолжаем».", time)
      if (held._tag !== "Lobby") return running(held, now, pausedKeyboard(state))
      return piece(paragraphs(lobbyText(held), `⏸ Сейчас: ${now}`), pausedKeyboard(state))
    }
    default:
      return running(state, sentences(`${stepWords(state)}.`, time), stepKeyboard(state))
  }
}

const sentences = (first: string, second: string | null): string =>
  second === null ? first : `${first} ${capital(second)}`

const isOver = (state: GameState): boolean => state._tag === "Idle" || state._tag === "Finished"

const helpFor = ({ alone, gameOnly, hearsAll }: Around): Text => {
  if (gameOnly) return helpOfGame
  return alone ? helpAlone : helpText(hearsAll)
}

/** What is asked about is kept beside the game. */
const keptBeside = (topic: EffectOf<"InfoShown">["topic"], around: Around): Piece => {
  const { by, gameOnly, shelves, state, told, unknown } = around
  if (gameOnly) return piece(lines("📊 Здесь только игра: ни статистики, ни выбора вопросов нет."))
  return topic === "questions" ? shelvesShown(state, shelves, unknown) : piece(statisticsText(told, by))
}

export const infoShown = ({ leftMs, topic }: EffectOf<"InfoShown">, around: Around): Piece => {
  const { alone, hearsAll, state } = around
  switch (topic) {
    case "session":
      return session(state, leftMs)
    case "help":
      return piece(helpFor(around), isOver(state) ? menu : null)
    case "rules":
      return piece(rulesText)
    case "settings":
      return settingsShown(state, around)
    case "welcome":
      return piece(alone ? welcomeAlone : welcomeText(hearsAll), menu)
    case "questions":
    case "rating":
    case "player":
    case "history":
    case "seasons":
    case "licences":
      return keptBeside(topic, around)
  }
}
