/** A pack as JSON, under the names of the fields. */
import { readJson } from "../read/json.ts"
import { type Pack, printedBy } from "./printed.ts"

/** Where a question stood in another file, and what follows from its text, is not written. */
const print = ({ pack, questions }: Pack): string => {
  const own = questions.map((question) => ({ ...question, line: undefined, shown: undefined }))
  return `${JSON.stringify({ ...pack, questions: own }, null, 2)}\n`
}

export const printJson = printedBy(print, readJson)
