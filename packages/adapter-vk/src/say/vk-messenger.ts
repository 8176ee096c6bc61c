/** The way to the people, through VK: up to 25 deliveries in one request. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Delivery, type DeliveryResult, Messenger } from "@znatoki/ports/messenger"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Layer, Result } from "effect"
import { AnswerPress } from "../presses/answer-press.ts"
import { deliveryCall } from "./delivery-call.ts"
import { HourlyBudget, MessagesPerHour } from "./hourly-budget.ts"
import { textUnitsMax } from "./render-message.ts"
import { deliveryResult, insteadOf, isOfDeleted, withoutButtons } from "./delivery-result.ts"
import { type ReadyDelivery, withMedia } from "./with-media.ts"
import { Pictures } from "../pictures/pictures.ts"
import { botFeaturesOff, captchaNeeded } from "../api/policy-of-code.ts"
import { callsInExecute, executeBatch, type VkCall } from "../api/execute-batch.ts"
import { makeRecentCache } from "../api/recent-cache.ts"
import { VkApi } from "../api/vk-api.ts"
import { sayError, type VkError } from "../api/vk-error.ts"

/** Longer waiting is the caller's: it knows what else there is to deliver. */
const patience = { attempts: 3, timeoutMs: 5_000, endAtTimeout: true }
/** For what is only nice to look at. */
const onlyOnce = { ...patience, attempts: 1 }

/** How soon buttons are tried again where VK took none, and a line of advice is worth repeating. */
const tryButtonsMs = 60_000
const tellAgainMs = 600_000
const codesToldMax = 100

/** Most errors are one conversation's; these stand for all of them, or need a person. */
const makeTellOperator = () => {
  const told = makeRecentCache<number, true>({ entries: codesToldMax, ttlMs: tellAgainMs })
  return Effect.fnUntraced(function* (error: VkError) {
    const nowMs = yield* steadyMs
    const isTold = error.code !== null && told.get(error.code, nowMs) === true
    const advice = error._tag === "VkUnavailable" ? undefined : error.advice
    const isCaptcha = error.code === captchaNeeded
    if (isTold || (advice === undefined && !isCaptcha))
      return yield* Effect.logDebug(`a delivery failed: ${sayError(error)}`)
    if (error.code !== null) told.set(error.code, true, nowMs)
    if (advice !== undefined) return yield* Effect.logError(`${sayError(error)}. ${advice}`)
    return yield* Effect.logWarning(`VK asks for a captcha: it takes the bot for a spammer. ${sayError(error)}`)
  })
}

const isReady = (each: ReadyDelivery | DeliveryResult): each is ReadyDelivery => !("_tag" in each)

const notAsked: DeliveryResult = { _tag: "Refused", reason: "not asked" }
/** Looked at again sooner than it need be: whoever waits may be told otherwise meanwhile. */
const lookAgainMs = 60_000
const overBudget = (waitMs: number): DeliveryResult => ({
  _tag: "Later",
  reason: "the conversation has had as many messages in an hour as VK_MESSAGES_PER_HOUR allows",
  afterMs: Math.min(waitMs, lookAgainMs)
})

/** What messages show that come after these. */
const shownLater = (batch: ReadonlyArray<Delivery>): ReadonlySet<string> => {
  const sources = new Set<string>()
  for (const { message, soon } of batch) {
    if (soon !== undefined) sources.add(soon)
    if (message.ahead !== undefined) sources.add(message.ahead)
  }
  return sources
}

/** With what is shown with them, or what became of those that VK need not be asked for. */
const madeReady = Effect.fnUntraced(function* (
  batch: ReadonlyArray<Delivery>,
  pictures: Pictures["Service"],
  waitMsOf: (conversation: ConversationId) => number
) {
  const looked: Array<ReadyDelivery | DeliveryResult> = []
  for (const delivery of batch) {
    const { conversation, message } = delivery
    const waitMs = message._tag === "Say" ? waitMsOf(conversation) : 0
    if (waitMs > 0) looked.push(overBudget(waitMs))
    else if (message.media === undefined) looked.push({ ...delivery, attachment: null })
    else looked.push(yield* withMedia(pictures, delivery))
  }
  return looked
})

interface Outcome {
  readonly result: DeliveryResult
  /** VK's, when there was one. */
  readonly error: VkError | null
}

