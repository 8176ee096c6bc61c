/** Whether what the page on judging tells editors is so. */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

const page = readFileSync(new URL("../../../docs/JUDGING.md", import.meta.url), "utf8")

/** The rows of the table under a heading, cell by cell. */
const rowsUnder = (heading: string): ReadonlyArray<ReadonlyArray<string>> => {
  const [, section = ""] = page.split(`\n## ${heading}\n`)
  const [own = ""] = section.split("\n## ")
  const lines = own.split("\n").filter((line) => line.startsWith("|"))
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim())
  )
}

const verdictOn = (fields: Parameters<typeof saidOf>[0], given: string): string =>
  saidOf(fields, given).split(":")[0] ?? ""

describe("the page on judging", () => {
  it("has a table of each kind", () => {
    expect(["The answer", "Зачёт", "Незачёт"].map((heading) => rowsUnder(heading).length > 4)).toEqual([
      true,
      true,
      true
    ])
  })

  it.each(rowsUnder("The answer"))("is right about the answer «%s»: «%s» is %s", (answer = "", given = "", verdict) => {
    expect(verdictOn(answer, given)).toBe(verdict)
  })

  it.each(rowsUnder("Зачёт"))(
    "is right about «%s», зачёт «%s»: «%s» is %s",
    (answer = "", accepted = "", given = "", verdict) => {
      expect(verdictOn({ answer, accepted: [accepted] }, given)).toBe(verdict)
    }
  )

  it.each(rowsUnder("Незачёт"))(
    "is right about «%s», незачёт «%s»: «%s» is %s",
    (answer = "", rejected = "", given = "", verdict) => {
      expect(verdictOn({ answer, rejected: [rejected] }, given)).toBe(verdict)
    }
  )
})
