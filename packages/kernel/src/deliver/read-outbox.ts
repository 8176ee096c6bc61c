/** Finds what was committed and not said: left by a crash, by a commit whose answer was lost, or by another process. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Outbox, type OutboxPage, type OutboxPlace } from "@znatoki/ports/outbox"
import type { Slice } from "@znatoki/ports/slice"
import { Effect } from "effect"
import { SendQueue } from "./send-queue.ts"
import { untilReachable } from "../outage/until-reachable.ts"

/** Page by page, as there is room: in a conversation older messages come before newer ones on every page. */
export const sweep = Effect.fnUntraced(function* (slice: Slice, pageSize: number) {
  const outbox = yield* Outbox
  const queue = yield* SendQueue
  let after: OutboxPlace | null = null
  do {
    yield* queue.room
    const reading = queue.lines.beginReading()
    const page: OutboxPage = yield* outbox.pending(slice, after, pageSize).pipe(
      untilReachable,
      Effect.onError(() => Effect.sync(() => queue.addRead(reading, [])))
    )
    queue.addRead(reading, page.messages)
    after = page.next
  } while (after !== null)
})

export const fetch = Effect.fnUntraced(function* (conversations: ReadonlyArray<ConversationId>) {
  if (conversations.length === 0) return
  const outbox = yield* Outbox
  const queue = yield* SendQueue
  const reading = queue.lines.beginReading()
  const found = yield* outbox.pendingOf(conversations).pipe(
    untilReachable,
    Effect.onError(() => Effect.sync(() => queue.addRead(reading, [])))
  )
  queue.addRead(reading, found)
})
