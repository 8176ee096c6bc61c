/** Who answered how well, and who was best: right answers, then speed. */
import type { Player, RoundResult } from "@znatoki/engine"

export interface Standing {
  readonly player: Player
  readonly right: number
  readonly answered: number
  /** Of the right answers only. */
  readonly tookMs: number
}

/** Best first; only those who answered. */
export const standings = (
  players: ReadonlyArray<Player>,
  results: ReadonlyArray<RoundResult>
): ReadonlyArray<Standing> =>
  players
    .map((player): Standing => {
      const own = results.filter(({ answerer }) => answerer === player.id)
      const right = own.filter((result) => result.right)
      return {
        player,
        right: right.length,
        answered: own.length,
        tookMs: right.reduce((sum, result) => sum + result.tookMs, 0)
      }
    })
    .filter(({ answered }) => answered > 0)
    .toSorted((one, other) => other.right - one.right || one.tookMs - other.tookMs)
