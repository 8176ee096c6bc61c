/** What time it is in the game at the terminal: as the clock showed at the start, and since then as time passes. */

/** Epoch milliseconds, whole. Whoever sets the machine's clock changes nothing in a game. */
export const gameNow = (): number => Math.floor(performance.timeOrigin + performance.now())
