/** How a press stops waiting: with a notice at the top of the screen, or with nothing. */
import type { ConversationId, PressRef } from "@znatoki/chat/chat-input"
import { type Asked, HungConversations } from "@znatoki/ports/hung-conversations"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Context, Deferred, Effect, Fiber, Layer, Queue, Semaphore } from "effect"
import { cut } from "@znatoki/chat/cut"
import { callsInExecute, type CallOutcome, executeBatch, type VkCall } from "../api/execute-batch.ts"
import { type Press, unpackPress } from "./press-ref.ts"
import { VkApi } from "../api/vk-api.ts"
import { conversationIdOf } from "../api/vk-id.ts"
import { sayError } from "../api/vk-error.ts"

const noticeMax = 90

/** VK forgets a press after a minute. */
const pressLivesMs = 60_000

/** New tries are planned here, where presses that came meanwhile can go along. */
const onlyOnce = { attempts: 1, timeoutMs: 5_000 }

/** How many presses may be asked for alone at once, for conversations in which VK did not answer in time. */
const aloneMax = 3
/** How many full requests are under way at once: with fewer, a crowd that sits down waits longer than VK keeps a press. */
const fullMax = 4
/** Longer no call keeps its slot. */
const slotMs = 1_000

interface Waiting {
  readonly call: VkCall
  readonly conversation: ConversationId
  readonly untilMs: number
  readonly over: Deferred.Deferred<void>
}

const callOf = (press: Press, notice: string | null): VkCall => {
  const event_data =
    notice === null || notice === ""
      ? {}
      : { event_data: JSON.stringify({ type: "show_snackbar", text: cut(notice, noticeMax) }) }
  const params = {
    event_id: press.eventId,
    user_id: String(press.userId),
    peer_id: String(press.peerId),
    ...event_data
  }
  return { method: "messages.sendMessageEventAnswer", params }
}

type Answer = (ref: PressRef, notice: string | null) => Effect.Effect<void>

/** Presses that come while others are answered go together in one request, so that they leave room for messages. */
const makeAnswerPress = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const waiting = yield* Queue.unbounded<Waiting>()
  const alone = yield* Queue.unbounded<Waiting>()
  const hung = new HungConversations()
  const scope = yield* Effect.scope

  const lineUp = (press: Waiting) =>
    Effect.flatMap(steadyMs, (nowMs) => Queue.offer(hung.goesAlone(press.conversation, nowMs) ? alone : waiting, press))

  const settle = Effect.fnUntraced(function* (press: Waiting, outcome: CallOutcome | undefined, asked: Asked) {
    const nowMs = yield* steadyMs
    if (outcome?._tag === "Failed" && outcome.error._tag === "VkUnavailable") {
      const { afterMs, timedOut } = outcome.error
      const waitMs = timedOut === true ? hung.timedOut(press.conversation, asked, nowMs) : afterMs
      // Somebody watches a button spin, so a short wait is worth it.
      if (nowMs + waitMs < press.untilMs) {
        return yield* lineUp(press).pipe(Effect.delay(waitMs), Effect.forkIn(scope))
      }
    } else hung.answered(press.conversation, nowMs)
    if (outcome?._tag === "Failed") yield* Effect.logDebug(`a press was not answered: ${sayError(outcome.error)}`)
    return yield* Deferred.succeed(press.over, undefined)
  })

  const answer = Effect.fnUntraced(function* (some: ReadonlyArray<Waiting>) {
    const asked = { atMs: yield* steadyMs, together: some.length > 1 }
    const outcomes = yield* executeBatch(
      vk,
      some.map(({ call }) => call),
      onlyOnce
    )
    for (const [i, press] of some.entries()) yield* settle(press, outcomes[i], asked)
  })
  const slots = yield* Semaphore.make(fullMax)
  const keepAnswering = (next: Effect.Effect<ReadonlyArray<Waiting>>) =>
    Effect.gen(function* () {
      const some = yield* next
      const call = yield* Effect.forkIn(answer(some), scope)
      const slot = Effect.race(Fiber.await(call), Effect.sleep(slotMs))
      if (some.length < callsInExecute) return yield* slot
      // Behind a full one others wait already.
      yield* slots.take(1)
      yield* Effect.forkIn(Effect.ensuring(slot, slots.release(1)), scope)
    }).pipe(Effect.forever, Effect.forkScoped)
  const lines = { together: waiting, alone }
  const oneAlone = Effect.map(
    hung.nextAlone(lines, ({ conversation }) => conversation),
    (press) => [press]
  )
  yield* keepAnswering(Queue.takeBetween(waiting, 1, callsInExecute))
  for (let i = 0; i < aloneMax; i++) yield* keepAnswering(oneAlone)

  const answerPress: Answer = Effect.fnUntraced(function* (ref, notice) {
    const press = unpackPress(ref)
    if (press === null) return yield* Effect.logWarning("a press of unknown shape was not answered")
    const over = yield* Deferred.make<void>()
    const untilMs = (yield* steadyMs) + pressLivesMs
    const conversation = conversationIdOf(press)
    yield* lineUp({ call: callOf(press, notice), conversation, untilMs, over })
    yield* Deferred.await(over)
  })
  return answerPress
})

/** One for all who answer presses of a community, so that they share its requests. */
export class AnswerPress extends Context.Service<AnswerPress, { readonly answer: Answer }>()(
  "@znatoki/adapter-vk/AnswerPress"
) {
  static readonly layer = Layer.effect(
    AnswerPress,
    Effect.map(Effect.flatMap(VkApi, makeAnswerPress), (answer) => ({ answer }))
  )
}
