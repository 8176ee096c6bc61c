/** Somebody wants to stop a game that others play too: the question, and what becomes of it when they play on. */
import { type EffectOf, type GameState, unpaused } from "@znatoki/engine"
import { durationWords } from "./duration-words.ts"
import { stopKeyboard } from "./keyboards.ts"
import type { Outgoing } from "@znatoki/chat/message"
import { type Piece, piece } from "./piece.ts"
import type { Around } from "./around.ts"
import { typed } from "./typed.ts"
import { lines } from "./text.ts"

const stopSlot = ({ game }: GameState): string => `${game}/stop`

export const stopAsked = ({ askedAtMs }: EffectOf<"StopAsked">, { hearsAll, state }: Around): Piece =>
  piece(
    lines(
      "🛑 Остановить игру?",
      `Если да, нажмите кнопку или напишите ${typed("стоп", hearsAll)} ещё раз: жду ${durationWords(state.settings.stopConfirmMs, "accusative")}. ${meanwhile(state)}`
    ),
    stopKeyboard(state, askedAtMs),
    stopSlot(state)
  )

const meanwhile = ({ _tag }: GameState): string => {
  if (_tag === "Paused") return "Игра пока на паузе."
  return _tag === "Lobby" ? "Набор пока открыт." : "Игра пока идёт."
}

/** What becomes of it when nobody stops it; without a full stop, as a notice has none. */
export const declinedWords = ({ _tag }: GameState): string =>
  _tag === "Paused" ? "Не останавливаем: игра пока на паузе" : "Играем дальше"

/** The question stands where it was asked, without its buttons. */
export const stopDeclined = (state: GameState): Outgoing => ({
  _tag: "Amend",
  text: lines(`${state._tag === "Paused" ? "⏸" : "▶️"} ${declinedWords(state)}.`),
  keyboard: null,
  slot: stopSlot(state)
})

/** Null: nobody asked, or they were answered. */
export const stopAskedAt = (state: GameState): number | null => {
  const table = unpaused(state)
  return "stopAskedAtMs" in table ? table.stopAskedAtMs : null
}
