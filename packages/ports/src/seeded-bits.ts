/** A row of numbers that looks like chance and is the same for the same seed: mulberry32. The rules have dice of their own. */

/** Each call gives the next whole number of 32 bits, without a sign. */
export const seededBits = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (more ^ (more >>> 14)) >>> 0
  }
}
