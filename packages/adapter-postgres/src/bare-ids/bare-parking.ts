/** Parking by whole ids, where those of one community are stored bare; the version before reads the tasks that wait too. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Parking, WaitingTask } from "@znatoki/ports/parking"
import { Effect } from "effect"
import type { BareIds } from "./bare-ids.ts"
import type { Mode } from "./mode.ts"
import { type OfConversation, stored, whole } from "./of-conversation.ts"

const storedTask = <Row extends OfConversation & WaitingTask>(ids: BareIds, row: Row): Row => ({
  ...stored(ids, row),
  task: ids.storedTask(row.task, row.conversation)
})

const wholeTask = <Row extends OfConversation & { readonly task: string | null }>(ids: BareIds, row: Row): Row => {
  const known = whole(ids, row)
  return known.task === null ? known : { ...known, task: ids.wholeTask(known.task, known.conversation) }
}

const wholeSet = (ids: BareIds) => (conversations: ReadonlySet<ConversationId>) =>
  new Set([...conversations].map(ids.whole))

export const bareParking = (under: Parking["Service"], mode: Mode): Parking["Service"] => ({
  park: (batch) => mode.by((ids) => under.park(batch.map((failure) => storedTask(ids, failure)))),
  append: (tasks) =>
    mode.by((ids) => Effect.map(under.append(tasks.map((task) => storedTask(ids, task))), wholeSet(ids))),
  parked: (slice) => mode.by((ids) => Effect.map(under.parked(slice), wholeSet(ids))),
  list: (after, limit) =>
    mode.by((ids) =>
      Effect.map(under.list(after === null ? null : ids.stored(after), limit), (rows) =>
        rows.map((row) => whole(ids, row))
      )
    ),
  get: (conversation) =>
    mode.by((ids) =>
      Effect.map(under.get(ids.stored(conversation)), (found) => (found === null ? null : wholeTask(ids, found)))
    ),
  release: (conversation, way) => mode.by((ids) => under.release(ids.stored(conversation), way)),
  released: (slice, limit) =>
    mode.by((ids) => Effect.map(under.released(slice, limit), (rows) => rows.map((row) => wholeTask(ids, row)))),
  waiting: (conversation, limit) =>
    mode.by((ids) =>
      Effect.map(under.waiting(ids.stored(conversation), limit), (rows) =>
        rows.map(({ source, task }) => ({ source, task: ids.wholeTask(task, conversation) }))
      )
    ),
  clear: (conversation, source) => mode.by((ids) => under.clear(ids.stored(conversation), source))
})
