/** What protects the desk is shown by tests that exist: each item names files, and in them the sentences that prove it. */
import { expect, test } from "vitest"
import { linksOf, textOf } from "./docs.ts"

const page = "docs/SECURITY.md"

interface Item {
  readonly ids: ReadonlyArray<string>
  readonly row: string
  /** File → what it proves. */
  readonly shown: ReadonlyArray<readonly [file: string, titles: ReadonlyArray<string>]>
}

const partsOf = (cell: string): Item["shown"] =>
  cell.split(/; (?=\[)/).map((part) => {
    const [, link = ""] = /\]\(([^)]+)\)/.exec(part) ?? []
    return [link.replace("../", ""), [...part.matchAll(/“([^”]+)”/g)].map(([, title = ""]) => title)]
  })

const items: ReadonlyArray<Item> = textOf(page)
  .split("\n")
  .filter((line) => /^\| \d/.test(line))
  .map((row) => {
    const cells = row.split(" | ")
    return { ids: (cells[0] ?? "").match(/\d+\.\d+\.\d+/g) ?? [], row, shown: partsOf(cells.at(-1) ?? "") }
  })

/** The chapters of the standard that a desk on the internet is asked about. */
const chapters = ["2.3", "2.4", "3.3", "3.4", "3.5", "4.1", "6.2", "6.3", "7.2", "7.3", "7.4", "7.5", "8.2", "8.3"]
const more = ["11.4", "11.5", "13.2", "13.3", "13.4", "14.2", "15.2", "15.3", "16.2", "16.3", "16.4", "16.5"]

test("every item is shown by tests that are there, under the names they have", () => {
  expect(items.length).toBeGreaterThan(20)
  for (const { row, shown } of items) {
    expect(shown.length, row).toBeGreaterThan(0)
    for (const [file, titles] of shown) {
      expect(file, row).toMatch(/\.(test|contract)\.ts$/)
      expect(titles.length, `${file} in ${row}`).toBeGreaterThan(0)
      const text = textOf(file)
      for (const title of titles) expect(text, `«${title}» in ${file}`).toContain(title)
    }
  }
})

test("every chapter that concerns a desk has an item", () => {
  const told = new Set(items.flatMap(({ ids }) => ids.map((id) => id.replace(/\.\d+$/, ""))))
  expect([...chapters, ...more].filter((chapter) => !told.has(chapter))).toEqual([])
  expect(linksOf(page).length).toBeGreaterThan(50)
})
