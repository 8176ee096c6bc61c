import { ConversationId } from "@znatoki/chat/chat-input"
import { GoneConversations } from "@znatoki/kernel/deliver/gone-conversations"
import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"

const conversation = ConversationId.make("1")

it.effect(
  "a conversation in which something goes on is looked at within a minute again, however often it was in vain",
  () =>
    Effect.gen(function* () {
      const gone = new GoneConversations()
      for (let words = 0; words < 7; words++) {
        const waiting = yield* Effect.forkChild(gone.waitFor(conversation))
        yield* Effect.yieldNow
        gone.wake(conversation)
        yield* Fiber.join(waiting)
      }
      const waiting = yield* Effect.forkChild(gone.waitFor(conversation))
      yield* TestClock.adjust("1 minute")
      yield* Fiber.join(waiting)
      assert.isTrue(gone.isGone(conversation))
    })
)
