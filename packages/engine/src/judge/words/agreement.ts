/** How well two words may agree, from the best to the worst. */

/** A likely typo needs a sure neighbour; "near" is for people to decide. */
export type Agreement = "same" | "form" | "transliteration" | "typo" | "likely typo" | "near" | "none"

/** All that make a pair. */
export const agreements: ReadonlyArray<Agreement> = ["same", "form", "transliteration", "typo", "likely typo", "near"]

export const worseOf = (left: Agreement, right: Agreement): Agreement =>
  agreements.indexOf(left) >= agreements.indexOf(right) ? left : right

const sure: ReadonlySet<Agreement> = new Set(["same", "form", "transliteration", "typo"])

export const isSure = (agreement: Agreement): boolean => sure.has(agreement)
