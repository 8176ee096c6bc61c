/**
 * Where mistakes can be planted: what follows a comment `against: name` in the sources holds that mistake off. The comment moves
 * with its statement, so the names are all that a refactoring has to keep.
 */
import { readdirSync, readFileSync } from "node:fs"

export interface MarkedPlace {
  readonly file: URL
  /** The file's text, and the part of it that is the marked statement, from the indentation to the end of its last line. */
  readonly source: string
  readonly from: number
  readonly to: number
}

const marked = [new URL("../../kernel/src/", import.meta.url), new URL("../../test-contracts/src/", import.meta.url)]

const comment = /^(?<indentation> *)\/\/ against: (?<names>.+)\n/gm

/** Every place by the name of the mistake; a name may be there more than once, and a place have several names. */
export const markedPlaces = (): ReadonlyArray<readonly [name: string, place: MarkedPlace]> =>
  marked.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => placesIn(new URL(name, folder)))
  )

const placesIn = (file: URL): ReadonlyArray<readonly [name: string, place: MarkedPlace]> => {
  const source = readFileSync(file, "utf8")
  return [...source.matchAll(comment)].flatMap(({ 0: { length }, groups, index }) => {
    const from = index + length
    const place = { file, source, from, to: from + statementAt(source.slice(from), groups?.["indentation"] ?? "") }
    return (groups?.["names"] ?? "").split(", ").map((name) => [name, place] as const)
  })
}

/** The sources are formatted, so a statement goes on while lines are indented deeper, or close what it opened. */
const statementAt = (text: string, indentation: string): number => {
  const [first = "", ...others] = text.split("\n")
  const goesOn = new RegExp(`^${indentation}( |[)}\\]])`)
  const end = others.findIndex((line) => !goesOn.test(line))
  return [first, ...others.slice(0, end)].join("\n").length
}

/** The text of the place's file with what is written instead of the marked statement. */
export const planted = ({ from, source, to }: MarkedPlace, instead: (sound: string) => string): string =>
  source.slice(0, from) + instead(source.slice(from, to)) + source.slice(to)
