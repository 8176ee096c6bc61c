/** How a game looks in a terminal: the bot's messages with numbered buttons, the talk of the others. */
import type { GameEffect } from "@znatoki/engine"
import type { Button, Keyboard, Outgoing } from "@znatoki/host/message"
import { plainText } from "@znatoki/host/plain-text"
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

/** Broken at spaces, a word only if it is wider than the screen; `margin` before every line. `width` null: as it is. */
export const wrapped = (text: string, margin: string, width: number | null): ReadonlyArray<string> => {
  const room = width === null ? null : Math.max(1, width - stringWidth(margin))
  const lines = (room === null ? text : wrapAnsi(text, room, { hard: true })).split("\n")
  return lines.map((line) => `${margin}${line}`.trimEnd())
}

const noBreak = "\u00A0"

export const messageLines = (message: Outgoing, paint: Paint, width: number | null = null): ReadonlyArray<string> => {
  if (message._tag === "Amend") return []
  const margin = `${paint("cyan", "┃")} `
  const text = wrapped(plainText(message.text), margin, width)
  // A button's number stays with its words.
  const buttons = buttonsOf(message.keyboard).map(({ label }, i) => {
    const words = width === null ? ` ${label}` : `${noBreak}${label.replaceAll(" ", noBreak)}`
    return `${paint("bold", `[${i + 1}]`)}${words}`
  })
  return ["", ...text, ...(buttons.length === 0 ? [] : wrapped(buttons.join("   "), margin, width))]
}

/** What stands before what a person types: the time that is left, where one runs. */
export const promptAt = (leftMs: number | null, paint: Paint): string => {
  const time = leftMs === null ? "" : `${paint("dim", clockOf(Math.ceil(Math.max(0, leftMs) / 1_000) * 1_000))} `
  return `${time}${paint("green", "›")} `
}

export const talkLine = (name: string, text: string, paint: Paint): string => `  ${paint("bold", `${name}:`)} ${text}`

/** In a terminal nothing can be amended, so people who come and go are told of in a line of their own. */
export const seatLines = (effects: ReadonlyArray<GameEffect>, paint: Paint): ReadonlyArray<string> =>
  effects.flatMap((effect) =>
    effect._tag === "SeatsChanged"
      ? [paint("dim", `  ${effect.player.name} ${effect.change === "joined" ? "— за столом" : "— из-за стола"}`)]
      : []
  )

export const noticeLine = (notice: string, paint: Paint): string => `  ${paint("yellow", `» ${notice}`)}`

/** `мм:сс` since the beginning. */
export const clockOf = (ms: number): string => {
  const seconds = Math.floor(ms / 1_000)
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}

const two = (n: number): string => String(n).padStart(2, "0")
