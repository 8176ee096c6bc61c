/** Somebody sat down or left in the middle of a game. */
import { type EffectOf, type GameEffect, unpaused } from "@znatoki/engine"
import type { Around } from "./around.ts"
import { namesOf } from "./game-words.ts"
import { type Piece, piece } from "./piece.ts"
import { lines, text } from "./text.ts"

/** Another message of the same call says it already. */
const isToldElsewhere = (effects: ReadonlyArray<GameEffect>): boolean =>
  effects.some((effect) => {
    if (effect._tag === "AnswerWanted" || effect._tag === "SoloistNamed") return effect.chosen !== "alone"
    return effect._tag === "CaptainChanged" || effect._tag === "GameFinished"
  })

/** Only words want words back: a press has its notice, and the messenger itself tells who left the conversation. */
export const seatsChanged = (
  { change, player }: EffectOf<"SeatsChanged">,
  { effects, state, via }: Around
): Piece | null => {
  if (via !== "words" || state._tag === "Lobby" || isToldElsewhere(effects)) return null
  const told = change === "joined" ? `${player.name} теперь за столом.` : `${player.name} больше не за столом.`
  const table = unpaused(state)
  return piece(lines(text`${told}`, "players" in table ? `Играют: ${namesOf(table.players)}.` : null))
}
