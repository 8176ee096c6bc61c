/** Which bracket of a text closes which: by place, of the brackets that have a partner. A backslash takes its meaning away. */
export const closingsOf = (text: string, open: string, close: string): ReadonlyMap<number, number> => {
  const closings = new Map<number, number>()
  const waiting: Array<number> = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === "\\") at++
    else if (char === open) waiting.push(at)
    else if (char === close) {
      const begun = waiting.pop()
      if (begun !== undefined) closings.set(begun, at)
    }
  }
  return closings
}
