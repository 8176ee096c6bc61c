/** How a game looks in a terminal: the bot's messages with numbered buttons, the talk of the others. */
import type { GameEffect } from "@znatoki/engine"
import type { Button, Keyboard, Outgoing } from "@znatoki/chat/message"
import { plainText } from "@znatoki/chat/plain-text"
import { clockIsOff, settingsWords } from "@znatoki/host/game-words"
import stringWidth from "string-width"
import wrapAnsi from "wrap-ansi"
import { styleText } from "node:util"

type Style = Parameters<typeof styleText>[0]

export interface Paint {
  (style: Style, text: string): string
}

export const paintFor =
  (colours: boolean): Paint =>
  (style, text) =>
    colours ? styleText(style, text) : text

export const buttonsOf = (keyboard: Keyboard | null): ReadonlyArray<Button> => keyboard?.rows.flat() ?? []

const noBreak = "\u00A0"

/** No line begins with a dash or a dot between two things, and a number keeps what it counts: «10 секунд». */
const bound = (text: string): string =>
  text
    .replaceAll(/(?<=(?:^|\s)\S{0,19}[\p{L}\p{N}».,)]) (?=[—·] )/gu, noBreak)
    .replaceAll(/(?<=(?:^|\s)\d{1,4}) (?=\p{L}\S{0,19}(?:\s|$))/gu, noBreak)

/** Broken at spaces, a word only if it is wider than the screen; `margin` before every line. `width` null: as it is. */
export const wrapped = (text: string, margin: string, width: number | null): ReadonlyArray<string> => {
  const lines = width === null ? text : wrapAnsi(bound(text), Math.max(1, width - stringWidth(margin)), { hard: true })
  return lines.split("\n").map((line) => `${margin}${line.replaceAll(noBreak, " ")}`.trimEnd())
}

/** At a terminal nobody has switched the clock off: it runs beside the prompt. */
const withoutClockWords = (words: string): string => words.replace(`\n${clockIsOff}`, "")

export const messageLines = (message: Outgoing, paint: Paint, width: number | null = null): ReadonlyArray<string> => {
  if (message._tag === "Amend") return []
  const margin = `${paint("cyan", "┃")} `
  const text = wrapped(withoutClockWords(plainText(message.text)), margin, width)
  // A button's number stays with its words.
  const buttons = buttonsOf(message.keyboard).map(({ label }, i) => {
    const words = width === null ? ` ${label}` : `${noBreak}${label.replaceAll(" ", noBreak)}`
    return `${paint("bold", `[${i + 1}]`)}${words}`
  })
  return ["", ...text, ...(buttons.length === 0 ? [] : wrapped(buttons.join("   "), margin, width))]
}

/** What stands before what a person types: the time that is left, where one runs. */
export const promptAt = (leftMs: number | null, paint: Paint): string => {
  const time = leftMs === null ? "" : `${paint("dim", timeLeft(Math.max(0, leftMs)))} `
  return `${time}${paint("green", "›")} `
}

/** Rounded up. Nobody counts the seconds of hours. */
const timeLeft = (ms: number): string =>
  ms > hourMs ? `ещё ${Math.ceil(ms / hourMs)} ч` : clockOf(Math.ceil(ms / 1_000) * 1_000)

/** Beside the bot's messages, not among them. */
const aside = "  "

export const talkLines = (by: string, text: string, paint: Paint, width: number | null = null): ReadonlyArray<string> =>
  wrapped(`${paint("bold", `${by}:`)} ${text}`, aside, width)

const changeOf = (effect: GameEffect): string | null => {
  switch (effect._tag) {
    case "SeatsChanged":
      return `${effect.player.name} ${effect.change === "joined" ? "— за столом" : "— из-за стола"}`
    case "SettingsChosen":
      return settingsWords(effect.settings)
    case "VoteTaken":
      return `За — ${effect.yes}, против — ${effect.no}`
    default:
      return null
  }
}

/** In a terminal nothing can be amended, so what a chat tells by that is told in a line of its own. */
export const changeLines = (
  effects: ReadonlyArray<GameEffect>,
  paint: Paint,
  width: number | null = null
): ReadonlyArray<string> =>
  effects.flatMap((effect) => {
    const told = changeOf(effect)
    return told === null ? [] : wrapped(paint("dim", told), aside, width)
  })

export const noticeLines = (notice: string, paint: Paint, width: number | null): ReadonlyArray<string> =>
  wrapped(paint("yellow", `» ${notice}`), aside, width)

const hourMs = 3_600_000

/** `мм:сс`, or `ч:мм:сс` from the first hour on. */
export const clockOf = (ms: number): string => {
  const seconds = Math.floor(ms / 1_000)
  const hours = ms < hourMs ? "" : `${Math.floor(ms / hourMs)}:`
  return `${hours}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const two = (n: number): string => String(n).padStart(2, "0")
