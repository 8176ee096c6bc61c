/** How a press stops waiting: with a notice at the top of the screen, or with nothing. */
import type { PressRef } from "@znatoki/host/chat-input"
import { steadyMs } from "@znatoki/runtime/steady-ms"
import { Deferred, Effect, Queue } from "effect"
import { cut } from "./cut.ts"
import { CALLS_IN_EXECUTE, type CallOutcome, executeBatch, type VkCall } from "./execute-batch.ts"
import { unpackPress } from "./press-ref.ts"
import type { VkApi } from "./vk-api.ts"
import { sayError } from "./vk-error.ts"

const NOTICE_MAX = 90

/** VK forgets a press after a minute. */
const PRESS_LIVES_MS = 60_000

/** New tries are planned here, where presses that came meanwhile can go along. */
const ONCE = { attempts: 1, timeoutMs: 5_000 }

interface Waiting {
  readonly call: VkCall
  readonly untilMs: number
  readonly over: Deferred.Deferred<void>
}

const callOf = (ref: PressRef, notice: string | null): VkCall | null => {
  const press = unpackPress(ref)
  if (press === null) return null
  const event_data =
    notice === null || notice === ""
      ? {}
      : { event_data: JSON.stringify({ type: "show_snackbar", text: cut(notice, NOTICE_MAX) }) }
  const params = {
    event_id: press.event_id,
    user_id: String(press.user_id),
    peer_id: String(press.peer_id),
    ...event_data
  }
  return { method: "messages.sendMessageEventAnswer", params }
}

export type AnswerPress = (ref: PressRef, notice: string | null) => Effect.Effect<void>

/** Presses that come while others are answered go together in one request, so that they leave room for messages. */
export const makeAnswerPress = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const waiting = yield* Queue.unbounded<Waiting>()
  const scope = yield* Effect.scope

  const again = (press: Waiting, afterMs: number) =>
    Queue.offer(waiting, press).pipe(Effect.delay(afterMs), Effect.forkIn(scope))

  const settle = Effect.fnUntraced(function* (press: Waiting, outcome: CallOutcome | undefined, nowMs: number) {
    if (outcome?._tag === "Failed") {
      const { error } = outcome
      // Somebody watches a button spin, so a short wait is worth it.
      if (error._tag === "VkUnavailable" && nowMs + error.afterMs < press.untilMs) {
        return yield* again(press, error.afterMs)
      }
      yield* Effect.logDebug(`a press was not answered: ${sayError(error)}`)
    }
    return yield* Deferred.succeed(press.over, undefined)
  })

  const answerSome = Effect.gen(function* () {
    const some = yield* Queue.takeBetween(waiting, 1, CALLS_IN_EXECUTE)
    const outcomes = yield* executeBatch(
      vk,
      some.map(({ call }) => call),
      ONCE
    )
    const nowMs = yield* steadyMs
    for (const [i, press] of some.entries()) yield* settle(press, outcomes[i], nowMs)
  })
  yield* answerSome.pipe(Effect.forever, Effect.forkScoped)

  const answerPress: AnswerPress = Effect.fnUntraced(function* (ref, notice) {
    const call = callOf(ref, notice)
    if (call === null) return yield* Effect.logWarning("a press of unknown shape was not answered")
    const over = yield* Deferred.make<void>()
    const untilMs = (yield* steadyMs) + PRESS_LIVES_MS
    yield* Queue.offer(waiting, { call, untilMs, over })
    yield* Deferred.await(over)
  })
  return answerPress
})
