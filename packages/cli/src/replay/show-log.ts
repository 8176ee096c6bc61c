/** A log played again, step by step: what happened, and what the bot said to it. */
import { type GameEffect, type GameEvent, type GameState, reduce, type Settings } from "@znatoki/engine"
import { speak } from "@znatoki/host/speak"
import { clockOf, messageLines, type Paint } from "../play/screen.ts"

/** The state before the first event: the log itself tells which game of its conversation it is, if anything does. */
export const stateBefore = (events: ReadonlyArray<GameEvent>, settings: Settings): GameState => {
  const timer = events.find((event) => event._tag === "TimerFired")
  return { _tag: "Idle", game: Math.max(0, (timer?.game ?? 1) - 1), settings }
}

export const showLog = (
  first: GameState,
  events: ReadonlyArray<GameEvent>,
  paint: Paint,
  print: (line: string) => void
): GameState => {
  const startMs = events[0]?.atMs ?? 0
  let state = first
  let effects: Array<GameEffect> = []
  for (const event of events) {
    const step = reduce(state, event)
    state = step.state
    effects.push(...step.effects)
    print(`${paint("dim", clockOf(event.atMs - startMs))} ${eventLine(event, paint)}`)
    // The question that is wanted is said together with what wanted it.
    if (step.effects.some(({ _tag }) => _tag === "QuestionWanted")) continue
    const spoken = effects.length === 0 ? [] : speak(state, effects, "clock").outgoing
    effects = []
    for (const message of spoken) for (const line of messageLines(message, paint)) print(`      ${line}`.trimEnd())
  }
  return state
}

/** The event in one line: its name, and what is not its time, its dice or a whole question. */
const eventLine = (event: GameEvent, paint: Paint): string => {
  const { _tag, atMs: _atMs, seed: _seed, ...rest } = event
  const details = Object.entries(rest)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${brief(value)}`)
  return [paint("bold", _tag), ...details].join("  ")
}

const brief = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if ("name" in value && typeof value.name === "string") return value.name
  if ("preset" in value) return String(value.preset)
  if ("id" in value) return `№ ${String(value.id)}`
  return Object.values(value).join("/")
}
