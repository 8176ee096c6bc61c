/** What a person meant who forgot to switch the keyboard: «Geirby» is «Пушкин». */

const english = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.{}:\"<>~"
const russian = "ёйцукенгшщзхъфывапролджэячсмитьбюхъжэбюё"
const keys = new Map([...english].map((key, i) => [key, russian.charAt(i)]))

/** The same keys read as Russian, or null when the text has Cyrillic of its own or has no Latin letter. */
export const asTypedInRussian = (text: string): string | null => {
  if (!/[a-z]/i.test(text) || /\p{Script=Cyrillic}/u.test(text)) return null
  return [...text.toLowerCase()].map((key) => keys.get(key) ?? key).join("")
}

const latinKeys = new Map<string, string>()
for (const [i, key] of [...russian].entries()) if (!latinKeys.has(key)) latinKeys.set(key, english.charAt(i))

/** «Иуфедуы» is «Beatles»; what is no Russian letter stays. */
export const asTypedInEnglish = (text: string): string =>
  [...text.toLowerCase()].map((key) => latinKeys.get(key) ?? key).join("")
