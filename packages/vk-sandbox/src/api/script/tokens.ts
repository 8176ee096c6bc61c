/** The words and signs of a script, in order. */
import { VkError } from "../vk-error.ts"

const tokenPattern =
  /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z_$][\w$]*|@\.|[=!]=|<=|>=|&&|\|\||[-+*/%]=|<<|>>|[[\]{}(),.:;=<>!+\-*/%&|^~])/y
const blank = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)+/y

export const compileError = (detail: string): VkError => new VkError(12, detail)

export const tokenize = (code: string): ReadonlyArray<string> => {
  const tokens: Array<string> = []
  for (let at = 0; ;) {
    blank.lastIndex = at
    at += blank.exec(code)?.[0].length ?? 0
    if (at === code.length) return tokens
    tokenPattern.lastIndex = at
    const token = tokenPattern.exec(code)?.[0]
    if (token === undefined) throw compileError(`unexpected symbol at ${at}`)
    tokens.push(token)
    at += token.length
  }
}

/** Anything that is not written in JSON's way. */
const unlikeJson = /^'|\\'|[\n\r\t]/

export const isText = (token: string): boolean => /^["']/.test(token)

export const unquote = (token: string): string => {
  try {
    return String(JSON.parse(unlikeJson.test(token) ? asJson(token) : token))
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

export interface Reader {
  readonly peek: () => string | undefined
  readonly next: () => string
  readonly expect: (token: string) => void
  /** Whether it comes next; then it is taken. */
  readonly take: (token: string) => boolean
}

export const makeReader = (tokens: ReadonlyArray<string>): Reader => {
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
    },
    take: (wanted) => {
      if (tokens[at] !== wanted) return false
      at++
      return true
    }
  }
}
