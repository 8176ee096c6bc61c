/** Notes that Anki exports as text: two cells a note, the question and the answer, often as HTML. */
import type { Reading } from "../reading.ts"
import { rowsOf } from "./cells-of.ts"
import { withoutTags } from "./html-text.ts"
import { linesOf } from "./lines-of.ts"
import { excerpt, ReadingDraft } from "./reading-draft.ts"

const separators = new Map([
  ["tab", "\t"],
  ["comma", ","],
  ["semicolon", ";"],
  ["pipe", "|"],
  ["space", " "],
  ["colon", ":"]
])

/** «#html:true» and the like, before the first note. */
const settingsOf = (lines: ReadonlyArray<string>): ReadonlyMap<string, string> => {
  const settings = new Map<string, string>()
  for (const line of lines) {
    const found = /^#([a-z ]+):(.*)$/.exec(line)
    if (found === null) return settings
    settings.set(found[1] ?? "", found[2]?.trim() ?? "")
  }
  return settings
}

export const readAnki = (file: string): Reading => {
  const draft = new ReadingDraft()
  const lines = linesOf(file)
  const settings = settingsOf(lines)
  const separator = settings.get("separator") ?? "tab"
  const said = settings.get("html") === "true" ? withoutTags : (text: string) => text.trim()
  const rows = rowsOf(
    lines.slice(settings.size).join("\n"),
    separators.get(separator.toLowerCase()) ?? separator,
    settings.size + 1
  )
  for (const { cells, line } of rows) {
    const [text = "", answer] = cells
    if (answer === undefined) draft.leaveOut(line, text, `one cell, two are needed: «${excerpt(text)}»`)
    else draft.add({ line, text: said(text), answer: said(answer) })
  }
  return draft.done()
}
