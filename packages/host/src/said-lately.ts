/** What was replied lately: thirty people may want the last seat in the same second, and one «нет» is enough. */
import type { EpochMs, GameEffect, GameState } from "@znatoki/engine"

/** So long nobody needs to read the same again. */
export const quietMs = 10_000

interface Reply {
  readonly atMs: EpochMs
  readonly state: GameState
}

/** By what was said. */
export type SaidLately = ReadonlyMap<string, Reply>

export const nothingSaid: SaidLately = new Map()

/** A refusal is the same whatever the game does meanwhile; where the game stands is old when it has moved. */
const repeats = (effect: GameEffect, said: Reply | undefined, now: Reply): boolean => {
  // The distance, not what has passed: a clock that was set back must make nobody mute.
  if (said === undefined || Math.abs(now.atMs - said.atMs) >= quietMs) return false
  return effect._tag === "Refused" || said.state === now.state
}

/** Null: not a mere reply. A greeting is for whoever has just come. */
const keyOf = (effect: GameEffect): string | null => {
  if (effect._tag === "Refused") return `Refused ${effect.reason}`
  return effect._tag === "InfoShown" && effect.topic !== "welcome" ? `InfoShown ${effect.topic}` : null
}

/** What was said lately once these `effects` are spoken of in answer to words; null: they were, so be quiet. */
export const withReply = (lately: SaidLately, effects: ReadonlyArray<GameEffect>, now: Reply): SaidLately | null => {
  const [effect, ...others] = effects
  const key = effect === undefined || others.length > 0 ? null : keyOf(effect)
  if (effect === undefined || key === null) return lately
  return repeats(effect, lately.get(key), now) ? null : new Map(lately).set(key, now)
}
