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

/** Of levels 1 and 2, what bites a desk with an API, a bot behind it and an audit log. */
const wanted =
  "2.3.1–2.3.4, 2.4.1, 3.3.1–3.3.4, 3.4.1–3.4.6, 3.5.1–3.5.3, 4.1.1, 4.1.3, 6.2.1–6.2.5, 6.3.1–6.3.3, 6.3.8, 7.2.1–7.2.4, 7.3.1–7.3.2, 7.4.1–7.4.5, 7.5.1, " +
  "8.2.1–8.2.3, 8.3.1, 11.4.2, 11.5.1, 13.2.1–13.2.5, 13.3.1–13.3.2, 13.4.2–13.4.5, 14.2.1, 15.1.1–15.1.2, 15.2.1–15.2.3, 15.3.1–15.3.7, 16.1.1, " +
  "16.2.1–16.2.5, 16.3.1–16.3.4, 16.4.1–16.4.3, 16.5.1–16.5.3"

/** «7.3.1–7.3.3» is three. */
const idsIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/(\d+\.\d+)\.(\d+)(?:–\1\.(\d+))?/g)].flatMap(([, chapter = "", first = "", last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => `${chapter}.${Number(first) + i}`)
  )

test("every item that concerns a desk has a row, or is told not to be done", () => {
  const [, notDone = ""] = textOf(page).split("What is not done:")
  const rows = items.map(({ row }) => row.split(" | ")[0]).join("\n")
  const told = new Set([...idsIn(rows), ...idsIn(notDone)])
  expect(idsIn(wanted).filter((id) => !told.has(id))).toEqual([])
})

test("every chapter that concerns a desk has an item", () => {
  const told = new Set(items.flatMap(({ ids }) => ids.map((id) => id.replace(/\.\d+$/, ""))))
  expect([...chapters, ...more].filter((chapter) => !told.has(chapter))).toEqual([])
  expect(linksOf(page).length).toBeGreaterThan(50)
})
