/** Reads the VKScript bots send to `execute`: variables, `if`, `while`, calls of the API. */
import { maxDepth, readExpression, readName } from "./parse-expression.ts"
import type { Expression, Place, Script, Statement } from "./syntax.ts"
import { compileError, makeReader, type Reader, tokenize } from "./tokens.ts"

const assigning = new Set(["=", "+=", "-=", "*=", "/=", "%="])

export const parseScript = (code: string): Script => {
  const reader = makeReader(tokenize(code))
  const statements: Array<Statement> = []
  while (reader.peek() !== undefined) statements.push(...readStatement(reader, 0))
  if (statements.length === 0) throw compileError("unexpected end of code")
  return statements
}

/** One, or several: `var a = 1, b = 2;`. A lone `;` is none. */
const readStatement = (reader: Reader, depth: number): ReadonlyArray<Statement> => {
  if (depth > maxDepth) throw compileError("nested too deep")
  if (reader.take(";")) return []
  if (reader.take("if")) return [readIf(reader, depth + 1)]
  if (reader.take("while")) {
    return [{ type: "while", condition: readCondition(reader), body: readBody(reader, depth + 1) }]
  }
  if (reader.take("{")) return readBlock(reader, depth + 1)
  const statements = readSimple(reader)
  endStatement(reader)
  return statements
}

const readSimple = (reader: Reader): ReadonlyArray<Statement> => {
  if (reader.take("var")) return readVariables(reader)
  if (reader.take("return")) {
    const isBare = reader.peek() === ";" || reader.peek() === "}"
    return [{ type: "return", value: isBare ? undefined : readExpression(reader) }]
  }
  if (reader.take("delete")) return [{ type: "delete", place: placeOf(readExpression(reader)) }]
  const value = readExpression(reader)
  const sign = reader.peek() ?? ""
  if (!assigning.has(sign)) return [{ type: "expression", value }]
  reader.next()
  const operator = sign === "=" ? undefined : sign.slice(0, 1)
  return [{ type: "assign", place: placeOf(value), operator, value: readExpression(reader) }]
}

/** The last statement, also of a block, may go without its semicolon. */
const endStatement = (reader: Reader): void => {
  const next = reader.peek()
  if (next !== undefined && next !== "}") reader.expect(";")
}

const readVariables = (reader: Reader): ReadonlyArray<Statement> => {
  const statements: Array<Statement> = []
  do {
    const name = readName(reader)
    statements.push({ type: "var", name, value: reader.take("=") ? readExpression(reader) : undefined })
  } while (reader.take(","))
  return statements
}

const placeOf = (expression: Expression): Place => {
  if (expression.type === "variable" || expression.type === "member") return expression
  throw compileError("this cannot be assigned to")
}

const readCondition = (reader: Reader): Expression => {
  reader.expect("(")
  const condition = readExpression(reader)
  reader.expect(")")
  return condition
}

const readBlock = (reader: Reader, depth: number): Script => {
  const statements: Array<Statement> = []
  while (!reader.take("}")) statements.push(...readStatement(reader, depth))
  return statements
}

const readBody = (reader: Reader, depth: number): Script => readStatement(reader, depth)

const readIf = (reader: Reader, depth: number): Statement => {
  const condition = readCondition(reader)
  const whenTrue = readBody(reader, depth)
  return { type: "if", condition, whenTrue, otherwise: reader.take("else") ? readBody(reader, depth) : [] }
}

/** The methods a script names, in order. */
export const methodsIn = (script: Script): ReadonlyArray<string> => script.flatMap(methodsOfStatement)

const methodsOfStatement = (statement: Statement): ReadonlyArray<string> => {
  switch (statement.type) {
    case "var":
    case "return":
      return statement.value === undefined ? [] : methodsOf(statement.value)
    case "assign":
      return [...methodsOf(statement.place), ...methodsOf(statement.value)]
    case "delete":
      return methodsOf(statement.place)
    case "expression":
      return methodsOf(statement.value)
    case "if":
      return [...methodsOf(statement.condition), ...methodsIn(statement.whenTrue), ...methodsIn(statement.otherwise)]
    case "while":
      return [...methodsOf(statement.condition), ...methodsIn(statement.body)]
  }
}

const methodsOf = (expression: Expression): ReadonlyArray<string> => {
  switch (expression.type) {
    case "value":
    case "variable":
      return []
    case "list":
      return expression.items.flatMap(methodsOf)
    case "object":
      return expression.fields.flatMap(([, field]) => methodsOf(field))
    case "call":
      return [...(expression.params === undefined ? [] : methodsOf(expression.params)), expression.method]
    case "member":
      return [...methodsOf(expression.of), ...methodsOf(expression.key)]
    case "pluck":
    case "unary":
      return methodsOf(expression.of)
    case "invoke":
      return [...methodsOf(expression.of), ...expression.args.flatMap(methodsOf)]
    case "function":
      return expression.args.flatMap(methodsOf)
    case "binary":
      return [...methodsOf(expression.left), ...methodsOf(expression.right)]
  }
}
