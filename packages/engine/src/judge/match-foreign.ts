/** How two words agree of which one at least is not in Cyrillic: no slip is forgiven there, only another alphabet. */
import type { Agreement } from "./agreement.ts"
import { osaDistance, plainPrices } from "./osa-distance.ts"
import type { Token } from "./tokens.ts"

/** A name shorter than this has too many neighbours. */
const shortest = 5

export const matchForeign = (reference: Token, given: Token): Agreement => {
  if (!reference.latin && !given.latin) return "none"
  const shorter = Math.min(reference.text.length, given.text.length)
  return reference.latin && given.latin
    ? matchLatin(reference.text, given.text, shorter)
    : matchAcross(reference.transliteration, given.transliteration, shorter)
}

const unaccented = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "")

const matchLatin = (reference: string, given: string, shorter: number): Agreement => {
  if (unaccented(reference) === unaccented(given)) return "same"
  return shorter >= shortest && osaDistance(reference, given, plainPrices, 1) === 1 ? "near" : "none"
}

const matchAcross = (left: string, right: string, shorter: number): Agreement => {
  if (left === right && shorter > 1) return "transliteration"
  const allowed = shorter > shortest ? 2 : 1
  return shorter >= shortest && osaDistance(left, right, plainPrices, allowed) <= allowed ? "near" : "none"
}
