/** Whether two questions are the same one in other words: by the rows of three words that they share. */

const shingleWords = 3
/** Of all rows of two texts so many are in both. */
const alike = 0.6
/** MinHash: of texts that are alike nine in ten pairs share a mark, of others hardly any. */
const marksMade = 6
const hashesOfMark = 2

/** Case, signs, stresses and «ё» tell no two questions apart. */
const wordsOf = (text: string): ReadonlyArray<string> =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/\p{M}/gu, "")
    .match(/[\p{L}\p{N}]+/gu) ?? []

const shinglesOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text)
  if (words.length <= shingleWords) return new Set([words.join(" ")])
  return new Set(
    Array.from({ length: words.length - shingleWords + 1 }, (_, i) => words.slice(i, i + shingleWords).join(" "))
  )
}

/** FNV-1a. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Another hash of the same for every seed. */
const mixed = (hash: number, seed: number): number => {
  const first = Math.imul(hash ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b)
  return Math.imul(first ^ (first >>> 13), 0xc2b2ae35) >>> 0
}

const least = (hashes: ReadonlyArray<number>, seed: number): number =>
  hashes.reduce((before, hash) => Math.min(before, mixed(hash, seed)), Number.MAX_SAFE_INTEGER)

/** Of 48 bits: as a whole number it goes into the database and out of it. */
const markOf = (hashes: ReadonlyArray<number>, mark: number): number => {
  const parts = Array.from({ length: hashesOfMark }, (_, i) => least(hashes, mark * hashesOfMark + i))
  return hashOf(parts.join()) * 0x10000 + (mixed(parts[0] ?? 0, mark) & 0xffff)
}

/** Questions that are alike share at least one of these, with a certainty that grows with their likeness. */
export const marksOf = (text: string): ReadonlyArray<number> => {
  const hashes = [...shinglesOf(text)].map(hashOf)
  return [...new Set(Array.from({ length: marksMade }, (_, mark) => markOf(hashes, mark)))]
}

export const areAlike = (one: string, other: string): boolean => {
  const [ours, theirs] = [shinglesOf(one), shinglesOf(other)]
  const shared = [...ours].filter((shingle) => theirs.has(shingle)).length
  return shared >= alike * (ours.size + theirs.size - shared)
}
