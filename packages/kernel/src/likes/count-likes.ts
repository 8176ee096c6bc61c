/** Presses of 👍 and 👎 are counted beside the games: a game neither hears of them nor waits for them. */
import type { Action } from "@znatoki/chat/action"
import { likeWords } from "@znatoki/host/like-words"
import type { Carried } from "@znatoki/ports/event-line"
import { PressAnswers } from "@znatoki/ports/press-answers"
import { type QuestionVote, QuestionVotes, type VoteOutcome } from "@znatoki/ports/question-votes"
import { Clock, Effect, Queue } from "effect"
import { untilReachable } from "../outage/until-reachable.ts"

const waitingMax = 1_000
const atOnce = 200

type Chat = Extract<Carried, { readonly _tag: "Chat" }>
type Like = Extract<Action, { readonly _tag: "Like" }>

/** Null: something else. A client that cannot show the button sends it as a message. */
const likeIn = ({ incoming: { input } }: Chat): Like | null => {
  if (input._tag !== "Pressed" && input._tag !== "Wrote") return null
  return input.action?._tag === "Like" ? input.action : null
}

const voteOf = ({ incoming }: Chat, atMs: number): ReadonlyArray<QuestionVote> => {
  const { conversation, input } = incoming
  if ((input._tag !== "Pressed" && input._tag !== "Wrote") || input.action?._tag !== "Like") return []
  const { good, question } = input.action
  return [{ question, conversation, by: input.by.id, good, atMs }]
}

export interface LikeCounter {
  /** True: it is one, and is done when it is counted. */
  readonly take: (event: Carried) => Effect.Effect<boolean>
}

/** For as long as the scope lives. What it has in hand when that ends comes again. */
export const makeLikeCounter = Effect.gen(function* () {
  const votes = yield* QuestionVotes
  const presses = yield* PressAnswers
  const waiting = yield* Queue.bounded<Chat>(waitingMax)

  const end = Effect.fnUntraced(function* (event: Chat, outcome: VoteOutcome | undefined) {
    const { input } = event.incoming
    const like = likeIn(event)
    const notice = outcome === undefined || like === null ? null : likeWords(outcome, like.good)
    if (input._tag === "Pressed") yield* presses.answer({ press: input.press, notice })
    yield* event.done
  })

  const countSome = Effect.gen(function* () {
    const events = yield* Queue.takeBetween(waiting, 1, atOnce)
    const nowMs = yield* Clock.currentTimeMillis
    const outcomes = yield* votes.cast(events.flatMap((event) => voteOf(event, nowMs))).pipe(
      untilReachable,
      Effect.catchCause((cause) =>
        Effect.as(Effect.logError("what people think of questions could not be counted", cause), [])
      )
    )
    for (const [i, event] of events.entries()) yield* end(event, outcomes[i])
  })
  yield* Effect.forkScoped(Effect.forever(countSome))

  return {
    take: (event) =>
      event._tag === "Chat" && likeIn(event) !== null
        ? Effect.as(Queue.offer(waiting, event), true)
        : Effect.succeed(false)
  } satisfies LikeCounter
})
