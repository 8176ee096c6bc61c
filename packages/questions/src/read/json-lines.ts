/** On which line of a JSON text each of its objects begins. */

/** Of every «{» of the text in their order, the line. */
const bracesOf = (text: string): ReadonlyArray<number> => {
  const lines: Array<number> = []
  let line = 1
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === "\n") line++
    else if (inString && char === "\\") at++
    else if (char === '"') inString = !inString
    else if (char === "{" && !inString) lines.push(line)
  }
  return lines
}

/** Objects lie in the value in the order in which they stand in the text, unless a key is there twice. */
export const linesOfObjects = (text: string, value: unknown): ReadonlyMap<object, number> => {
  const lines = bracesOf(text)
  const found = new Map<object, number>()
  const waiting: Array<unknown> = [value]
  while (waiting.length > 0) {
    const each = waiting.pop()
    if (typeof each !== "object" || each === null) continue
    if (!Array.isArray(each)) found.set(each, lines[found.size] ?? 1)
    for (const inner of Object.values(each).toReversed()) waiting.push(inner)
  }
  return found
}
