/** How a game looks in a terminal: the bot's messages with numbered buttons, the talk of the others. */
import type { GameEffect } from "@znatoki/engine"
import type { Button, Keyboard, Outgoing } from "@znatoki/host/message"
import { plainText } from "@znatoki/host/plain-text"
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

export const messageLines = (message: Outgoing, paint: Paint): ReadonlyArray<string> => {
  if (message._tag === "Amend") return []
  const bar = paint("cyan", "┃")
  const text = plainText(message.text)
    .split("\n")
    .map((line) => `${bar} ${line}`.trimEnd())
  const buttons = buttonsOf(message.keyboard).map(({ label }, i) => `${paint("bold", `[${i + 1}]`)} ${label}`)
  return ["", ...text, ...(buttons.length === 0 ? [] : [`${bar} ${buttons.join("   ")}`])]
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
