/** Whether VK would take a keyboard: its grid, its total, and each button. */
import type { Keyboard } from "../state/keyboard.ts"
import { checkButton, isRecord } from "./check-button.ts"
import { invalid, VkError } from "./vk-error.ts"

const columnsMax = 5
const limitsByPlace = {
  regular: { rows: 10, total: 40 },
  inline: { rows: 6, total: 10 }
}

const refuse = (detail: string): VkError => new VkError(911, detail)

const readFlag = (keyboard: Readonly<Record<string, unknown>>, name: "inline" | "one_time"): boolean => {
  const value = keyboard[name]
  if (value === undefined) return false
  if (typeof value !== "boolean") throw refuse(`${name} property should be boolean`)
  return value
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    throw invalid("keyboard contains incorrect JSON")
  }
}

const checkRow = (row: unknown, index: number): ReadonlyArray<unknown> => {
  if (!Array.isArray(row)) throw refuse(`row [${index}] should be array`)
  if (row.length === 0) throw refuse(`row [${index}] is empty`)
  if (row.length > columnsMax) throw refuse(`row ${index} contains too much columns`)
  return row
}

export const checkKeyboard = (json: string, groupId: number): Keyboard => {
  const keyboard = parse(json)
  if (!isRecord(keyboard)) throw invalid("keyboard contains incorrect JSON")
  const inline = readFlag(keyboard, "inline")
  const one_time = readFlag(keyboard, "one_time")
  if (inline && one_time) throw refuse("one_time property is not supported with inline keyboard")
  const rows = keyboard["buttons"]
  if (!Array.isArray(rows)) throw refuse("buttons property should be array")
  const limits = inline ? limitsByPlace.inline : limitsByPlace.regular
  if (rows.length > limits.rows) throw refuse("buttons contain too much rows")
  const grid = rows.map(checkRow)
  if (grid.flat().length > limits.total) throw refuse("keyboard contains too much buttons")
  if (inline && grid.length === 0) throw refuse("inline keyboard should contain buttons")
  const buttons = grid.map((row, y) => row.map((button, x) => checkButton(button, `button [${y}][${x}]`, one_time)))
  return { one_time, inline, buttons, author_id: -groupId }
}
