/** execute: runs a script's calls one after another; a refused one is `false` and is listed beside the answer. */
import { methodsIn, type Script } from "./parse-script.ts"
import { VkError } from "./vk-error.ts"

const MAX_CALLS = 25

export interface ExecuteError {
  readonly method: string
  readonly error_code: number
  readonly error_msg: string
}

export interface Executed {
  readonly response: unknown
  readonly execute_errors?: ReadonlyArray<ExecuteError>
}

export type CallMethod = (method: string, params: ReadonlyMap<string, string>) => unknown

/** A value as a parameter's text: lists with commas, objects as JSON, flags as 1 and 0. */
const asText = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "1" : "0"
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.map(asText).join(",")
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

const asParams = (value: unknown): ReadonlyMap<string, string> => {
  if (typeof value !== "object" || value === null) return new Map()
  return new Map(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, asText(item)])
  )
}

export const runScript = (script: Script, call: CallMethod): Executed => {
  if (methodsIn(script).length > MAX_CALLS) throw new VkError(13, "too many api calls")
  const errors: Array<ExecuteError> = []

  const evaluate = (node: Script): unknown => {
    switch (node.type) {
      case "value":
        return node.value
      case "list":
        return node.items.map(evaluate)
      case "object":
        return Object.fromEntries(node.fields.map(([key, field]) => [key, evaluate(field)]))
      case "call":
        return attempt(node.method, asParams(node.params === undefined ? undefined : evaluate(node.params)))
    }
  }

  const attempt = (method: string, params: ReadonlyMap<string, string>): unknown => {
    try {
      return call(method, params)
    } catch (error) {
      if (!(error instanceof VkError)) throw error
      errors.push({ method, error_code: error.code, error_msg: error.message })
      return false
    }
  }

  const response = evaluate(script)
  return errors.length === 0 ? { response } : { response, execute_errors: errors }
}
