/** A list of the bot Red: «question:» with its answers under it, a dash each. Of YAML it needs no more, and all is text. */
import type { Reading } from "../reading.ts"
import { linesOf } from "./lines-of.ts"
import { excerpt, orNull, ReadingDraft } from "./reading-draft.ts"

const item = /^\s*-\s+(.*)$/
const fact = /^(AUTHOR|DESCRIPTION|CONFIG):\s*(.*)$/

/** A text in quotes is what stands in them. */
const unquoted = (text: string): string => {
  const said = text.trim()
  const double = /^"(.*)"$/.exec(said)?.[1]
  if (double !== undefined) return double.replaceAll(/\\(["\\])/g, "$1")
  return /^'(.*)'$/.exec(said)?.[1]?.replaceAll("''", "'") ?? said
}

interface Open {
  readonly line: number
  readonly text: string
  readonly answers: Array<string>
}

export const readTriviaList = (file: string): Reading => {
  const draft = new ReadingDraft()
  let author: string | null = null
  let open: Open | null = null
  const close = (): void => {
    if (open === null) return
    const [answer = "", ...accepted] = open.answers
    draft.add({ line: open.line, text: open.text, answer, accepted, author })
    open = null
  }
  for (const [i, text] of linesOf(file).entries()) {
    const line = i + 1
    const answer = item.exec(text)?.[1]
    const told = fact.exec(text)
    if (/^\s*(?:#.*|---)?$/.test(text)) continue
    if (answer !== undefined && open !== null) open.answers.push(unquoted(answer))
    else if (told !== null) {
      close()
      if (told[1] === "AUTHOR") author = orNull(unquoted(told[2] ?? ""))
      else if (told[1] === "DESCRIPTION") draft.tell("info", unquoted(told[2] ?? ""))
    } else if (/^\S.*:\s*$/.test(text)) {
      close()
      open = { line, text: unquoted(text.trim().slice(0, -1)), answers: [] }
    } else draft.leaveOut(line, text, `neither a question nor an answer, not read: «${excerpt(text)}»`)
  }
  close()
  return draft.done()
}
