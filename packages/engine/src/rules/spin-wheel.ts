/** Where the wheel stops, and what kind of round that makes. */
import type { EffectOf } from "../game-effect.ts"
import type { Sector, SectorKind, Table } from "../game-state.ts"
import type { Seed } from "../ids.ts"
import type { WheelSettings } from "../settings.ts"
import { pick, shuffle } from "./dice.ts"

export type Board = readonly [Sector, ...ReadonlyArray<Sector>]

/** Sectors in a row; what is not blitz is ordinary, and blitzes that do not fit are left out. */
const sectorsOf = ({ blitz, sectors, superBlitz }: WheelSettings): ReadonlyArray<Sector> =>
  Array.from({ length: sectors }, (_, i) => {
    if (i < blitz) return "blitz"
    return i < blitz + superBlitz ? "super-blitz" : "ordinary"
  })

export const layBoard = (wheel: WheelSettings, seed: Seed): Board => {
  const [first = "ordinary", ...others] = shuffle("board", seed, sectorsOf(wheel))
  return [first, ...others]
}

interface Spun {
  readonly board: Board
  readonly effect: EffectOf<"WheelSpun">
}

/** Null: there is no wheel. When every sector is played, the board is laid anew. */
export const spinWheel = (table: Table, round: number, seed: Seed): Spun | null => {
  const { wheel } = table.settings
  if (table.board === null || wheel === null) return null
  const fresh = table.board.some((sector) => sector !== "played")
  const board = fresh ? table.board : layBoard(wheel, seed)
  const stopped = pick("sector", seed, indexesOf(board))
  const sector = nextUnplayed(board, stopped)
  return {
    board: played(board, sector),
    effect: { _tag: "WheelSpun", round, stopped: stopped + 1, sector: sector + 1, kind: kindOf(board[sector]) }
  }
}

const indexesOf = (board: Board): readonly [number, ...ReadonlyArray<number>] => [
  0,
  ...Array.from({ length: board.length - 1 }, (_, i) => i + 1)
]

/** `from` itself, or the next one clockwise that is not played; the board has one. */
const nextUnplayed = (board: Board, from: number): number => {
  const clockwise = board.map((_, i) => (from + i) % board.length)
  return clockwise.find((index) => board[index] !== "played") ?? from
}

const kindOf = (sector: Sector | undefined): SectorKind =>
  sector === undefined || sector === "played" ? "ordinary" : sector

const played = ([first, ...others]: Board, sector: number): Board => [
  sector === 0 ? "played" : first,
  ...others.map((other, i): Sector => (i + 1 === sector ? "played" : other))
]
