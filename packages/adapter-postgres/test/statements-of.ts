/** Every statement in the source of this package, by its place, with a pattern that knows it again among those that were sent. */
import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

export interface Statement {
  /** `games/commit.ts:12` */
  readonly place: string
  /** Fits what is sent; what is put in between may be anything. */
  readonly pattern: RegExp
  /** How many characters of it are not put in between. */
  readonly size: number
}

const src = fileURLToPath(new URL("../src/", import.meta.url))

/** Where the `}` is that ends what began before `at`. */
const endOfHole = (text: string, at: number): number => {
  for (let i = at; i < text.length; i++) {
    if (text[i] === "}") return i
    if (text[i] === "{") i = endOfHole(text, i + 1)
    else if (text[i] === "`") i = partsFrom(text, i + 1).end
  }
  return text.length
}

/** The words of a template that begins at `at`, without what is put in between. */
const partsFrom = (text: string, at: number): { readonly parts: ReadonlyArray<string>; readonly end: number } => {
  const parts: Array<string> = []
  let begin = at
  for (let i = at; i < text.length; i++) {
    if (text[i] === "`") return { parts: [...parts, text.slice(begin, i)], end: i }
    if (text[i] === "$" && text[i + 1] === "{") {
      parts.push(text.slice(begin, i))
      i = endOfHole(text, i + 2)
      begin = i + 1
    }
  }
  throw new Error("a template without an end")
}

const escaped = (part: string): string =>
  part.replaceAll("\\\\", "\\").replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

export const statementsInSource = (): ReadonlyArray<Statement> =>
  globSync("**/*.ts", { cwd: src, exclude: ["testing/**", "bare-ids/**"] })
    .toSorted()
    .flatMap((file) => {
      const text = readFileSync(`${src}${file}`, "utf8")
      return [...text.matchAll(/\b(?:sql|tx|transaction)(?:<[^`;]*?>)?`/g)].map((found) => {
        const { parts } = partsFrom(text, found.index + found[0].length)
        const line = text.slice(0, found.index).split("\n").length
        return {
          place: `${file}:${line}`,
          pattern: new RegExp(parts.map(escaped).join("[^]*?")),
          size: parts.join("").trim().length
        }
      })
    })

/** The one that says most of a text, beginning to end. */
export const statementOf = (known: ReadonlyArray<Statement>, text: string): Statement | undefined =>
  known
    .filter(({ pattern, size }) => size >= 10 && new RegExp(`^${pattern.source}$`).test(text))
    .toSorted((a, b) => b.size - a.size)[0]
