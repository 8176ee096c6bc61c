/** The last message of a game: how it ended, and a picture of it where somebody has won. */
import type { EffectOf } from "@znatoki/engine"
import { finishCard } from "./finish-card.ts"
import { finishText, hasWinner } from "./finish-message.ts"
import { menu, menuAfter } from "./keyboards.ts"
import { type Piece, piece } from "./piece.ts"

export const gameFinished = (effect: EffectOf<"GameFinished">): Piece => {
  const card = hasWinner(effect) ? finishCard(effect) : null
  const told = finishText(effect, null, card?.instead ?? null)
  return { ...piece(told, effect.results.length === 0 ? menu : menuAfter), media: card }
}
