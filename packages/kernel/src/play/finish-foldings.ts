/** Runs the foldings of one batch to their ends; all that wait for a question get theirs in one draw. */
import type { Question } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Effect } from "effect"
import type { Folded, Folding } from "./fold-tasks.ts"
import type { Draw, QuestionBank } from "@znatoki/ports/question-bank"

interface Waiting {
  readonly conversation: ConversationId
  readonly folding: Folding
  readonly draw: Draw
}

export const finishFoldings = Effect.fnUntraced(function* (
  foldings: ReadonlyMap<ConversationId, Folding>,
  draw: QuestionBank["Service"]["draw"]
) {
  const folded = new Map<ConversationId, Folded>()
  const advance = (
    conversation: ConversationId,
    folding: Folding,
    question: Question | null
  ): ReadonlyArray<Waiting> => {
    const result = folding.next(question)
    if (result.done !== true) return [{ conversation, folding, draw: result.value }]
    folded.set(conversation, result.value)
    return []
  }
  let waiting = [...foldings].flatMap(([conversation, folding]) => advance(conversation, folding, null))
  while (waiting.length > 0) {
    const questions = yield* draw(waiting.map((each) => each.draw))
    waiting = waiting.flatMap(({ conversation, folding }, i) => advance(conversation, folding, questions[i] ?? null))
  }
  return folded
})
