/** The clock in the message of a question: when one runs, how often it moves, how it looks and is taken away. */
import { type GameState, momentOf } from "@znatoki/engine"
import type { RunningClock, Span, Text } from "@znatoki/chat/message"
import { remains } from "./duration-words.ts"

const cells = 8
/** The last of them takes it away. */
const changesInMinute = 5
const minuteMs = 60_000

/** How often it moves while it runs; 0: it is not worth looking at. */
export const clockMoves = (ofMs: number): number =>
  Math.min(cells - 1, Math.max(0, Math.floor((ofMs * changesInMinute) / minuteMs) - 1))

/** How many of its moves are still to come. */
export const movesLeft = (leftMs: number, ofMs: number): number =>
  Math.ceil((Math.max(0, leftMs) / ofMs) * (clockMoves(ofMs) + 1))

/** Null: none runs, or nobody wants to see it. */
export const clockOf = (state: GameState): RunningClock | null => {
  if (state._tag !== "Discussion" || !state.settings.clock) return null
  const { endsAtMs, minutesSpent, series, settings } = state
  const ofMs = (series === null ? settings.discussionMs : settings.blitzMs) + minutesSpent * settings.discussionMs
  if (clockMoves(ofMs) === 0) return null
  const { game, place = 1, round } = momentOf(state)
  return { name: `${game}/${round}.${place}/clock`, endsAtMs, ofMs }
}

/** «■■■■■■□□ …» */
export const clockLine = (leftMs: number, ofMs: number, words = remains(leftMs)): string => {
  const full = Math.min(cells, Math.ceil((Math.max(0, leftMs) / ofMs) * cells))
  return `${"■".repeat(full)}${"□".repeat(cells - full)} ${words}`
}

const shown = /^[■□]{8} [^\n]*$/gmu
/** With the line break that would be left of it. */
const shownWhole = /^[■□]{8} [^\n]*(?:\n|$)/gmu

export const hasClock = (text: Text): boolean => text.some(isShown)

const isShown = (span: Span): boolean => typeof span === "string" && span.search(shown) !== -1

/** In which of the spans: in a question something may look like it, but that comes before. */
const placeOf = (text: Text): number => text.findLastIndex(isShown)

export const withClock = (text: Text, leftMs: number, ofMs: number): Text =>
  changed(text, (words) => replacedLast(words, shown, clockLine(leftMs, ofMs)))

export const withoutClock = (text: Text): Text => {
  const rest = changed(text, (words) => replacedLast(words, shownWhole, ""))
  const last = rest.at(-1)
  return typeof last === "string" ? [...rest.slice(0, -1), last.trimEnd()] : rest
}

const changed = (text: Text, change: (words: string) => string): Text => {
  const place = placeOf(text)
  return text.map((span, i): Span => (i === place && typeof span === "string" ? change(span) : span))
}

const replacedLast = (words: string, pattern: RegExp, instead: string): string => {
  const found = [...words.matchAll(pattern)].at(-1)
  return found === undefined
    ? words
    : words.slice(0, found.index) + instead + words.slice(found.index + found[0].length)
}
