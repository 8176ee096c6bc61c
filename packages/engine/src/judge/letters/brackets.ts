/** The readings of a reference with [optional] parts: every subset of them is as good an answer. */
import { lettered } from "./lettered.ts"

type Node = string | ReadonlyArray<Node>

/** More readings than this are not told apart: all the parts are taken, or none. */
const mostReadings = 32

/** Square brackets nest; one that has no pair is dropped. */
const parse = (text: string): ReadonlyArray<Node> => {
  const stack: Array<Array<Node>> = [[]]
  for (const piece of text.split(/([[\]])/)) {
    const top = stack.at(-1)
    if (piece === "[") stack.push([])
    else if (piece === "]" && stack.length > 1) stack.at(-2)?.push(stack.pop() ?? [])
    else if (piece !== "]" && piece !== "") top?.push(piece)
  }
  return stack.flat()
}

const readings = (nodes: ReadonlyArray<Node>): ReadonlyArray<string> =>
  nodes.reduce<ReadonlyArray<string>>(
    (heads, node) => {
      if (heads.length > mostReadings) return heads
      const tails = typeof node === "string" ? [node] : ["", ...readings(node)]
      return heads.flatMap((head) => tails.map((tail) => head + tail))
    },
    [""]
  )

/** How many pairs of brackets there are, counted without following them into their depth: they may nest without end. */
const countPairs = (text: string): number => {
  let open = 0
  let pairs = 0
  for (const [sign] of text.matchAll(/[[\]]/g)) {
    if (sign === "[") open += 1
    else if (open > 0) {
      open -= 1
      pairs += 1
    }
  }
  return pairs
}

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
  if (countPairs(named) > 5) return [bare, full]
  return [...new Set([bare, ...readings(nodes).slice(0, mostReadings), full])].filter(
    (reading) => reading.trim() !== ""
  )
}
