/** Presses of 👍 and 👎 are counted beside the games: a game neither hears of them nor waits for them. */
import type { Action } from "@znatoki/chat/action"
import type { ChatInput } from "@znatoki/chat/chat-input"
import type { Player } from "@znatoki/engine"
import { likeWords } from "@znatoki/host/like-words"
import type { Carried } from "@znatoki/ports/event-line"
import { PressAnswers } from "@znatoki/ports/press-answers"
import { type QuestionVote, QuestionVotes, type VoteOutcome } from "@znatoki/ports/question-votes"
import { Clock, Effect, Queue } from "effect"
import { untilReachable } from "../outage/until-reachable.ts"
import { answerTo } from "../play/finish-tasks.ts"

const waitingMax = 1_000
const atOnce = 200

type Like = Extract<Action, { readonly _tag: "Like" }>

/** A client that cannot show the button sends it as a message. */
export type LikeEvent = Extract<Carried, { readonly _tag: "Chat" }> & {
  readonly incoming: {
    readonly input: Extract<ChatInput, { readonly by: Player; readonly action: unknown }> & { readonly action: Like }
  }
}

const voteOf = ({ incoming: { conversation, input } }: LikeEvent, atMs: number): QuestionVote => {
  const { action, by } = input
  return { question: action.question, conversation, by: by.id, good: action.good, atMs }
}

export interface LikeCounter {
  /** It is done when it is counted. */
  readonly count: (event: LikeEvent) => Effect.Effect<void>
}

/** For as long as the scope lives. What it has in hand when that ends comes again. */
export const makeLikeCounter = Effect.gen(function* () {
  const votes = yield* QuestionVotes
  const presses = yield* PressAnswers
  const waiting = yield* Queue.bounded<LikeEvent>(waitingMax)

  const end = Effect.fnUntraced(function* (event: LikeEvent, outcome: VoteOutcome | undefined) {
    const notice = outcome === undefined ? null : likeWords(outcome, event.incoming.input.action.good)
    for (const answer of answerTo(event, notice)) yield* presses.answer(answer)
    yield* event.done
  })

  const countSome = Effect.gen(function* () {
    const events = yield* Queue.takeBetween(waiting, 1, atOnce)
    const nowMs = yield* Clock.currentTimeMillis
    const outcomes = yield* votes.cast(events.map((event) => voteOf(event, nowMs))).pipe(
      untilReachable,
      Effect.catchCause((cause) =>
        Effect.as(Effect.logError("what people think of questions could not be counted", cause), [])
      )
    )
    for (const [i, event] of events.entries()) yield* end(event, outcomes[i])
  })
  yield* Effect.forkScoped(Effect.forever(countSome))

  const counter: LikeCounter = { count: (event) => Effect.asVoid(Queue.offer(waiting, event)) }
  return counter
})
