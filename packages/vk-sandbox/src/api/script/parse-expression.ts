/** Reads one expression of a script: a value, a call, something computed of others. */
import type { Expression } from "./syntax.ts"
import { compileError, isText, type Reader, unquote } from "./tokens.ts"

export const maxDepth = 50

const words = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null]
])

/** Words that name nothing of a script's own. */
const reserved = new Set([...words.keys(), "API", "var", "if", "else", "while", "return", "delete"])

/** What binds least comes first. */
const levels: ReadonlyArray<ReadonlyArray<string>> = [
  ["||"],
  ["&&"],
  ["|"],
  ["^"],
  ["&"],
  ["==", "!="],
  ["<", ">", "<=", ">="],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"]
]
const unary = new Set(["!", "-", "+", "~"])

export const isName = (token: string): boolean => /^[A-Za-z_$]/.test(token) && !reserved.has(token)

export const readName = (reader: Reader): string => {
  const name = reader.next()
  if (!isName(name)) throw compileError(`unexpected token ${name}`)
  return name
}

/** Items up to the closing bracket; a comma may end the list. */
const readItems = <A>(reader: Reader, close: string, readItem: () => A): ReadonlyArray<A> => {
  const items: Array<A> = []
  while (reader.peek() !== close) {
    items.push(readItem())
    if (reader.peek() === close) break
    reader.expect(",")
  }
  reader.expect(close)
  return items
}

export const readExpression = (reader: Reader, depth = 0): Expression => readBinary(reader, depth, 0)

const readBinary = (reader: Reader, depth: number, level: number): Expression => {
  const operators = levels[level]
  if (operators === undefined) return readUnary(reader, depth)
  let left = readBinary(reader, depth, level + 1)
  for (;;) {
    const operator = reader.peek()
    if (operator === undefined || !operators.includes(operator)) return left
    reader.next()
    left = { type: "binary", operator, left, right: readBinary(reader, depth, level + 1) }
  }
}

const readUnary = (reader: Reader, depth: number): Expression => {
  if (depth > maxDepth) throw compileError("nested too deep")
  const operator = reader.peek() ?? ""
  if (!unary.has(operator)) return readMembers(reader, depth, readPrimary(reader, depth + 1))
  reader.next()
  const of = readUnary(reader, depth + 1)
  const isNumber = operator === "-" && of.type === "value" && typeof of.value === "number"
  return isNumber ? { type: "value", value: -Number(of.value) } : { type: "unary", operator, of }
}

/** What follows a value: `.name`, `[key]`, `@.name`, `.name(…)`. */
const readMembers = (reader: Reader, depth: number, first: Expression): Expression => {
  let of = first
  for (;;) {
    if (reader.take(".")) of = readMember(reader, depth, of)
    else if (reader.take("@.")) of = { type: "pluck", of, field: reader.next() }
    else if (reader.take("[")) {
      of = { type: "member", of, key: readExpression(reader, depth + 1) }
      reader.expect("]")
    } else return of
  }
}

const readMember = (reader: Reader, depth: number, of: Expression): Expression => {
  const name = reader.next()
  if (!reader.take("(")) return { type: "member", of, key: { type: "value", value: name } }
  return { type: "invoke", of, name, args: readItems(reader, ")", () => readExpression(reader, depth + 1)) }
}

const readField = (reader: Reader, depth: number): readonly [string, Expression] => {
  const key = reader.next()
  reader.expect(":")
  return [isText(key) ? unquote(key) : key, readExpression(reader, depth)]
}

const readCall = (reader: Reader, depth: number): Expression => {
  const names: Array<string> = []
  while (reader.take(".")) names.push(reader.next())
  reader.expect("(")
  const params = reader.peek() === ")" ? undefined : readExpression(reader, depth)
  reader.expect(")")
  return { type: "call", method: names.join("."), params }
}

const readPrimary = (reader: Reader, depth: number): Expression => {
  if (depth > maxDepth) throw compileError("nested too deep")
  const token = reader.next()
  const word = words.get(token)
  if (word !== undefined) return { type: "value", value: word }
  if (token === "API") return readCall(reader, depth)
  if (token === "[") return { type: "list", items: readItems(reader, "]", () => readExpression(reader, depth)) }
  if (token === "{") return { type: "object", fields: readItems(reader, "}", () => readField(reader, depth)) }
  if (token === "(") {
    const inner = readExpression(reader, depth)
    reader.expect(")")
    return inner
  }
  if (isText(token)) return { type: "value", value: unquote(token) }
  if (/^\d/.test(token)) return { type: "value", value: Number(token) }
  if (!isName(token)) throw compileError(`unexpected token ${token}`)
  if (!reader.take("(")) return { type: "variable", name: token }
  return { type: "function", name: token, args: readItems(reader, ")", () => readExpression(reader, depth)) }
}
