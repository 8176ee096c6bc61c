/** A JSON text that arrives in pieces, as its values one by one: each item of its lists, and whatever else stands in its root. */

export interface JsonPart {
  /** Where in the root it stands; null: the root is a list. */
  readonly key: string | null
  readonly isItem: boolean
  readonly value: unknown
  /** As it is written. */
  readonly text: string
  /** Where it begins. */
  readonly line: number
}

/** Where the text is no JSON, or is not over when it ends. */
export class JsonFault extends Error {
  readonly line: number
  constructor(line: number, why: string) {
    super(why)
    this.line = line
  }
}

type At = "root" | "key" | "key or end" | "colon" | "value" | "value or end" | "next" | "over"

const [tab, lineFeed, carriage, space, quote, comma, backslash] = [9, 10, 13, 32, 34, 44, 92]
const isSpace = (code: number): boolean => code === space || code === lineFeed || code === carriage || code === tab
/** `{` and `[`, `}` and `]`. */
const opens = (code: number): boolean => code === 0x7b || code === 0x5b
const closes = (code: number): boolean => code === 0x7d || code === 0x5d
const ends: Readonly<Record<string, string>> = { "[": "]", "{": "}" }

const quoted = (char: string): string => JSON.stringify(char)

/** A value whose end has not come yet. */
class Taken {
  text = ""
  #depth = 0
  #inString = false
  #isEscaped = false

  /** Whether the value is over with this character, before it, or goes on. */
  take(code: number): "within" | "last" | "behind" {
    if (this.#inString) return this.#inText(code)
    if (code === quote) this.#inString = true
    else if (opens(code)) this.#depth++
    else if (closes(code)) return this.#closed()
    else if (this.#depth === 0 && (code === comma || isSpace(code))) return "behind"
    return "within"
  }

  #closed(): "within" | "last" | "behind" {
    if (this.#depth === 0) return "behind"
    this.#depth--
    return this.#depth === 0 ? "last" : "within"
  }

  #inText(code: number): "within" | "last" {
    if (this.#isEscaped) this.#isEscaped = false
    else if (code === backslash) this.#isEscaped = true
    else if (code === quote) {
      this.#inString = false
      return this.#depth === 0 ? "last" : "within"
    }
    return "within"
  }
}

export class JsonSplitter {
  readonly #lists: ReadonlySet<string>
  readonly #tell: (part: JsonPart) => void
  /** The root and a list in it: what lies deeper belongs to a value. */
  readonly #open: Array<"[" | "{"> = []
  #at: At = "root"
  #taken: Taken | null = null
  #takenLine = 1
  #key: string | null = null
  #line = 1

  /** `lists`: where in the root lists stand whose items are wanted one by one; a root that is a list is one. */
  constructor(lists: ReadonlySet<string>, tell: (part: JsonPart) => void) {
    this.#lists = lists
    this.#tell = tell
  }

  take(piece: string): void {
    for (let i = 0; i < piece.length;) i = this.#taken === null ? this.#between(piece, i) : this.#within(piece, i)
  }

  end(): void {
    if (this.#at !== "over") throw new JsonFault(this.#line, "it breaks off")
  }

  #within(piece: string, from: number): number {
    const taken = this.#taken
    if (taken === null) return from
    for (let i = from; i < piece.length; i++) {
      const code = piece.charCodeAt(i)
      const came = taken.take(code)
      if (came !== "within") {
        const end = came === "last" ? i + 1 : i
        this.#over(taken.text + piece.slice(from, end))
        return end
      }
      if (code === lineFeed) this.#line++
    }
    taken.text += piece.slice(from)
    return piece.length
  }

  #over(text: string): void {
    this.#taken = null
    const value = this.#parsed(text)
    if (this.#at === "key") {
      this.#key = String(value)
      this.#at = "colon"
      return
    }
    this.#at = "next"
    this.#tell({ key: this.#key, isItem: this.#open.at(-1) === "[", value, text, line: this.#takenLine })
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch (error) {
      throw new JsonFault(this.#takenLine, error instanceof Error ? error.message : "unknown error")
    }
  }

  #between(piece: string, i: number): number {
    const code = piece.charCodeAt(i)
    if (code === lineFeed) this.#line++
    if (isSpace(code)) return i + 1
    return this.#step(piece.charAt(i)) ? i + 1 : i
  }

  /** False: a value begins here. */
  #step(char: string): boolean {
    switch (this.#at) {
      case "root":
        return this.#opened(char)
      case "key or end":
        return char === "}" ? this.#closed() : this.#begun("key", char, char === '"')
      case "key":
        return this.#begun("key", char, char === '"')
      case "colon":
        return this.#expected(char === ":", char, "value")
      case "value or end":
        return char === "]" ? this.#closed() : this.#begun("value", char, true)
      case "value":
        return this.#isList(char) ? this.#opened(char) : this.#begun("value", char, true)
      case "next":
        return this.#next(char)
      case "over":
        return this.#expected(false, char, "over")
    }
  }

  #isList(char: string): boolean {
    return char === "[" && this.#open.length === 1 && this.#open[0] === "{" && this.#lists.has(this.#key ?? "")
  }

  #opened(char: string): boolean {
    if (char !== "[" && char !== "{") return this.#expected(false, char, "root")
    this.#open.push(char)
    this.#at = char === "[" ? "value or end" : "key or end"
    return true
  }

  #closed(): boolean {
    this.#open.pop()
    this.#at = this.#open.length === 0 ? "over" : "next"
    return true
  }

  #next(char: string): boolean {
    const within = this.#open.at(-1) ?? "["
    if (char === ends[within]) return this.#closed()
    return this.#expected(char === ",", char, within === "[" ? "value" : "key")
  }

  #begun(at: "key" | "value", char: string, isRight: boolean): boolean {
    this.#expected(isRight, char, at)
    this.#taken = new Taken()
    this.#takenLine = this.#line
    return false
  }

  #expected(isRight: boolean, char: string, next: At): boolean {
    if (!isRight) throw new JsonFault(this.#line, `${quoted(char)} is not expected there`)
    this.#at = next
    return true
  }
}
