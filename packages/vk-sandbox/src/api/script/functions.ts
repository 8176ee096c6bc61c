/** The functions VKScript has of its own: of arrays, of texts, of numbers. */
import { asNumber, asString, runtimeError, type Value } from "./values.ts"

type Args = ReadonlyArray<Value>

const optional = (value: Value | undefined): number | undefined => (value === undefined ? undefined : asNumber(value))

const ofArray: Readonly<Record<string, (array: Array<Value>, args: Args) => Value>> = {
  push: (array, args) => array.push(...args),
  pop: (array) => array.pop() ?? null,
  shift: (array) => array.shift() ?? null,
  unshift: (array, args) => array.unshift(...args),
  slice: (array, [from, to]) => array.slice(optional(from), optional(to)),
  splice: (array, [from = 0, count, ...items]) =>
    array.splice(asNumber(from), count === undefined ? array.length : asNumber(count), ...items),
  indexOf: (array, [item = null]) => array.indexOf(item),
  join: (array, [separator = ","]) => array.map(asString).join(asString(separator))
}

const ofText: Readonly<Record<string, (text: string, args: Args) => Value>> = {
  substr: (text, [from = 0, length]) => {
    const start = asNumber(from) < 0 ? Math.max(0, text.length + asNumber(from)) : asNumber(from)
    return text.slice(start, length === undefined ? undefined : start + Math.max(0, asNumber(length)))
  },
  split: (text, [separator = ""]) => text.split(asString(separator)),
  indexOf: (text, [part = ""]) => text.indexOf(asString(part))
}

const free: Readonly<Record<string, (args: Args) => Value>> = {
  parseInt: ([value = null]) => Number.parseInt(asString(value), 10) || 0,
  parseDouble: ([value = null]) => Number.parseFloat(asString(value)) || 0
}

export const invoke = (of: Value, name: string, args: Args): Value => {
  if (Array.isArray(of) && Object.hasOwn(ofArray, name)) return ofArray[name]?.(of, args) ?? null
  if (typeof of === "string" && Object.hasOwn(ofText, name)) return ofText[name]?.(of, args) ?? null
  throw runtimeError(`no method ${name}`)
}

export const callFunction = (name: string, args: Args): Value => {
  if (!Object.hasOwn(free, name)) throw runtimeError(`no function ${name}`)
  return free[name]?.(args) ?? null
}
