/** What was refused lately: thirty people may want the last seat in the same second, and one «нет» is enough. */
import type { EpochMs, GameEffect, Refusal } from "@znatoki/engine"

/** So long nobody needs to read the same again. */
export const quietMs = 10_000

/** When each was said last. */
export type SaidLately = ReadonlyMap<Refusal, EpochMs>

export const nothingSaid: SaidLately = new Map()

/** What was said lately once these `effects` are spoken of in answer to words; null: they were, so be quiet. */
export const withReply = (lately: SaidLately, effects: ReadonlyArray<GameEffect>, atMs: EpochMs): SaidLately | null => {
  const refused = effects.find((effect) => effect._tag === "Refused")
  if (refused === undefined) return lately
  const saidAtMs = lately.get(refused.reason)
  const isRepeated = saidAtMs !== undefined && isLately(saidAtMs, atMs)
  return isRepeated ? null : new Map(lately).set(refused.reason, atMs)
}

/** What of it still keeps anybody quiet. */
export const stillLately = (lately: SaidLately, atMs: EpochMs): SaidLately => {
  const still = [...lately].filter(([, saidAtMs]) => isLately(saidAtMs, atMs))
  return still.length === 0 ? nothingSaid : new Map(still)
}

/** The distance, not what has passed: a clock that was set back must make nobody mute. */
const isLately = (saidAtMs: EpochMs, atMs: EpochMs): boolean => Math.abs(atMs - saidAtMs) < quietMs
