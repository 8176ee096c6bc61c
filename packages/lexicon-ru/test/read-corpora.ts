/** The pairs that the judge is measured with: a line of a corpus each. */
import type { ReferenceAnswer } from "@znatoki/engine"
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

export const expectations = ["accept", "reject", "dispute-ok"] as const
export const kinds = ["ordinary", "jury", "different", "form"] as const

export interface Pair {
  readonly question: ReferenceAnswer
  readonly given: string
  readonly expect: (typeof expectations)[number]
  readonly kind: (typeof kinds)[number]
  /** File and line, or the rule that made it. */
  readonly origin: string
}

interface Line {
  readonly reference: string
  readonly accepted?: ReadonlyArray<string>
  readonly rejected?: ReadonlyArray<string>
  readonly question?: string
  readonly given: string
  readonly expect: Pair["expect"]
  readonly kind: Pair["kind"]
}

const isOneOf = (names: ReadonlyArray<string>, value: unknown): boolean => names.some((name) => name === value)

const pairOf = (text: string, origin: string): Pair => {
  const line = JSON.parse(text) as Line
  const readable =
    typeof line.reference === "string" &&
    typeof line.given === "string" &&
    isOneOf(expectations, line.expect) &&
    isOneOf(kinds, line.kind)
  if (!readable) throw new Error(`${origin}: not a pair: ${text}`)
  const { accepted = [], given, kind, question, reference, rejected = [] } = line
  return {
    question: { answer: reference, accepted, rejected, ...(question === undefined ? {} : { text: question }) },
    given,
    expect: line.expect,
    kind,
    origin
  }
}

const folder = fileURLToPath(new URL("corpora", import.meta.url))

export const corpusFiles = (): ReadonlyArray<string> =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => `${folder}/${name}`)

export const readPairs = (files: ReadonlyArray<string>): ReadonlyArray<Pair> =>
  files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((text, i) => ({ text, origin: `${file.slice(file.lastIndexOf("/") + 1)}:${i + 1}` }))
      .filter(({ text }) => text.trim() !== "")
      .map(({ origin, text }) => pairOf(text, origin))
  )
