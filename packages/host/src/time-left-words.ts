/** How much time people still have, as a sentence that may follow another: its first letter is small. */
import { type GameState, unpaused } from "@znatoki/engine"
import { capital, durationWords, lower, remains } from "./duration-words.ts"
import { isLastRound } from "./game-words.ts"

/** Null: there is nothing for people to do in time, or none of it is left. */
export const timeLeftWords = (leftMs: number | null, state: GameState): string | null => {
  const waiting = unpaused(state)
  if (leftMs === null || leftMs === 0 || waiting._tag === "Wheel") return null
  if (waiting._tag === "Verdict") {
    const next = isLastRound(waiting) ? "итоги" : "следующий вопрос"
    const time = `через ${durationWords(leftMs, "accusative")}.`
    return state._tag === "Paused" ? `когда продолжите, ${next} — ${time}` : `${next} ${time}`
  }
  const left = `${lower(remains(leftMs))}.`
  return state._tag === "Paused" ? `время стоит: ${left}` : left
}

/** Where a verdict was told, what follows it and when; null: nothing does. */
export const nextWords = (state: GameState): string | null => {
  const left = state._tag === "Verdict" ? timeLeftWords(state.settings.verdictMs, state) : null
  return left === null ? null : `⏳ ${capital(left)}`
}
