/** Where something can be said is news once, and so is what an earlier life left unsaid. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { SourceId } from "@znatoki/chat/chat-input"
import { Reach } from "../src/deliver/reach.ts"
import { conversation } from "../src/testing/chat-room.ts"
import type { PendingMessage } from "@znatoki/ports/outbox"

const [chat, other] = [conversation(1), conversation(2)]
/** As the clock of a test begins. */
const startMs = 0

const message = (where: typeof chat, queuedAtMs: number): PendingMessage => ({
  conversation: where,
  seq: 1,
  queuedAtMs,
  message: {
    _tag: "Say",
    text: ["да"],
    keyboard: null,
    slot: null,
    origin: { event: SourceId.make("press") }
  }
})

it.effect("of what an earlier life left unsaid the first in each conversation is news, and no other waits for it", () =>
  Effect.gen(function* () {
    const memory = yield* Reach
    const [first, second] = [memory.said(message(chat, startMs - 2)), memory.said(message(chat, startMs - 1))]
    assert.isNotNull(first)
    assert.isNull(second)
    assert.isNotNull(memory.said(message(other, startMs - 1)))
    assert.isNull(memory.said(message(conversation(3), startMs)))
    assert.deepInclude(yield* memory.news, { conversation: chat, isHere: true })
    assert.deepInclude(yield* memory.news, { conversation: other, isHere: true })
  }).pipe(Effect.provide(Reach.layer))
)

it.effect("what is said where nothing could be is news each time", () =>
  Effect.gen(function* () {
    const memory = yield* Reach
    for (let time = 0; time < 2; time++) {
      memory.gone(chat)
      assert.deepInclude(yield* memory.news, { conversation: chat, isHere: false })
      assert.isNotNull(memory.said(message(chat, startMs + time)))
      assert.deepInclude(yield* memory.news, { conversation: chat, isHere: true })
    }
  }).pipe(Effect.provide(Reach.layer))
)
