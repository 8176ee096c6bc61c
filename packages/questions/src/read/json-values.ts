/** What a JSON value says as a text or as several: a number is read as its text, true and false are no texts. */

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Null: it says nothing, or is no text. A person is an object with a name. */
export const textIn = (value: unknown): string | null => {
  const said = isObject(value) ? value["name"] : value
  if (typeof said === "number") return String(said)
  if (typeof said !== "string" || said.trim() === "") return null
  return said.trim()
}

export const textsIn = (value: unknown): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : [value]).map(textIn).filter((each) => each !== null)
