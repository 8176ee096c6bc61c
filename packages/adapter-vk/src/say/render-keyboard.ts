/** The host's buttons as VK's keyboard, never beyond VK's limits: a message without a button beats no message. */
import { Action } from "@znatoki/chat/action"
import { cut } from "@znatoki/chat/cut"
import type { Button, Keyboard } from "@znatoki/chat/message"
import { Schema } from "effect"

const labelMax = 40
const payloadMax = 255
const columnsMax = 5
const limitsOf = { "under message": { rows: 6, buttons: 10 }, "under input": { rows: 10, buttons: 40 } } as const

const encodeAction = Schema.encodeSync(Action)

export interface RenderedKeyboard {
  /** null: none at all. */
  readonly json: string | null
  /** Buttons VK would not have taken. */
  readonly left: number
}

/** VK refuses a keyboard with a blank label. Labels that are alike once they are cut are told apart by a number. */
const labelsOf = (buttons: ReadonlyArray<Button>): ReadonlyArray<string> => {
  const short = buttons.map(({ label }) => cut(label.trim() || "…", labelMax))
  return short.map((label, i) => {
    const before = short.slice(0, i).filter((other) => other === label).length
    if (before === 0 || label === buttons[i]?.label) return label
    const number = ` ${before + 1}`
    return cut(label, labelMax - number.length) + number
  })
}

const renderButton = (button: Button, label: string, type: "callback" | "text") => ({
  action: {
    type,
    label,
    payload: JSON.stringify(encodeAction(button.action))
  },
  color: button.color
})
type VkButton = ReturnType<typeof renderButton>

/** A row that is too long goes on in the next one. */
const inRows = (row: ReadonlyArray<VkButton>): ReadonlyArray<ReadonlyArray<VkButton>> =>
  Array.from({ length: Math.ceil(row.length / columnsMax) }, (_, n) => row.slice(n * columnsMax, (n + 1) * columnsMax))

const within = (
  rows: ReadonlyArray<ReadonlyArray<VkButton>>,
  limits: { readonly rows: number; readonly buttons: number }
): ReadonlyArray<ReadonlyArray<VkButton>> => {
  let room = limits.buttons
  return rows
    .slice(0, limits.rows)
    .map((row) => {
      const kept = row.slice(0, room)
      room -= kept.length
      return kept
    })
    .filter((row) => row.length > 0)
}

export const renderKeyboard = ({ place, rows }: Keyboard): RenderedKeyboard => {
  const inline = place === "under message"
  const type = inline ? "callback" : "text"
  const all = rows.flat()
  const labels = new Map(labelsOf(all).map((label, i) => [all[i], label]))
  const rendered = rows
    .map((row) => row.map((button) => renderButton(button, labels.get(button) ?? "", type)))
    .map((row) => row.filter((button) => button.action.payload.length <= payloadMax))
  const buttons = within(rendered.flatMap(inRows), limitsOf[place])
  const left = rows.flat().length - buttons.flat().length
  // An empty keyboard under the input takes away the one that is there; under a message it means nothing.
  if (inline && buttons.length === 0) return { json: null, left }
  return { json: JSON.stringify(inline ? { inline, buttons } : { one_time: false, inline, buttons }), left }
}
