/** The pairs that the judge is measured with: a line of a corpus each. */
import type { ReferenceAnswer } from "@znatoki/engine"
import { readFileSync } from "node:fs"
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

export const corpusFolder = fileURLToPath(new URL("corpora", import.meta.url))

/**
 * Those that the judge was shaped with; those written before it was seen what it says of them, whose kinds it was mended for since; and those
 * that nothing was mended for.
 */
export const corpora: Readonly<Record<"own" | "once" | "heldOut", ReadonlyArray<string>>> = {
  own: ["jury.jsonl", "names.jsonl", "ordinary.jsonl"],
  once: [
    "jury-2.jsonl",
    "jury-3.jsonl",
    "jury-4.jsonl",
    "jury-5.jsonl",
    "jury-6.jsonl",
    "jury-7.jsonl",
    "jury-8.jsonl",
    "jury-9.jsonl",
    "jury-10.jsonl",
    "jury-16.jsonl",
    "jury-20.jsonl",
    "jury-21.jsonl",
    "jury-22.jsonl",
    "jury-23.jsonl",
    "jury-24.jsonl",
    "jury-25.jsonl",
    "jury-27.jsonl",
    "jury-28.jsonl",
    "ordinary-2.jsonl",
    "ordinary-3.jsonl",
    "ordinary-4.jsonl",
    "ordinary-5.jsonl",
    "ordinary-6.jsonl",
    "ordinary-7.jsonl",
    "ordinary-8.jsonl",
    "ordinary-9.jsonl",
    "ordinary-10.jsonl",
    "ordinary-11.jsonl",
    "ordinary-12.jsonl",
    "ordinary-13.jsonl",
    "ordinary-14.jsonl",
    "ordinary-15.jsonl",
    "ordinary-16.jsonl",
    "ordinary-17.jsonl",
    "ordinary-18.jsonl",
    "ordinary-19.jsonl",
    "ordinary-20.jsonl",
    "ordinary-21.jsonl",
    "ordinary-22.jsonl",
    "ordinary-23.jsonl",
    "ordinary-24.jsonl",
    "ordinary-25.jsonl",
    "ordinary-26.jsonl",
    "ordinary-27.jsonl",
    "ordinary-28.jsonl"
  ],
  heldOut: []
}

export const corpusFiles = (group: keyof typeof corpora): ReadonlyArray<string> =>
  corpora[group].map((name) => `${corpusFolder}/${name}`)

export const readPairs = (files: ReadonlyArray<string>): ReadonlyArray<Pair> =>
  files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((text, i) => ({ text, origin: `${file.slice(file.lastIndexOf("/") + 1)}:${i + 1}` }))
      .filter(({ text }) => text.trim() !== "")
      .map(({ origin, text }) => pairOf(text, origin))
  )
