/** The questions that come with the bot, as their file has them. */
import { readFileSync } from "node:fs"

export interface Question {
  readonly key: string
  readonly text: string
  readonly answer: string
  readonly accepted: ReadonlyArray<string>
  readonly rejected: ReadonlyArray<string>
}

const file = new URL("../../questions/shipped/own.json", import.meta.url)
export const { questions } = JSON.parse(readFileSync(file, "utf8")) as { readonly questions: ReadonlyArray<Question> }

/** As somebody types it in a hurry: no brackets, no capitals, no full stop. */
export const typed = (text: string): string => text.replaceAll(/[[\]]/g, "").replace(/\.$/, "").toLowerCase()
