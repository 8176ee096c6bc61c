/** Outbox and DeadLetters by whole ids, where those of one community are stored bare. */
import type { DeadLetters } from "@znatoki/ports/dead-letters"
import type { Outbox } from "@znatoki/ports/outbox"
import { Effect } from "effect"
import type { BareIds } from "./bare-ids.ts"
import type { Mode } from "./mode.ts"
import { type OfConversation, stored, whole } from "./of-conversation.ts"

const storedOrNull = <Row extends OfConversation>(ids: BareIds, row: Row | null): Row | null =>
  row === null ? null : stored(ids, row)

export const bareOutbox = (under: Outbox["Service"], mode: Mode): Outbox["Service"] => ({
  pending: (slice, after, limit) =>
    mode.by((ids) =>
      Effect.map(under.pending(slice, storedOrNull(ids, after), limit), ({ messages, next }) => ({
        messages: messages.map((message) => whole(ids, message)),
        next: next === null ? null : whole(ids, next)
      }))
    ),
  pendingOf: (conversations) =>
    mode.by((ids) =>
      Effect.map(under.pendingOf(conversations.map(ids.stored)), (messages) =>
        messages.map((message) => whole(ids, message))
      )
    ),
  settle: (results) => mode.by((ids) => under.settle(results.map((result) => stored(ids, result)))),
  externalId: (conversation, slot) => mode.by((ids) => under.externalId(ids.stored(conversation), slot))
})

export const bareDeadLetters = (under: DeadLetters["Service"], mode: Mode): DeadLetters["Service"] => ({
  list: (before, limit) =>
    mode.by((ids) =>
      Effect.map(under.list(storedOrNull(ids, before), limit), (letters) => letters.map((letter) => whole(ids, letter)))
    ),
  revive: (letter) => mode.by((ids) => under.revive(stored(ids, letter))),
  forget: (letter) => mode.by((ids) => under.forget(stored(ids, letter)))
})
