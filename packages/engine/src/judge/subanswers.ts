/** The answers of a question that asks several things: «1. дуб 2. сосна». */

const label = /(?:^|[\s.,;«"„“(])(\d)\s*[.):–—-]\s*(?=\D)/gu

/** The parts of a numbered text, or null unless the numbers go 1, 2, … from its very beginning. */
export const numberedParts = (text: string): ReadonlyArray<string> | null => {
  const labels = [...text.matchAll(label)]
  if (labels.length < 2 || /[\p{L}\p{N}]/u.test(text.slice(0, text.search(label)))) return null
  const parts = labels.map((found, i) => ({
    at: Number(found[1]),
    text: text.slice(found.index + found[0].length, labels[i + 1]?.index).trim()
  }))
  const sorted = parts.toSorted((a, b) => a.at - b.at)
  const inOrder = sorted.every((part, i) => part.at === i + 1 && part.text !== "")
  return inOrder ? sorted.map((part) => part.text) : null
}

/** How a person may divide as many answers without numbering them. */
export const dividedInto = (text: string, count: number): ReadonlyArray<string> | null => {
  for (const separator of [/\n/u, /;/u, /,/u, /\s[–—-]\s/u, /\sи\s/iu, /\s/u]) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "")
    if (parts.length === count) return parts
  }
  return null
}
