/** What a law of the game is: a sentence, and a check of a played game. */
import type { Turn } from "./moves.ts"

/** A sentence that is true of every game, and the check of it on one played game. */
export interface Law {
  readonly sentence: string
  /** `turns`: a game from its first event on. */
  readonly holds: (turns: ReadonlyArray<Turn<string>>) => boolean
}

/** A law that looks at one event at a time. */
export const always = (sentence: string, holds: (turn: Turn<string>) => boolean): Law => ({
  sentence,
  holds: (turns) => turns.every(holds)
})

/** Nothing changed and nothing was said. */
export const isNothing = ({ before, step }: Turn<string>): boolean => step.state === before && step.effects.length === 0

/** Nothing changed but that somebody at the table may have been heard. */
export const isUnmoved = ({ before, step: { state } }: Turn<string>): boolean =>
  state === before || same(withoutSilence(state), withoutSilence(before))
const withoutSilence = (state: unknown): unknown =>
  JSON.parse(JSON.stringify(state, (key, part: unknown) => (key === "silentRounds" ? undefined : part)))

/** The order of keys is nobody's business. */
export const same = (one: unknown, other: unknown): boolean =>
  // Nearly always they are in the same order, and putting them in order takes ten times as long as looking.
  JSON.stringify(one) === JSON.stringify(other) || canonical(one) === canonical(other)
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sorted(part) : part))
const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const sorted = (value: object): object =>
  Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
