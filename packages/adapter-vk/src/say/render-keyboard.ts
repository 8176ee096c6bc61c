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
  const met = new Map<string, number>()
  return buttons.map(({ label }) => {
    const short = cut(label.trim() || "…", labelMax)
    const before = met.get(short) ?? 0
    met.set(short, before + 1)
    if (before === 0 || short === label) return short
    const number = ` ${before + 1}`
    return cut(short, labelMax - number.length) + number
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

/** In the order of the host's rows; one that is too long goes on in the next. What VK would not take is passed over. */
const inRows = ({ place, rows }: Keyboard): ReadonlyArray<ReadonlyArray<VkButton>> => {
  const limits = limitsOf[place]
  const labels = labelsOf(rows.flat())
  const shown: Array<Array<VkButton>> = []
  let [met, room]: [number, number] = [0, limits.buttons]
  for (const row of rows) {
    let last: Array<VkButton> = []
    for (const button of row) {
      const rendered = renderButton(button, labels[met++] ?? "", place === "under message" ? "callback" : "text")
      const begins = last.length % columnsMax === 0
      if (rendered.action.payload.length > payloadMax || room === 0 || (begins && shown.length === limits.rows))
        continue
      if (begins) shown.push((last = []))
      last.push(rendered)
      room--
    }
  }
  return shown
}

export const renderKeyboard = (keyboard: Keyboard): RenderedKeyboard => {
  const inline = keyboard.place === "under message"
  const buttons = inRows(keyboard)
  const left = keyboard.rows.flat().length - buttons.flat().length
  // An empty keyboard under the input takes away the one that is there; under a message it means nothing.
  if (inline && buttons.length === 0) return { json: null, left }
  return { json: JSON.stringify(inline ? { inline, buttons } : { one_time: false, inline, buttons }), left }
}
