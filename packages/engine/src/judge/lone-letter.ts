/** Whether an answer names another of two letters that are one everywhere else: «е» for «буква Ё». */

const loneLetter = /(?<!\p{L})[её](?!\p{L})/giu

const lettersIn = (text: string): string =>
  [...new Set([...text.normalize("NFC").matchAll(loneLetter)].map(([letter]) => letter.toLowerCase()))].join("")

export const isOtherLetter = (written: ReadonlyArray<string>, given: string): boolean => {
  const said = lettersIn(given)
  if (said.length !== 1) return false
  const asked = lettersIn(written.join(" "))
  return asked.length === 1 && asked !== said
}