const ask = Effect.fnUntraced(function* (
  vk: VkApi["Service"],
  batch: ReadonlyArray<ReadyDelivery>,
  options = patience
) {
  const prepared: Array<{ readonly delivery: ReadyDelivery; readonly call: ReturnType<typeof deliveryCall> }> = []
  const calls: Array<VkCall> = []
  let buttonsLeft = 0
  for (const delivery of batch) {
    const call = deliveryCall(delivery)
    prepared.push({ delivery, call })
    if (Result.isFailure(call)) continue
    calls.push(call.success.call)
    buttonsLeft += call.success.buttonsLeft
  }
  if (buttonsLeft > 0) yield* Effect.logWarning(`${buttonsLeft} buttons beyond VK's limits were left out`)

  const answers = yield* executeBatch(vk, calls, options)
  let asked = 0
  return prepared.map(({ call, delivery }): Outcome => {
    const answer = Result.isSuccess(call) ? answers[asked++] : undefined
    if (answer !== undefined) return deliveryResult(delivery, answer)
    return { result: Result.isFailure(call) ? { _tag: "Refused", reason: call.failure } : notAsked, error: null }
  })
})

export const layer = Layer.effect(
  Messenger,
  Effect.gen(function* () {
    const vk = yield* VkApi
    const { answer } = yield* AnswerPress
    const pictures = yield* Pictures
    const tellOperator = makeTellOperator()
    const budget = new HourlyBudget(yield* MessagesPerHour)
    let buttonsOffUntilMs = -Infinity

    const forgetRefused = ({ attachment, message: { media } }: ReadyDelivery, instead: ReadyDelivery | null) =>
      attachment === null || media === undefined || instead === null || instead.attachment !== null
        ? Effect.void
        : pictures.forget(media.source, attachment)

    /** What VK refuses for a reason that can be gone round is asked for once more, in another way. */
    const askOn = (batch: ReadonlyArray<ReadyDelivery>): Effect.Effect<ReadonlyArray<DeliveryResult>> =>
      Effect.gen(function* () {
        const outcomes = yield* ask(vk, batch)
        if (outcomes.every(({ error }) => error === null)) return outcomes.map(({ result }) => result)
        const errors = new Map(
          outcomes.flatMap(({ error }, i) => {
            const delivery = batch[i]
            const isTold = error !== null && delivery !== undefined && !isOfDeleted(delivery, error)
            return isTold ? [[error.code, error] as const] : []
          })
        )
        yield* Effect.forEach(errors.values(), tellOperator, { discard: true })
        if (errors.has(botFeaturesOff)) buttonsOffUntilMs = (yield* steadyMs) + tryButtonsMs
        const instead = outcomes.map(({ error }, i) => {
          const delivery = batch[i]
          return error === null || delivery === undefined ? null : insteadOf(delivery, error)
        })
        yield* Effect.forEach(batch, (delivery, i) => forgetRefused(delivery, instead[i] ?? null), { discard: true })
        const others = instead.filter((delivery) => delivery !== null)
        const results = others.length === 0 ? [] : yield* askOn(others)
        let next = 0
        return outcomes.map(({ result }, i) => (instead[i] === null ? result : (results[next++] ?? result)))
      })

    const deliver = Effect.fnUntraced(function* (batch: ReadonlyArray<Delivery>) {
      const nowMs = yield* steadyMs
      for (const source of shownLater(batch)) yield* pictures.prepare(source)
      const looked = yield* madeReady(batch, pictures, (conversation) => budget.waitMs(conversation, nowMs))
      const ready = looked.filter(isReady)
      const isOff = nowMs < buttonsOffUntilMs
      const results = ready.length === 0 ? [] : yield* askOn(isOff ? ready.map(withoutButtons) : ready)
      for (const [i, { conversation, message }] of ready.entries())
        if (message._tag === "Say" && results[i]?._tag === "Delivered") budget.spend(conversation, nowMs)
      let next = 0
      return looked.map((each) => (isReady(each) ? (results[next++] ?? notAsked) : each))
    })

    const decorate = Effect.fnUntraced(function* (batch: ReadonlyArray<Delivery>) {
      const nowMs = yield* steadyMs
      if (!(yield* vk.isSpare) || nowMs < buttonsOffUntilMs) return batch.map(() => null)
      const looked = yield* Effect.forEach(batch, (delivery): Effect.Effect<ReadyDelivery | DeliveryResult> =>
        budget.isAmple(delivery.conversation, nowMs) ? withMedia(pictures, delivery) : Effect.succeed(notAsked)
      )
      const outcomes = yield* ask(vk, looked.filter(isReady), onlyOnce)
      let next = 0
      return looked.map((each) => (isReady(each) ? (outcomes[next++]?.result ?? null) : null))
    })

    return Messenger.of({
      deliver,
      decorate,
      answerPress: answer,
      textMax: textUnitsMax,
      batchSize: callsInExecute
    })
  })
).pipe(Layer.provide(AnswerPress.layer))
