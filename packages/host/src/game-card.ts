/** The picture of a game that is over, for whoever shows it elsewhere than in the chat. */
import type { GameState } from "@znatoki/engine"
import { cardOf, type ResultCard } from "@znatoki/chat/result-card"
import { finishCard } from "./finish-card.ts"
import { hasWinner } from "./finish-message.ts"

/** Null: it goes on, or has nothing to show for itself. */
export const gameCard = (state: GameState): ResultCard | null => {
  if (state._tag !== "Finished" || !hasWinner(state)) return null
  const shown = finishCard(state)
  return shown === null ? null : cardOf(shown.source)
}
