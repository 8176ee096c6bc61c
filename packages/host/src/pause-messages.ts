/** A pause: who may end it, how long it may last, and what goes on afterwards. */
import type { EffectOf, GameState } from "@znatoki/engine"
import { durationWords, remains } from "./duration-words.ts"
import { isLastRound } from "./game-words.ts"
import { pausedKeyboard } from "./keyboards.ts"
import { type Piece, piece } from "./piece.ts"
import { goesOnWords, stepKeyboard } from "./step-words.ts"
import { lines } from "./text.ts"

export const gamePaused = ({ by }: EffectOf<"GamePaused">, state: GameState): Piece =>
  piece(
    lines(
      `⏸ Пауза: просит ${by.name}. Время стоит.`,
      `Продолжить может любой, кто за столом. Забытая пауза закончит игру: самое долгое — ${durationWords(state.settings.pauseMaxMs)}.`
    ),
    state._tag === "Paused" ? pausedKeyboard(state) : null
  )

/** What there is still time for. */
const timeLeft = (leftMs: number, state: GameState): string => {
  if (state._tag === "Wheel") return "Достаю вопрос."
  if (state._tag !== "Verdict") return [goesOnWords(state), `${remains(leftMs)}.`].filter(Boolean).join(" ")
  return `${isLastRound(state) ? "Итоги" : "Следующий вопрос"} через ${durationWords(leftMs, "accusative")}.`
}

export const gameResumed = ({ leftMs }: EffectOf<"GameResumed">, state: GameState): Piece =>
  piece(lines("▶️ Продолжаем!", timeLeft(leftMs, state)), stepKeyboard(state))
