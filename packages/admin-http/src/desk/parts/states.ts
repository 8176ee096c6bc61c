/** The states of a question, in the order in which it goes through them. */
import type { Words } from "../words/words.ts"

const states = ["draft", "review", "published", "retired"] as const

export const stateChoices = ({ states: names }: Words) => states.map((state) => [state, names[state]] as const)
