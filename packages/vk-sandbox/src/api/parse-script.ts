/** The small part of VKScript bots send to `execute`: `return [API.x.y({…}), …];` as a tree. */
import { VkError } from "./vk-error.ts"

export type Script =
  | { readonly type: "value"; readonly value: string | number | boolean | null }
  | { readonly type: "list"; readonly items: ReadonlyArray<Script> }
  | { readonly type: "object"; readonly fields: ReadonlyArray<readonly [string, Script]> }
  | { readonly type: "call"; readonly method: string; readonly params: Script | undefined }

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_$][\w$]*)|([[\]{}(),.:;]))/y

const MAX_DEPTH = 50

const compileError = (detail: string): VkError => new VkError(12, detail)

const tokenize = (code: string): ReadonlyArray<string> => {
  const tokens: Array<string> = []
  const end = code.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(code)
    if (match === null) throw compileError(`unexpected symbol at ${at}`)
    tokens.push(match[0].trimStart())
  }
  return tokens
}

/** Anything that is not written in JSON's way. */
const UNLIKE_JSON = /^'|\\'|[\n\r\t]/

const unquote = (token: string): string => {
  try {
    return String(JSON.parse(UNLIKE_JSON.test(token) ? asJson(token) : token))
  } catch {
    throw compileError("broken string")
  }
}

const asJson = (token: string): string => {
  const body = token.slice(1, -1)
  // A string in single quotes becomes one in double quotes; newlines may stand in it as they are.
  const json = body
    .replace(/\\'/g, "'")
    .replace(/(\\[^])|"/g, (_all, escaped: string | undefined) => escaped ?? '\\"')
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r")
    .replace(/\t/g, "\\t")
  return `"${json}"`
}

const WORDS = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null]
])

interface Reader {
  readonly peek: () => string | undefined
  readonly next: () => string
  readonly expect: (token: string) => void
}

const makeReader = (tokens: ReadonlyArray<string>): Reader => {
  let at = 0
  const next = (): string => {
    const token = tokens[at++]
    if (token === undefined) throw compileError("unexpected end of code")
    return token
  }
  return {
    peek: () => tokens[at],
    next,
    expect: (wanted) => {
      const token = next()
      if (token !== wanted) throw compileError(`unexpected token ${token}, expected ${wanted}`)
    }
  }
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

const readField = (reader: Reader, depth: number): readonly [string, Script] => {
  const key = reader.next()
  reader.expect(":")
  return [/^["']/.test(key) ? unquote(key) : key, readExpression(reader, depth)]
}

const readCall = (reader: Reader, depth: number): Script => {
  const names: Array<string> = []
  while (reader.peek() === ".") {
    reader.expect(".")
    names.push(reader.next())
  }
  reader.expect("(")
  const params = reader.peek() === ")" ? undefined : readExpression(reader, depth)
  reader.expect(")")
  return { type: "call", method: names.join("."), params }
}

const readExpression = (reader: Reader, depth: number): Script => {
  if (depth > MAX_DEPTH) throw compileError("nested too deep")
  const token = reader.next()
  const deeper = depth + 1
  const word = WORDS.get(token)
  if (word !== undefined) return { type: "value", value: word }
  if (token === "API") return readCall(reader, deeper)
  if (token === "[") return { type: "list", items: readItems(reader, "]", () => readExpression(reader, deeper)) }
  if (token === "{") return { type: "object", fields: readItems(reader, "}", () => readField(reader, deeper)) }
  if (/^["']/.test(token)) return { type: "value", value: unquote(token) }
  if (/^-?\d/.test(token)) return { type: "value", value: Number(token) }
  throw compileError(`unexpected token ${token}`)
}

export const parseScript = (code: string): Script => {
  const reader = makeReader(tokenize(code))
  reader.expect("return")
  const script = readExpression(reader, 0)
  if (reader.peek() === ";") reader.expect(";")
  if (reader.peek() !== undefined) throw compileError(`unexpected token ${reader.next()}`)
  return script
}

/** The methods a script calls, in order. */
export const methodsIn = (script: Script): ReadonlyArray<string> => {
  switch (script.type) {
    case "value":
      return []
    case "list":
      return script.items.flatMap(methodsIn)
    case "object":
      return script.fields.flatMap(([, field]) => methodsIn(field))
    case "call":
      return [...(script.params === undefined ? [] : methodsIn(script.params)), script.method]
  }
}
