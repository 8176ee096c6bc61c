/** Whether a call's parameters are those of VK's schema; they arrive as text. */
import { checkValue } from "./check-value.ts"
import type { ParameterNode, VkSchema } from "./schema-node.ts"

type Complaints = ReadonlyArray<string>

/** Taken by every method. */
const everywhere = new Set(["access_token", "v", "lang", "test_mode", "captcha_sid", "captcha_key", "confirm", "https"])

const booleans: Readonly<Record<string, boolean>> = { 0: false, 1: true, false: false, true: true }

/** Text as the value it stands for; text that stands for none stays text, and the schema says what is wrong. */
const scalar = (text: string, type: ParameterNode["type"]): unknown => {
  const types = new Set([type].flat())
  if ((types.has("integer") || types.has("number")) && /^-?\d+(?:\.\d+)?$/.test(text.trim())) return Number(text)
  return types.has("boolean") ? (booleans[text] ?? text) : text
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const valueOf = ({ items, type }: ParameterNode, text: string): unknown =>
  type === "array"
    ? text
        .split(",")
        .filter((item) => item.trim() !== "")
        .map((item) => scalar(item.trim(), items?.type))
    : scalar(text, type)

const checkOne = ({ definitions }: VkSchema, parameter: ParameterNode, text: string | undefined): Complaints => {
  const { name } = parameter
  if (text === undefined || text === "") return parameter.required === true ? [`parameter ${name} is missing`] : []
  const { $ref, required: _required, ...plain } = parameter
  const at = `parameter ${name}`
  const complaints = checkValue(definitions, plain, valueOf(parameter, text), at)
  if ($ref === undefined || complaints.length > 0) return complaints
  // A string that holds JSON of this shape, or is one of its words.
  const isJson = /^[[{]/.test(text)
  return checkValue(definitions, { $ref }, isJson ? parsed(text) : text, at)
}

export const checkRequest = (schema: VkSchema, method: string, params: ReadonlyMap<string, string>): Complaints => {
  const known = schema.methods[method]?.parameters
  if (known === undefined) return []
  const unknown = [...params.keys()].filter(
    (name) => !everywhere.has(name) && !known.some((parameter) => parameter.name === name)
  )
  return [
    ...unknown.map((name) => `parameter ${name} is none of VK's`),
    ...known.flatMap((parameter) => checkOne(schema, parameter, params.get(parameter.name)))
  ]
}
