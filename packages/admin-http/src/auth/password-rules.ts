/** Which passwords are good enough, and as what a name is kept. Pure. */

const lengthMin = 12
/** A hash of more takes no longer, but what is read has an end. */
const lengthMax = 256
/** Of what is long and made of so few letters, one is enough to guess the others. */
const differentMin = 5

const rows = [
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмитьбю",
  "1234567890",
  "abcdefghijklmnop"
]

/** As one text, so that a part of it which is walked through may go over an end. */
const walked = rows.flatMap((row) => [row + row, [...(row + row)].toReversed().join("")])

const isWalk = (part: string): boolean => walked.some((walk) => walk.includes(part))

/** How many letters are left when rows of keys are taken for one letter each. */
const weight = (password: string): number => {
  const letters = [...password.toLowerCase()]
  return letters.filter((_, at) => at < 2 || !isWalk(letters.slice(at - 2, at + 1).join(""))).length
}

export const nameOf = (name: string): string => name.normalize("NFC").trim().toLowerCase()

/** Null: it is good. */
export const flawOf = (password: string, name: string): string | null => {
  const { length } = [...password]
  if (length < lengthMin) return `Expected ${lengthMin} characters at least`
  if (length > lengthMax) return `Expected ${lengthMax} characters at most`
  if (nameOf(password).includes(nameOf(name))) return "Contains the name"
  if (new Set(password.toLowerCase()).size < differentMin)
    return `Expected ${differentMin} different characters at least`
  return weight(password) < lengthMin / 2 ? "Is a walk over the keys, which is tried first" : null
}
