/**
 * Foreign strings as every store takes them: PostgreSQL knows neither the character zero nor half of a surrogate pair.
 * Everything that VK hands over goes through here on its way to the game, and nothing is looked at again behind it.
 */

const instead = "\uFFFD"

/** Equal strings stay equal, so an id is the same id whenever it comes. */
const storable = (text: string): string => text.replaceAll("\0", instead).toWellFormed()

/** The same value with such strings only, and the very same object where it had no others. It is plain data: what VK says is JSON. */
export const storableIn = <A>(value: A): A => (isStorable(value) ? value : (inside(value) as A))

const isStorable = (value: unknown): boolean => {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0")
  return typeof value !== "object" || value === null || Object.values(value).every(isStorable)
}

const inside = (value: unknown): unknown => {
  if (typeof value === "string") return storable(value)
  if (Array.isArray(value)) return value.map(inside)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]))
}
