/** The folders of the judge stand on one another in one order: what is said of letters knows of no words, what is said of words of no answers. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize, relative } from "node:path"
import { expect, test } from "vitest"

const judge = join(import.meta.dirname, "../../packages/engine/src/judge")

/** The lowest first; what lies beside the folders puts them together and may use them all. */
const order = ["verdict", "letters", "words", "agree", "names", "given", "reference", "wording", "."]

interface Source {
  /** From the judge's own folder on. */
  readonly file: string
  readonly text: string
}

const sources = (): ReadonlyArray<Source> =>
  readdirSync(judge, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => ({ file, text: readFileSync(join(judge, file), "utf8") }))

const rankOf = (file: string): number => order.indexOf(normalize(dirname(file)))

/** What a file imports from a folder above its own, or from beyond the judge. */
const upward = (all: ReadonlyArray<Source>): ReadonlyArray<string> =>
  all.flatMap(({ file, text }) =>
    [...text.matchAll(/ from "(\.[^"]+)"/g)]
      .map(([, path = ""]) => relative(judge, join(judge, dirname(file), path)))
      .filter((imported) => rankOf(imported) === -1 || rankOf(imported) > rankOf(file))
      .map((imported) => `${file} → ${imported}`)
  )

test("every file is in a folder of the order, and imports from its own and those below", () => {
  const all = sources()
  expect(all.length).toBeGreaterThan(80)
  expect(all.filter(({ file }) => rankOf(file) === -1)).toEqual([])
  expect(upward(all)).toEqual([])
})

test("an arrow that points up is found", () => {
  const planted = [{ file: "letters/brackets.ts", text: `import { Word } from "../words/word.ts"` }]
  expect(upward(planted)).toEqual(["letters/brackets.ts → words/word.ts"])
})
