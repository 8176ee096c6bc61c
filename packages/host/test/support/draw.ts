/** Draws what is said as a chat would show it: «@» before who is called, buttons in brackets. */
import type { Keyboard, Outgoing, Text } from "@znatoki/chat/message"
import type { Spoken } from "@znatoki/host/speak"

const drawText = (text: Text): string =>
  text.map((span) => (typeof span === "string" ? span : `@${span.mention.name}`)).join("")

const drawKeyboard = ({ place, rows }: Keyboard): string =>
  rows
    .map((row) => `${place === "under input" ? "▁" : " "} ${row.map(({ label }) => `[ ${label} ]`).join(" ")}`)
    .join("\n")

const drawOutgoing = (one: Outgoing): string =>
  [
    `── ${one._tag === "Say" ? "новое" : "правка"}${one.slot === null ? "" : ` (${one.slot})`}`,
    drawText(one.text),
    ...(one.keyboard === null ? [] : [drawKeyboard(one.keyboard)])
  ].join("\n")

export const draw = ({ notice, outgoing }: Spoken): string =>
  [...outgoing.map(drawOutgoing), ...(notice === null ? [] : [`(всплывает: ${notice})`])].join("\n") || "(тишина)"
