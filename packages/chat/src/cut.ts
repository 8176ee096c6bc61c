/** How words are made shorter: whole letters are left out at the end, and «…» shows it. */

const letters = new Intl.Segmenter("ru")

/** At most `max` UTF-16 units; never half a letter, and no space before the «…». */
export const cut = (words: string, max: number): string => {
  if (words.length <= max) return words
  if (max < 1) return ""
  let end = 0
  for (const { index, segment } of letters.segment(words)) {
    if (index + segment.length > max - 1) break
    end = index + segment.length
  }
  return words.slice(0, end).trimEnd() + "…"
}
