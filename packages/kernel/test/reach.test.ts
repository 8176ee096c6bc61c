/** Where something can be said is news once, and so is what others left unsaid. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { Reach } from "../src/deliver/reach.ts"
import { conversation } from "../src/testing/chat-room.ts"

const [chat, other] = [conversation(1), conversation(2)]

it.effect("of what others left behind the first in each conversation is news, and no other waits for it", () =>
  Effect.gen(function* () {
    const memory = yield* Reach
    memory.leftBehind(chat)
    memory.leftBehind(other)
    assert.isNotNull(memory.said(chat))
    assert.isNull(memory.said(chat))
    assert.isNotNull(memory.said(other))
    assert.isNull(memory.said(conversation(3)))
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
      assert.isNotNull(memory.said(chat))
      assert.deepInclude(yield* memory.news, { conversation: chat, isHere: true })
    }
  }).pipe(Effect.provide(Reach.layer))
)
