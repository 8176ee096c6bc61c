/** What is kept beside the numbers of a game's settings, where the rules never look: who wrote it is not known. */
import type { Settings } from "@znatoki/engine"
import { Option, Schema } from "effect"
import { anyQuestion, isAnyQuestion, QuestionChoice } from "./question-choice.ts"

const decodeChoice = Schema.decodeUnknownOption(Schema.Struct({ questions: QuestionChoice }))
const decodeRevision = Schema.decodeUnknownOption(Schema.Struct({ settled: Schema.Natural }))

/** What makes no sense is no choice. Asked with every event, and most games have chosen nothing: that is not decoded. */
export const choiceOf = ({ extra }: Settings): QuestionChoice =>
  extra === undefined
    ? anyQuestion
    : Option.match(decodeChoice(extra), { onNone: () => anyQuestion, onSome: ({ questions }) => questions })

export const withChoice = (settings: Settings, choice: QuestionChoice): Settings => {
  const { level, packs, themes } = choice
  return withKept(
    settings,
    "questions",
    isAnyQuestion(choice) ? undefined : { packs: packs.map(({ key, title }) => ({ key, title })), themes, level }
  )
}

/** Which order of an admin these settings come from, or were chosen after; null: none. */
export const settledIn = ({ extra }: Settings): number | null =>
  Option.match(decodeRevision(extra), { onNone: () => null, onSome: ({ settled }) => settled })

export const withSettled = (settings: Settings, revision: number): Settings => withKept(settings, "settled", revision)

const isRecord = (value: unknown): value is Readonly<Record<string, Schema.Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** `undefined`: nothing is kept under the name. */
const withKept = ({ extra, ...numbers }: Settings, name: string, value: Schema.Json | undefined): Settings => {
  const { [name]: _, ...others } = isRecord(extra) ? extra : {}
  const kept = value === undefined ? others : { ...others, [name]: value }
  return Object.keys(kept).length === 0 ? numbers : { ...numbers, extra: kept }
}
