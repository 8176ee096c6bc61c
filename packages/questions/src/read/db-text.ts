/** The text format of db.chgk.info: a header, its lines, a blank line. */
import type { Reading } from "../reading.ts"
import { DbQuestions } from "./db-questions.ts"
import { type DbHeader, dbHeaderOf, type DbSection } from "./db-headers.ts"
import { linesOf } from "./lines-of.ts"
import { excerpt, ReadingDraft } from "./reading-draft.ts"

/** Between two fields there is a blank line; a header without one counts if it has its line to itself. */
const begins = (header: DbHeader | null, afterBlank: boolean): header is DbHeader =>
  header !== null && (afterBlank || header.alone)

const sectionsOf = (file: string, draft: ReadingDraft): ReadonlyArray<DbSection> => {
  const sections: Array<DbSection> = []
  let blankAt: number | null = 0
  for (const [i, text] of linesOf(file).entries()) {
    const line = i + 1
    if (text.trim() === "") {
      blankAt ??= line
      continue
    }
    const header = dbHeaderOf(text)
    const open = sections.at(-1)
    if (begins(header, blankAt !== null)) {
      if (blankAt === null) draft.warn(line, `no blank line before «${text.trim()}»`)
      sections.push({ ...header, line, lines: header.value === "" ? [] : [header.value] })
    } else if (open === undefined) draft.leaveOut(line, text, `a line without a header, not read: «${excerpt(text)}»`)
    else {
      if (blankAt !== null && open.lines.length > 0) draft.warn(blankAt, "blank line inside a field")
      // After a blank line a paragraph begins, whether it is indented or not.
      open.lines.push(blankAt !== null && open.lines.length > 0 ? ` ${text}` : text)
    }
    blankAt = null
  }
  return sections
}

export const readDbText = (file: string): Reading => {
  const draft = new ReadingDraft()
  const questions = new DbQuestions(draft)
  for (const section of sectionsOf(file, draft)) questions.take(section)
  questions.close()
  return draft.done()
}
