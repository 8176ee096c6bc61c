/** The readings of a reference with [optional] parts: every subset of them is as good an answer. */
import { lettered } from "./lettered.ts"

type Node = string | ReadonlyArray<Node>

/** Of more optional parts than these all are taken, or none. */
const mostPairs = 5

/** Square brackets nest; one that has no pair is dropped. */
const parse = (text: string): ReadonlyArray<Node> => {
  const stack: Array<Array<Node>> = [[]]
  for (const piece of text.split(/([[\]])/)) {
    if (piece === "[") stack.push([])
    else if (piece === "]") stack.at(-2)?.push(stack.pop() ?? [])
    else stack.at(-1)?.push(piece)
  }
  return stack.flat()
}

const readings = (nodes: ReadonlyArray<Node>): ReadonlyArray<string> =>
  nodes.reduce<ReadonlyArray<string>>(
    (heads, node) => {
      const tails = typeof node === "string" ? [node] : ["", ...readings(node)]
      return heads.flatMap((head) => tails.map((tail) => head + tail))
    },
    [""]
  )

/** How many there are, counted without following them into their depth: they may nest without end. */
const pairsIn = (text: string): number => text.split("[").length - 1

const severalNames = lettered("gu", String.raw`\[(\p{Lu}[\p{L}\p{M}-]*(?:\s+\p{Lu}[\p{L}\p{M}-]*)+)\]`)

/** «[Александр Сергеевич] Пушкин»: each name may stand without the other. */
const nameByName = (text: string): string =>
  text.replace(severalNames(text), (_, names: string) =>
    names
      .split(/\s+/u)
      .map((name) => `[${name}]`)
      .join(" ")
  )

/** «[Дуглас] Адамс» reads «Адамс» and «Дуглас Адамс»; the shortest reading comes first. */
export const withOptionalParts = (text: string): ReadonlyArray<string> => {
  if (!/[[\]]/.test(text)) return text.trim() === "" ? [] : [text]
  const named = nameByName(text)
  const nodes = parse(named)
  const bare = nodes.filter((node) => typeof node === "string").join("")
  const full = text.replace(/[[\]]/g, "")
  if (pairsIn(named) > mostPairs) return [bare, full]
  return [...new Set([bare, ...readings(nodes), full])].filter((reading) => reading.trim() !== "")
}
