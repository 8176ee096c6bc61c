/** VK's published schema as valid JSON Schema, corrected where recorded answers of VK differ from it. */
import { Ajv, type ValidateFunction } from "ajv"
import { readFileSync } from "node:fs"
import { join } from "node:path"

type Node = { [field: string]: unknown }
type Files = { [file: string]: { definitions: { [name: string]: Node } } }

const source = join(import.meta.dirname, "../fixtures/vk-api-schema/subset.json")

/** Words of VK's own that mean nothing to a validator, or would mislead it. */
const strange = new Set([
  "entity",
  "enumNames",
  "discriminator",
  "prefix",
  "nullable",
  "format",
  "deprecated_from_version"
])

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value)

const requiredOf = (properties: unknown): ReadonlyArray<string> =>
  isNode(properties)
    ? Object.entries(properties)
        .filter(([, it]) => isNode(it) && it["required"] === true)
        .map(([name]) => name)
    : []

/** VK marks each property as required; JSON Schema wants their list on the object. */
const toJsonSchema = (value: unknown, insideProperties = false): unknown => {
  if (Array.isArray(value)) return value.map((item) => toJsonSchema(item))
  if (!isNode(value)) return value
  const fields = Object.entries(value)
    .filter(
      ([key, item]) => insideProperties || (!strange.has(key) && !(key === "required" && typeof item === "boolean"))
    )
    .map(([key, item]) => [key, toJsonSchema(item, key === "properties" && !insideProperties)])
  const required = insideProperties ? [] : requiredOf(value["properties"])
  return { ...Object.fromEntries(fields), ...(required.length === 0 ? {} : { required }) }
}

/** A property of a definition, to be corrected in place. */
const property = (files: Files, file: string, definition: string, name: string): Node => {
  const properties = files[file]?.definitions[definition]?.["properties"]
  const found = isNode(properties) ? properties[name] : undefined
  if (!isNode(found)) throw new Error(`the overlay speaks of ${definition}.${name}, which is not there`)
  return found
}

/** Where the schema is wrong. Each line is seen in recorded answers or in VK's own description of the call. */
const optional: ReadonlyArray<readonly [string, string, string]> = [
  // Inline keyboards have no one_time.
  ["messages/objects.json", "messages_keyboard", "one_time"],
  // Never sent.
  ["base/objects.json", "base_error", "inner_type"]
]

const correct = (files: Files): void => {
  for (const [file, definition, name] of optional) delete property(files, file, definition, name)["required"]
  // A button's payload arrives as the value itself, not as a string.
  const payload = property(files, "callback/objects.json", "callback_message_event", "payload")
  delete payload["type"]
  // Documented and sent, but missing from the list.
  const color = property(files, "messages/objects.json", "messages_keyboard_button", "color")
  if (Array.isArray(color["enum"])) color["enum"] = [...color["enum"], "secondary"]
}

const load = (): Ajv => {
  const files: Files = JSON.parse(readFileSync(source, "utf8"))
  correct(files)
  const ajv = new Ajv({ strict: false, allErrors: true })
  for (const [file, content] of Object.entries(files)) {
    const definitions = Object.entries(content.definitions).map(([name, node]) => [name, toJsonSchema(node)])
    ajv.addSchema({ $id: `vk://schema/${file}`, definitions: Object.fromEntries(definitions) })
  }
  return ajv
}

const ajv = load()

const validator = (file: string, definition: string): ValidateFunction => {
  const validate = ajv.getSchema(`vk://schema/${file}#/definitions/${definition}`)
  if (validate === undefined) throw new Error(`no definition ${definition} in ${file}`)
  return validate
}

/** What is wrong with a value; an empty list when VK's schema allows it. */
export const complaints = (file: string, definition: string, value: unknown): ReadonlyArray<string> => {
  const validate = validator(file, definition)
  void validate(value)
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
}
