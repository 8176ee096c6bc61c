/** A text no longer than VK takes it, ending in «…» when something is missing. */

/** Counted as JavaScript does: never less than VK may count. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text
  // Half of a surrogate pair is no character.
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`
}
