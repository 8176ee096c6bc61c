/** Which day it is where most players are: by Moscow time, which knows no summer time. Reckoned, for no clock is asked. */
import type { EpochMs } from "@znatoki/engine"

export interface CalendarDay {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
}

const dayMs = 86_400_000
const moscowMs = 3 * 3_600_000

/** How many days have begun since the beginning of 1970. */
export const dayNumberOf = (atMs: EpochMs): number => Math.floor((atMs + moscowMs) / dayMs)

/** When that day began. */
export const beginningOf = (dayNumber: number): EpochMs => dayNumber * dayMs - moscowMs

/** The days are counted from the 1st of March of the year 0, so that a leap day is the last of its year. */
const sinceMarch = 719_468
const inEra = 146_097

export const dayOf = (atMs: EpochMs): CalendarDay => {
  const days = dayNumberOf(atMs) + sinceMarch
  const era = Math.floor(days / inEra)
  const ofEra = days - era * inEra
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  }
}
