/** Who is captain: drawn by lot at the start, and again when the captain leaves. */
import type { GameEffect } from "../game-effect.ts"
import type { Running } from "../game-state.ts"
import type { Player, Seed } from "../ids.ts"
import { pick } from "./dice.ts"
import type { Seats } from "./seats.ts"

export const drawCaptain = (players: Seats, seed: Seed): Player => pick("captain", seed, players)

/** `state` is without the player who left. */
export const handOver = (
  state: Running,
  left: Player,
  seed: Seed
): { readonly state: Running; readonly effects: ReadonlyArray<GameEffect> } => {
  if (state.captain !== left.id) return { state, effects: [] }
  const captain = drawCaptain(state.players, seed)
  return { state: { ...state, captain: captain.id }, effects: [{ _tag: "CaptainChanged", left, captain }] }
}
