/** Which form of a Russian word goes with a number: 1 очко, 2 очка, 5 очков. */

/** `one` goes with 1, 21, 101; `few` with 2–4, 22–24; `many` with 0, 5–20, 25–30. */
export type Forms = readonly [one: string, few: string, many: string]

export const form = (count: number, [one, few, many]: Forms): string => {
  const lastTwo = Math.abs(count) % 100
  const last = lastTwo % 10
  if (lastTwo >= 11 && lastTwo <= 14) return many
  if (last === 1) return one
  return last >= 2 && last <= 4 ? few : many
}

/** The number with its word: `5 очков`. */
export const plural = (count: number, forms: Forms): string => `${count} ${form(count, forms)}`
