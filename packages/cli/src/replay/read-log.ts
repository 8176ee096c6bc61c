/** A game's events out of a file: lines of `play --json`, pages of the admin API, or plain arrays of events. */
import { GameEvent } from "@znatoki/engine"
import { Result, Schema } from "effect"

export interface UnreadableLog {
  readonly problem: string
}

const Wrapped = Schema.Struct({ event: GameEvent })
const Entry = Schema.Union([Wrapped, GameEvent])
/** What `play --json` prints beside the events. */
const Aside = Schema.Struct({ type: Schema.Literal("effect") })
const isAside = Schema.is(Aside)
const decodeEntry = Schema.decodeUnknownResult(Entry)

export const readLog = (text: string): ReadonlyArray<GameEvent> | UnreadableLog => {
  const values = parse(text)
  if ("problem" in values) return values
  const events: Array<GameEvent> = []
  for (const [i, value] of values.entries()) {
    if (isAside(value)) continue
    const entry = decodeEntry(value)
    if (Result.isFailure(entry)) return { problem: `entry ${i + 1} is not an event of a game` }
    events.push("event" in entry.success ? entry.success.event : entry.success)
  }
  return events.length === 0 ? { problem: "there are no events in it" } : events
}

/** One JSON document, or one a line. */
const parse = (text: string): ReadonlyArray<unknown> | UnreadableLog => {
  const whole = parseJson(text)
  if (whole !== undefined) return entriesOf(whole)
  const values: Array<unknown> = []
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue
    const value = parseJson(line)
    if (value === undefined) return { problem: `line ${i + 1} is not JSON` }
    values.push(...entriesOf(value))
  }
  return values
}

const entriesOf = (value: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(value)) return value
  if (typeof value === "object" && value !== null && "items" in value && Array.isArray(value.items)) return value.items
  return [value]
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
