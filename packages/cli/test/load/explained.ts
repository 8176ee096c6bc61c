/** What a server says of its plans: those that it logged as JSON, and which of their steps read a table from end to end. */

interface Node {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly "Actual Rows"?: number
  readonly "Actual Loops"?: number
  readonly "Rows Removed by Filter"?: number
  readonly Plans?: ReadonlyArray<Node>
}

export interface Explained {
  readonly "Query Text": string
  readonly Plan: Node
}

/** The lines of a plan begin with a tab, all others with the time. */
export const plansIn = (log: string): ReadonlyArray<Explained> =>
  log
    .split(/ms {2}plan:\n/)
    .slice(1)
    .map((after) => {
      const lines = after.split("\n")
      const end = lines.findIndex((line) => !line.startsWith("\t"))
      return JSON.parse(lines.slice(0, end === -1 ? lines.length : end).join("\n")) as Explained
    })

const nodesOf = (node: Node): ReadonlyArray<Node> => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** Each time, what was found and what was not wanted. */
const rowsRead = (node: Node): number => (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)

const shownMax = 160

/** Steps that read more rows of a table than `rowsMax`, without an index, each with its statement. */
export const wholeReadsIn = (plans: ReadonlyArray<Explained>, rowsMax: number): ReadonlyArray<string> => {
  const found = plans.flatMap(({ Plan: plan, "Query Text": text }) =>
    nodesOf(plan)
      .filter((node) => node["Node Type"].endsWith("Seq Scan") && rowsRead(node) > rowsMax)
      .map((node) => `${node["Relation Name"]}: ${text.replaceAll(/\s+/g, " ").trim().slice(0, shownMax)}`)
  )
  return [...new Set(found)].toSorted()
}
