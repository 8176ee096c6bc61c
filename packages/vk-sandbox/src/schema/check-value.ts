/** Whether a value is what VK's schema says, in VK's dialect of JSON Schema. */
import type { SchemaNode, VkSchema } from "./schema-node.ts"

type Definitions = VkSchema["definitions"]
type Complaints = ReadonlyArray<string>

const none: Complaints = []

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const fits: Readonly<Record<string, (value: unknown) => boolean>> = {
  integer: Number.isInteger,
  number: Number.isFinite,
  string: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  array: Array.isArray,
  object: isRecord
}

const listed = (types: SchemaNode["type"]): ReadonlyArray<string> =>
  typeof types === "string" ? [types] : (types ?? [])

const definitionOf = (definitions: Definitions, ref: string): SchemaNode => {
  const name = ref.slice(ref.lastIndexOf("/") + 1)
  const found = definitions[name]
  if (found === undefined) throw new Error(`VK's schema has no ${name}`)
  return found
}

const checkBounds = (node: SchemaNode, value: unknown, at: string): Complaints => {
  const { maxItems = Infinity, maxLength = Infinity, maximum = Infinity, minimum = -Infinity } = node
  if (typeof value === "number" && (value < minimum || value > maximum)) return [`${at} is ${value}, out of its range`]
  if (typeof value === "string" && value.length > maxLength) return [`${at} is longer than ${maxLength}`]
  if (Array.isArray(value) && value.length > maxItems) return [`${at} has more than ${maxItems} items`]
  return none
}

const checkProperties = (definitions: Definitions, node: SchemaNode, value: unknown, at: string): Complaints => {
  if (node.properties === undefined || !isRecord(value)) return none
  return Object.entries(node.properties).flatMap(([name, property]) => {
    const place = `${at}.${name}`
    if (value[name] !== undefined) return checkValue(definitions, property, value[name], place)
    return property.required === true ? [`${place} is missing`] : none
  })
}

/** Which of several it is, a property says; where none does, any may fit. */
const checkChoice = (definitions: Definitions, node: SchemaNode, value: unknown, at: string): Complaints => {
  const { discriminator, oneOf } = node
  if (discriminator !== undefined && isRecord(value)) {
    const kind = String(value[discriminator.propertyName])
    const ref = discriminator.mapping[kind]
    if (ref === undefined) return [`${at}.${discriminator.propertyName} is of no known kind: ${kind}`]
    return checkValue(definitions, { $ref: ref }, value, at)
  }
  if (oneOf === undefined) return none
  const tried = oneOf.map((choice) => checkValue(definitions, choice, value, at))
  return tried.some((complaints) => complaints.length === 0) ? none : (tried[0] ?? none)
}

/** What is wrong with it, each with its place; nothing when the schema allows it. */
export const checkValue = (definitions: Definitions, node: SchemaNode, value: unknown, at: string): Complaints => {
  const types = listed(node.type)
  if (types.length > 0 && !types.some((type) => fits[type]?.(value) !== false)) {
    return [`${at} should be ${types.join(" or ")}`]
  }
  const { allOf = [], items } = node
  return [
    ...(node.$ref === undefined ? none : checkValue(definitions, definitionOf(definitions, node.$ref), value, at)),
    ...(node.enum === undefined || node.enum.includes(value)
      ? none
      : [`${at} is none of its values: ${String(value)}`]),
    ...checkBounds(node, value, at),
    ...checkProperties(definitions, node, value, at),
    ...(items === undefined || !Array.isArray(value)
      ? none
      : value.flatMap((item, index) => checkValue(definitions, items, item, `${at}[${index}]`))),
    ...allOf.flatMap((part) => checkValue(definitions, part, value, at)),
    ...checkChoice(definitions, node, value, at)
  ]
}
