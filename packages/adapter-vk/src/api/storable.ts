/**
 * Foreign strings as every store takes them: PostgreSQL knows neither the character zero nor half of a surrogate pair.
 * Everything that VK hands over goes through here on its way to the game, and nothing is looked at again behind it.
 */

const instead = "\uFFFD"

/** Equal strings stay equal, so an id is the same id whenever it comes. */
const storable = (text: string): string => text.replaceAll("\0", instead).toWellFormed()

/** The same value with such strings only. It is plain data: what VK says is JSON. */
export const storableIn = <A>(value: A): A => inside(value) as A

const inside = (value: unknown): unknown => {
  if (typeof value === "string") return storable(value)
  if (Array.isArray(value)) return value.map(inside)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inside(part)]))
}
