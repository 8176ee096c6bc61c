/** Where a text may be cut: at separators that stand outside brackets and quotes. */

const opening = new Map(Object.entries({ "[": "]", "(": ")", "«": "»", "„": "“", "“": "”", '"': '"' }))

/** For each character whether it is outside; a bracket that is never closed hides nothing after it. */
const outsideMask = (text: string): ReadonlyArray<boolean> => {
  const closedAt = closings(text)
  const mask: Array<boolean> = Array.from({ length: text.length }, () => true)
  for (let i = 0; i < text.length; i++) {
    const end = closedAt.get(i)
    if (end === undefined) continue
    mask.fill(false, i, end + 1)
    // What is inside is hidden already, however deep it nests.
    i = end
  }
  return mask
}

/** Where each bracket or quote that is closed is closed. */
const closings = (text: string): ReadonlyMap<number, number> => {
  const open: Array<{ readonly closer: string; readonly at: number }> = []
  const closedAt = new Map<number, number>()
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    const last = open.at(-1)
    if (last?.closer === sign) {
      open.pop()
      closedAt.set(last.at, i)
    } else {
      const closer = opening.get(sign)
      if (closer !== undefined) open.push({ closer, at: i })
    }
  }
  return closedAt
}

/** `separator` must be a global pattern that finds no empty text. */
export const splitOutside = (text: string, separator: RegExp): ReadonlyArray<string> => {
  // Most texts have no separator, and then nobody asks for the mask.
  let outside: ReadonlyArray<boolean> | null = null
  const parts: Array<string> = []
  let from = 0
  for (const found of text.matchAll(separator)) {
    outside ??= outsideMask(text)
    if (outside[found.index] !== true) continue
    parts.push(text.slice(from, found.index))
    from = found.index + found[0].length
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== "")
}
