/** Where the game stands, in every phase, with the buttons of the step again: the old ones may be far above. */
import { type GameState, type InfoTopic, nextSettingsOf, type Question, type Running } from "@znatoki/engine"
import { finishText } from "./finish-message.ts"
import { blitzOf, namesOf, reserveWords, roundWords, scoreWords, seated, settingsWords } from "./game-words.ts"
import { helpText, rulesText, welcomeText } from "./help-texts.ts"
import { lobbyKeyboard, menu, pausedKeyboard, startKeyboard } from "./keyboards.ts"
import { lobbySlot, lobbyText } from "./lobby-message.ts"
import type { Keyboard } from "./message.ts"
import { type Piece, piece } from "./piece.ts"
import { questionText } from "./round-messages.ts"
import { settingsShown } from "./settings-message.ts"
import { stepKeyboard, stepWords } from "./step-words.ts"
import { lines, paragraphs } from "./text.ts"

/** `now`: what everybody waits for. */
const running = (state: Running, now: string, keyboard: Keyboard | null): Piece => {
  const captain = seated(state, state.captain)?.name ?? "игрок"
  const where = lines(
    `🦉 ${roundWords(state.round, state.settings)} · ${scoreWords(state.score)}${blitzOf(state)}`,
    `Сейчас: ${now}.`,
    `Капитан — ${captain}. За столом: ${namesOf(state.players)}.`,
    reserveWords(state)
  )
  const question: Question | null = "question" in state ? state.question : null
  if (question === null) return piece(where, keyboard)
  return piece((room) => questionText(question, room, (body) => paragraphs(where, body)), keyboard)
}

const session = (state: GameState): Piece => {
  switch (state._tag) {
    case "Idle":
      return piece(lines("🦉 Здесь ещё не играли. Начнём?", `${settingsWords(nextSettingsOf(state))}.`), startKeyboard)
    case "Finished":
      return piece(finishText(state, "🏁 Последняя игра"), startKeyboard)
    case "Lobby":
      return piece(lobbyText(state), lobbyKeyboard(state), lobbySlot(state))
    case "Paused": {
      const { held } = state
      const now = "пауза. Чтобы играть дальше, жмите «Продолжаем»"
      if (held._tag !== "Lobby") return running(held, now, pausedKeyboard(state))
      return piece(paragraphs(lobbyText(held), `⏸ Сейчас: ${now}.`), pausedKeyboard(state))
    }
    default:
      return running(state, stepWords(state), stepKeyboard(state))
  }
}

const isOver = (state: GameState): boolean => state._tag === "Idle" || state._tag === "Finished"

export const infoShown = (topic: InfoTopic, state: GameState): Piece => {
  switch (topic) {
    case "session":
      return session(state)
    case "help":
      return piece(helpText, isOver(state) ? menu : null)
    case "rules":
      return piece(rulesText)
    case "settings":
      return settingsShown(state)
    case "welcome":
      return piece(welcomeText, menu)
  }
}
