/** Where the game's events come from: VK's Long Poll, its Callback API, or both at once. */
import { type Envelope, type Hearing, Inbox, type InboxRefused } from "@znatoki/ports/inbox"
import { Effect, Layer, Queue } from "effect"
import { bringCallbacks } from "./callback-intake.ts"
import { AnswerPress } from "../presses/answer-press.ts"
import { bringLongPoll } from "./long-poll-intake.ts"

const openQueue = Queue.make<Envelope | Hearing, InboxRefused>()

/** We ask VK. */
export const layer = Layer.effect(
  Inbox,
  Effect.gen(function* () {
    const heardNow = yield* openQueue
    const ask = yield* bringLongPoll(heardNow)
    return { take: Queue.takeAll(heardNow), ask }
  })
).pipe(Layer.provide(AnswerPress.layer))

/** VK comes by itself: what it brings is all there is to hear, and nothing is asked for. */
export const callbackLayer = Layer.effect(
  Inbox,
  Effect.gen(function* () {
    const heardNow = yield* openQueue
    yield* bringCallbacks((envelopes) => Queue.offerAll(heardNow, envelopes))
    return { take: Queue.takeAll(heardNow), ask: Effect.void }
  })
).pipe(Layer.provide(AnswerPress.layer))

/** What comes by both ways is the same event, and is played once. */
export const bothLayer = Layer.effect(
  Inbox,
  Effect.gen(function* () {
    const heardNow = yield* openQueue
    yield* bringCallbacks((envelopes) => Queue.offerAll(heardNow, envelopes))
    const ask = yield* bringLongPoll(heardNow)
    return { take: Queue.takeAll(heardNow), ask }
  })
).pipe(Layer.provide(AnswerPress.layer))
