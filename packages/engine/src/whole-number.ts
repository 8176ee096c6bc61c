/** The nearest number that a count or a time can be: whole, not negative, small enough to be exact. */

/** What is no number at all is 0. Never more than it was: a time that has not come does not come by it. */
export const wholeNumber = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.max(0, Math.min(Math.trunc(value), Number.MAX_SAFE_INTEGER))

export const isWhole = (value: number): boolean => value >= 0 && Number.isSafeInteger(value)
