/**
 * Which season a game belongs to: a season of the year, as series of games on television are called. Winter begins in
 * December and is named after the year in which it ends.
 */
import type { EpochMs } from "@znatoki/engine"
import { dayOf } from "./calendar-day.ts"

/** Four of them a year, counted from the winter of the year 0: the later season is the greater number. */
export type Season = number

/** 0: winter, 1: spring, 2: summer, 3: autumn. */
export type Quarter = 0 | 1 | 2 | 3

const quarters = [0, 1, 2, 3] as const

/** December is the beginning of the year after. */
export const seasonOf = (atMs: EpochMs): Season => {
  const { month, year } = dayOf(atMs)
  return Math.floor((year * 12 + month) / 3)
}

export const quarterOf = (season: Season): { readonly year: number; readonly quarter: Quarter } => ({
  year: Math.floor(season / 4),
  quarter: quarters[season % 4] ?? 0
})
