/** How many people a load is of, by its name or as a number, and into which conversations they go. */

export const levels = { low: 10, medium: 50, high: 100, peak: 200 } as const

export const usersMin = 2
export const usersMax = 20_000

/** Null: it is neither. */
export const usersOf = (text: string): number | null => {
  if (Object.hasOwn(levels, text)) return levels[text as keyof typeof levels]
  const users = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return users >= usersMin && users <= usersMax ? users : null
}

/** Five on the average; one in three tables is of four and one of six, as far as the number allows. */
export const tableSizes = (users: number): ReadonlyArray<number> => {
  const tables = Math.max(1, Math.round(users / 5), Math.ceil(users / 6))
  const even = Math.floor(users / tables)
  const sizes = Array.from({ length: tables }, (_, i) => even + (i < users % tables ? 1 : 0))
  for (let i = 0; i + 2 < tables; i += 3) {
    if (sizes[i] !== 5 || sizes[i + 1] !== 5) continue
    sizes[i] = 4
    sizes[i + 1] = 6
  }
  return sizes
}
