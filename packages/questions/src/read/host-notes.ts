/** What of a question is for the host alone: [notes] and the first half of (screen … | …). Players see the rest. */
import { closingsOf } from "./brackets.ts"

const screenMark = "(screen "

/** The half of `(screen A|B)` that players see; null: it is no such mark, or not one with two halves. */
const screenOf = (text: string, at: number, end: number | undefined): string | null => {
  if (end === undefined || !text.startsWith(screenMark, at)) return null
  const halves = text.slice(at + screenMark.length, end).split("|")
  return halves.length === 2 ? (halves[1]?.trim() ?? null) : null
}

const isHandout = (note: string): boolean => /^\s*раздат/i.test(note)

/** A note that is gone leaves no gap before what follows it. */
const closedUp = (shown: string, next: string | undefined): string =>
  next === undefined || /[\s.,;:!?»)]/.test(next) ? shown.replace(/ {1,9}$/, "") : shown

export const shownOf = (text: string): string => {
  const notes = closingsOf(text, "[", "]")
  const rounds = closingsOf(text, "(", ")")
  let shown = ""
  for (let at = 0; at < text.length; at++) {
    const noteEnd = notes.get(at)
    const screen = screenOf(text, at, rounds.get(at))
    if (noteEnd !== undefined && !isHandout(text.slice(at + 1, at + 12))) {
      at = noteEnd
      shown = closedUp(shown, text[at + 1])
    } else if (screen !== null) {
      shown += screen
      at = rounds.get(at) ?? at
    } else shown += text[at]
  }
  return shown.trim() || text
}
