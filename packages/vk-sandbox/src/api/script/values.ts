/** What the values of a script are, and what can be computed of them. */
import { VkError } from "../vk-error.ts"

export type Value = string | number | boolean | null | Array<Value> | Fields
export interface Fields {
  [name: string]: Value
}

const textUnitsMax = 1_000_000
const valuesMax = 1_000_000
const depthMax = 100

export const runtimeError = (detail: string): VkError => new VkError(13, detail)

export const isFields = (value: Value): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Nothing is missing in VKScript: what is not there is null. */
export const memberOf = (value: Value, key: Value): Value => {
  if (Array.isArray(value)) return key === "length" ? value.length : (value[Number(key)] ?? null)
  if (typeof value === "string") return key === "length" ? value.length : null
  if (!isFields(value)) return null
  const name = asString(key)
  return Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

export const setMember = (owner: Value, key: Value, value: Value): void => {
  if (Array.isArray(owner)) {
    const place = Number(key)
    if (!Number.isInteger(place) || place < 0 || place > owner.length) throw runtimeError("no such place in the array")
    owner[place] = value
    return
  }
  if (!isFields(owner)) throw runtimeError("only arrays and objects have members")
  // Defined, not assigned: no name reaches the prototype.
  Object.defineProperty(owner, asString(key), { value, writable: true, enumerable: true, configurable: true })
}

export const removeMember = (owner: Value, key: Value): void => {
  if (Array.isArray(owner)) owner.splice(Number(key), 1)
  else if (isFields(owner)) delete owner[asString(key)]
}

export const isTrue = (value: Value): boolean => Boolean(value)

export const asNumber = (value: Value): number => {
  if (typeof value === "object") return 0
  const number = Number(value)
  return Number.isNaN(number) ? 0 : number
}

export const asString = (value: Value): string => {
  if (value === null) return ""
  if (Array.isArray(value)) return value.map(asString).join(",")
  return typeof value === "object" ? "[object Object]" : String(value)
}

const limited = (text: string): string => {
  if (text.length > textUnitsMax) throw runtimeError("the text is too long")
  return text
}

const isPlain = (value: Value): value is string | number | boolean => typeof value !== "object"

const areEqual = (a: Value, b: Value): boolean => {
  if (isPlain(a) && isPlain(b) && typeof a !== typeof b) return Number(a) === Number(b)
  return a === b
}

const plus = (a: Value, b: Value): Value =>
  typeof a === "number" && typeof b === "number" ? a + b : limited(asString(a) + asString(b))

const compare = (a: Value, b: Value): number => {
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0
  return asNumber(a) - asNumber(b)
}

const divide = (a: number, b: number): number => {
  if (b === 0) throw runtimeError("division by zero")
  return a / b
}

export const binary = (operator: string, a: Value, b: Value): Value => {
  switch (operator) {
    case "+":
      return plus(a, b)
    case "-":
      return asNumber(a) - asNumber(b)
    case "*":
      return asNumber(a) * asNumber(b)
    case "/":
      return divide(asNumber(a), asNumber(b))
    case "%":
      return asNumber(b) === 0 ? divide(1, 0) : asNumber(a) % asNumber(b)
    case "==":
      return areEqual(a, b)
    case "!=":
      return !areEqual(a, b)
    case "<":
      return compare(a, b) < 0
    case ">":
      return compare(a, b) > 0
    case "<=":
      return compare(a, b) <= 0
    case ">=":
      return compare(a, b) >= 0
    case "&":
      return asNumber(a) & asNumber(b)
    case "|":
      return asNumber(a) | asNumber(b)
    case "^":
      return asNumber(a) ^ asNumber(b)
    case "<<":
      return asNumber(a) << asNumber(b)
    case ">>":
      return asNumber(a) >> asNumber(b)
    default:
      throw runtimeError(`unknown operator ${operator}`)
  }
}

export const unary = (operator: string, value: Value): Value => {
  switch (operator) {
    case "!":
      return !isTrue(value)
    case "-":
      return -asNumber(value)
    case "+":
      return asNumber(value)
    case "~":
      return ~asNumber(value)
    default:
      throw runtimeError(`unknown operator ${operator}`)
  }
}

/** A few steps can build what no memory holds, or what contains itself. */
export const checkSize = (value: Value): void => {
  let left = valuesMax
  const walk = (part: Value, depth: number): void => {
    if (--left < 0 || depth > depthMax) throw runtimeError("the answer is too large")
    if (typeof part !== "object" || part === null) return
    for (const item of Object.values(part)) walk(item, depth + 1)
  }
  walk(value, 0)
}
