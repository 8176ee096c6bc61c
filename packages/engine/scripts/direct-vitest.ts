/** Stands in for `vitest` where test files are run without it: tests are only collected, `expect` is Vitest's own. */
export { expect } from "vitest"

export interface CollectedTest {
  readonly name: string
  readonly run: () => unknown
}

type Body = (...row: ReadonlyArray<unknown>) => unknown
type Named = (name: string, body: Body) => void

const path: Array<string> = []
let collected: Array<CollectedTest> = []

/** A row of a table that is a list is spread over the arguments, as Vitest does. */
const ofEach =
  (named: Named) =>
  (rows: ReadonlyArray<unknown>): Named =>
  (name, body) =>
    rows.forEach((row, i) => named(`${name} #${i + 1}`, () => body(...(Array.isArray(row) ? row : [row]))))

const suite: Named = (name, body) => {
  path.push(name)
  body()
  path.pop()
}

const test: Named = (name, body) => {
  collected.push({ name: [...path, name].join(" > "), run: () => body() })
}

export const describe = Object.assign(suite, { each: ofEach(suite) })
export const it = Object.assign(test, { each: ofEach(test) })

/** The tests that loading a file defines. */
export const testsOf = async (file: string, load: () => Promise<unknown>): Promise<ReadonlyArray<CollectedTest>> => {
  collected = []
  path.splice(0, path.length, file)
  await load()
  return collected
}
