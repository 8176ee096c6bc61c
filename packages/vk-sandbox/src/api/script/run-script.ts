/** execute: runs a script; a refused call of the API is `false` and is listed beside the answer. */
import { VkError } from "../vk-error.ts"
import { callFunction, invoke } from "./functions.ts"
import { methodsIn } from "./parse-script.ts"
import type { Expression, Place, Script, Statement } from "./syntax.ts"
import {
  binary,
  checkSize,
  isFields,
  isTrue,
  memberOf,
  removeMember,
  runtimeError,
  setMember,
  unary,
  type Value
} from "./values.ts"

const maxCalls = 25
/** Far more than 25 large calls need; a loop without an end is over in a moment. */
const maxSteps = 100_000

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
const asText = (value: Value): string => {
  if (typeof value === "boolean") return value ? "1" : "0"
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.map(asText).join(",")
  return typeof value === "object" ? toJson(value) : String(value)
}

const toJson = (value: Value): string => {
  checkSize(value)
  return JSON.stringify(value)
}

const asParams = (value: Value): ReadonlyMap<string, string> => {
  if (!isFields(value)) return new Map()
  return new Map(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, asText(item)])
  )
}

/** A script may change what it is given: it gets its own. */
const ownCopy = (answer: unknown): Value => {
  const copy: Value | undefined = JSON.parse(JSON.stringify(answer) ?? "null")
  return copy ?? null
}

/** What `return` brought; a script may also end without one. */
interface Returned {
  readonly value: Value
}

class Run {
  readonly errors: Array<ExecuteError> = []
  readonly #variables = new Map<string, Value>()
  readonly #call: CallMethod
  #calls = 0
  #steps = 0

  constructor(call: CallMethod) {
    this.#call = call
  }

  script(script: Script): Returned | undefined {
    for (const statement of script) {
      const returned = this.#statement(statement)
      if (returned !== undefined) return returned
    }
    return undefined
  }

  #step(): void {
    if (++this.#steps > maxSteps) throw runtimeError("too many operations")
  }

  #statement(statement: Statement): Returned | undefined {
    this.#step()
    switch (statement.type) {
      case "var":
        this.#variables.set(statement.name, this.#optional(statement.value))
        return undefined
      case "assign":
        this.#assign(statement.place, statement.operator, this.#value(statement.value))
        return undefined
      case "delete":
        this.#delete(statement.place)
        return undefined
      case "expression":
        this.#value(statement.value)
        return undefined
      case "if":
        return this.script(isTrue(this.#value(statement.condition)) ? statement.whenTrue : statement.otherwise)
      case "while":
        return this.#while(statement.condition, statement.body)
      case "return":
        return { value: this.#optional(statement.value) }
    }
  }

  #while(condition: Expression, body: Script): Returned | undefined {
    while (isTrue(this.#value(condition))) {
      const returned = this.script(body)
      if (returned !== undefined) return returned
    }
    return undefined
  }

  #assign(place: Place, operator: string | undefined, value: Value): void {
    const next = operator === undefined ? value : binary(operator, this.#value(place), value)
    if (place.type === "member") setMember(this.#value(place.of), this.#value(place.key), next)
    else if (this.#variables.has(place.name)) this.#variables.set(place.name, next)
    else throw runtimeError(`unknown variable ${place.name}`)
  }

  #delete(place: Place): void {
    if (place.type === "member") removeMember(this.#value(place.of), this.#value(place.key))
    else this.#variables.delete(place.name)
  }

  #optional(expression: Expression | undefined): Value {
    return expression === undefined ? null : this.#value(expression)
  }

  #values(expressions: ReadonlyArray<Expression>): Array<Value> {
    return expressions.map((expression) => this.#value(expression))
  }

  #value(node: Expression): Value {
    this.#step()
    switch (node.type) {
      case "value":
        return node.value
      case "list":
        return this.#values(node.items)
      case "object":
        return Object.fromEntries(node.fields.map(([key, field]) => [key, this.#value(field)]))
      case "call":
        return this.#callApi(node.method, asParams(this.#optional(node.params)))
      case "variable":
        return this.#variable(node.name)
      case "member":
        return memberOf(this.#value(node.of), this.#value(node.key))
      case "pluck":
        return this.#pluck(this.#value(node.of), node.field)
      case "invoke":
        return invoke(this.#value(node.of), node.name, this.#values(node.args))
      case "function":
        return callFunction(node.name, this.#values(node.args))
      case "unary":
        return unary(node.operator, this.#value(node.of))
      case "binary":
        return this.#binary(node.operator, node.left, node.right)
    }
  }

  #binary(operator: string, left: Expression, right: Expression): Value {
    const first = this.#value(left)
    if (operator === "&&") return isTrue(first) ? this.#value(right) : first
    if (operator === "||") return isTrue(first) ? first : this.#value(right)
    return binary(operator, first, this.#value(right))
  }

  #variable(name: string): Value {
    const value = this.#variables.get(name)
    if (value === undefined) throw runtimeError(`unknown variable ${name}`)
    return value
  }

  #pluck(of: Value, field: string): Value {
    return Array.isArray(of) ? of.map((item) => memberOf(item, field)) : null
  }

  #callApi(method: string, params: ReadonlyMap<string, string>): Value {
    if (++this.#calls > maxCalls) throw runtimeError("too many api calls")
    try {
      return ownCopy(this.#call(method, params))
    } catch (error) {
      if (!(error instanceof VkError)) throw error
      this.errors.push({ method, error_code: error.code, error_msg: error.message })
      return false
    }
  }
}

/** No loop, no choice: what is written is what will be called. */
const isStraight = (script: Script): boolean => script.every(({ type }) => type !== "if" && type !== "while")

export const runScript = (script: Script, call: CallMethod): Executed => {
  if (isStraight(script) && methodsIn(script).length > maxCalls) throw runtimeError("too many api calls")
  const run = new Run(call)
  const response = run.script(script)?.value ?? null
  checkSize(response)
  return run.errors.length === 0 ? { response } : { response, execute_errors: run.errors }
}
