/** Who played best: right answers, then speed. */
import type { Player } from "../ids.ts"
import type { RoundResult } from "../round-result.ts"

/**
 * Most right answers; of equals, the least time for the right ones together; of those, who sat down first. Null if
 * nobody who sits at the table was right.
 */
export const bestPlayer = (results: ReadonlyArray<RoundResult>, players: ReadonlyArray<Player>): Player | null => {
  let best: { readonly player: Player; readonly right: number; readonly tookMs: number } | null = null
  for (const player of players) {
    const right = results.filter((result) => result.right && result.answerer === player.id)
    const tookMs = right.reduce((sum, result) => sum + result.tookMs, 0)
    const isBetter = best === null || right.length > best.right || (right.length === best.right && tookMs < best.tookMs)
    if (right.length > 0 && isBetter) best = { player, right: right.length, tookMs }
  }
  return best?.player ?? null
}
