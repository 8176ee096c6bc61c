/** Reading a method's parameters as VK does: everything is text, and what does not fit is error 100. */
import { invalid } from "./vk-error.ts"

export interface Range {
  readonly min?: number
  readonly max?: number
}

export interface Params {
  readonly has: (name: string) => boolean
  readonly text: (name: string, maxLength?: number) => string | undefined
  readonly int: (name: string, range?: Range) => number | undefined
  readonly flag: (name: string) => boolean
  readonly list: (name: string, maxItems: number) => ReadonlyArray<string> | undefined
  readonly ints: (name: string, maxItems: number) => ReadonlyArray<number> | undefined
  readonly json: (name: string, maxLength?: number) => unknown
}

/** Turns "missing" into VK's refusal. */
export const required = <A>(name: string, value: A | undefined): A => {
  if (value === undefined) throw invalid(`${name} is a required parameter`)
  return value
}

const truths = new Set(["1", "true"])

const toInt = (name: string, text: string): number => {
  const value = Number(text)
  if (!/^-?\d+$/.test(text.trim()) || !Number.isFinite(value)) throw invalid(`${name} should be integer`)
  return value
}

const inRange = (name: string, value: number, { max, min }: Range): number => {
  if (min !== undefined && value < min) throw invalid(`${name} should be greater or equal to ${min}`)
  if (max !== undefined && value > max) throw invalid(`${name} should be less or equal to ${max}`)
  return value
}

export const readParams = (raw: ReadonlyMap<string, string>): Params => {
  const text: Params["text"] = (name, maxLength) => {
    const value = raw.get(name)
    if (value === undefined || value === "") return undefined
    if (maxLength !== undefined && value.length > maxLength) {
      throw invalid(`${name} should be less or equal to ${maxLength} letters`)
    }
    return value
  }
  const list: Params["list"] = (name, maxItems) => {
    const items = text(name)
      ?.split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "")
    if (items !== undefined && items.length > maxItems) {
      throw invalid(`${name} should contain no more than ${maxItems} elements`)
    }
    return items
  }
  return {
    has: (name) => text(name) !== undefined,
    text,
    int: (name, range = {}) => {
      const value = text(name)
      return value === undefined ? undefined : inRange(name, toInt(name, value), range)
    },
    flag: (name) => truths.has(raw.get(name) ?? ""),
    list,
    ints: (name, maxItems) => list(name, maxItems)?.map((item) => toInt(name, item)),
    json: (name, maxLength) => {
      const value = text(name, maxLength)
      if (value === undefined) return undefined
      try {
        return JSON.parse(value)
      } catch {
        throw invalid(`${name} contains incorrect JSON`)
      }
    }
  }
}
