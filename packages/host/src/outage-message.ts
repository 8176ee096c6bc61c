/** The bot was away: it says so, gives the time back, and reminds of what everybody waits for. */
import type { EffectOf, GameState } from "@znatoki/engine"
import { durationWords } from "./duration-words.ts"
import { type Piece, piece } from "./piece.ts"
import { goesOnWords } from "./step-words.ts"
import { lines } from "./text.ts"

/** From then on nobody would call it short. */
const longMs = 10 * 60_000

export const timeGivenBack = ({ lostMs }: EffectOf<"TimeGivenBack">, state: GameState): Piece => {
  const away = lostMs < longMs ? "Я ненадолго пропадал" : "Я долго пропадал"
  const back = `⏳ ${away} — вернул вам ${durationWords(lostMs, "accusative")}.`
  const rest = goesOnWords(state)
  return piece(lines(rest === null ? back : `${back} ${rest}`))
}
