/** The way to the people, through VK: up to 25 deliveries in one request. */
import { type Delivery, type DeliveryResult, Messenger } from "@znatoki/runtime/ports/messenger"
import { Effect, Layer, Result } from "effect"
import { makeAnswerPress } from "./answer-press.ts"
import { deliveryCall } from "./delivery-call.ts"
import { deliveryResult } from "./delivery-result.ts"
import { CAPTCHA_NEEDED } from "./error-of-code.ts"
import { CALLS_IN_EXECUTE, executeBatch } from "./execute-batch.ts"
import { VkApi } from "./vk-api.ts"
import { sayError, type VkError } from "./vk-error.ts"

/** Longer waiting is the caller's: it knows what else there is to deliver. */
const PATIENCE = { attempts: 3, timeoutMs: 5_000, endAtTimeout: true }

/** Most errors are one conversation's; these stand for all of them, or need a person. */
const tellOperator = (error: VkError): Effect.Effect<void> => {
  if (error._tag === "VkForbidden") return Effect.logError(`${sayError(error)}. ${error.advice}`)
  if (error.code === CAPTCHA_NEEDED) {
    return Effect.logWarning(`VK asks for a captcha: it takes the bot for a spammer. ${sayError(error)}`)
  }
  return Effect.logDebug(`a delivery failed: ${sayError(error)}`)
}

export const layer = Layer.effect(
  Messenger,
  Effect.gen(function* () {
    const vk = yield* VkApi
    const answerPress = yield* makeAnswerPress(vk)

    const deliver = Effect.fn("VkMessenger.deliver")(function* (batch: ReadonlyArray<Delivery>) {
      const prepared = batch.map((delivery) => ({ delivery, call: deliveryCall(delivery) }))
      const calls = prepared.flatMap(({ call }) => (Result.isSuccess(call) ? [call.success] : []))
      const buttonsLeft = calls.reduce((sum, call) => sum + call.buttonsLeft, 0)
      if (buttonsLeft > 0) yield* Effect.logWarning(`${buttonsLeft} buttons beyond VK's limits were left out`)

      const outcomes = yield* executeBatch(
        vk,
        calls.map(({ call }) => call),
        PATIENCE
      )
      const results: Array<DeliveryResult> = []
      const errors = new Map<number | null, VkError>()
      let asked = 0
      for (const { call, delivery } of prepared) {
        const outcome = Result.isSuccess(call) ? outcomes[asked++] : undefined
        if (outcome === undefined) {
          results.push({ _tag: "Refused", reason: Result.isFailure(call) ? call.failure : "not asked" })
          continue
        }
        const { error, result } = deliveryResult(delivery, outcome)
        if (error !== null) errors.set(error.code, error)
        results.push(result)
      }
      yield* Effect.forEach(errors.values(), tellOperator, { discard: true })
      return results
    })

    return Messenger.of({
      deliver,
      answerPress,
      batchSize: CALLS_IN_EXECUTE
    })
  })
)
