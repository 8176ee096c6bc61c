/** Whether what somebody wrote may be an answer to the question of the day, and what the judge says of it. */
import {
  compileAnswer,
  type CompiledAnswer,
  type GameState,
  judge,
  type Judgement,
  type Lexicon,
  type Player,
  type Question
} from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import { commandOf } from "../command-words.ts"
import { saidIn } from "../said-words.ts"

export interface DailyAnswer {
  readonly by: Player
  readonly text: string
  readonly judgement: Judgement
  /** Said to the bot: it is to be told that it is wrong, too. */
  readonly isAddressed: boolean
}

const addressed = /^\/?\s*(?:ответ|answer)(?![\p{L}\p{N}])[\s:,—-]*(.+)$/isu

/** All that people say to each other is asked about, so the answer is read once. */
const compiled = new WeakMap<Question, CompiledAnswer>()

const compiledOnce = (question: Question): CompiledAnswer => {
  const known = compiled.get(question)
  if (known !== undefined) return known
  const fresh = compileAnswer(question)
  compiled.set(question, fresh)
  return fresh
}

/** Null: it is none. Words and buttons that ask something of the bot are no answers. */
export const hearDailyAnswer = (
  input: ChatInput,
  question: Question,
  state: GameState,
  lexicon?: Lexicon
): DailyAnswer | null => {
  if (input._tag !== "Wrote" || input.action !== null || input.cropped === true) return null
  const said = saidIn(input)
  const answer = addressed.exec(said.own)?.[1]
  if (answer === undefined && (said.text.startsWith("/") || commandOf(said, input.by, state) !== null)) return null
  const text = answer ?? said.own
  if (text === "") return null
  return {
    by: input.by,
    text,
    judgement: judge(compiledOnce(question), text, lexicon),
    isAddressed: answer !== undefined
  }
}
