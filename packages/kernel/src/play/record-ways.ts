/** The spans of what is decided, where somebody wants them: of each event from when it was taken until it is safe, and of the commit. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Commit } from "@znatoki/ports/game-store"
import type { OpenSpan, Recorder, Trace } from "@znatoki/ports/tracing"
import { Effect } from "effect"
import { conversationOf, sourceOf, type Task } from "./task.ts"

export interface Waited {
  readonly task: Task
  /** In steady milliseconds. */
  readonly sinceMs: number
}

/** What comes from people was chosen or not where it came in; what comes from elsewhere, a clock or an admin, begins here. */
const spanOf = (recorder: Recorder, { sinceMs, task }: Waited, nowMs: number): OpenSpan | null => {
  if (task.trace === undefined && task._tag === "Chat") return null
  const step = {
    name: "decide",
    kind: "consumer",
    agoMs: nowMs - sinceMs,
    about: {
      "znatoki.event": sourceOf(task),
      "znatoki.event.kind": task._tag.toLowerCase(),
      "messaging.message.conversation_id": conversationOf(task),
      "znatoki.waited_ms": Math.round(nowMs - sinceMs)
    }
  } as const
  return task.trace === undefined ? recorder.begin(step) : recorder.follow(task.trace, step)
}

/** The same tasks, each with the span in which it is decided on; `end` when they are safe. */
export const recordTasks = (recorder: Recorder, waited: ReadonlyArray<Waited>, nowMs: number) => {
  const spans: Array<OpenSpan> = []
  const tasks = waited.map((each): Task => {
    const span = spanOf(recorder, each, nowMs)
    if (span === null) return each.task
    spans.push(span)
    return { ...each.task, trace: span.trace }
  })
  return {
    tasks,
    end: (): void => {
      for (const span of spans) span.end()
    }
  }
}

/** One span for the whole batch: it stands in the way of the first event of those that are recorded, and links to all of them. */
export const recordCommit =
  (recorder: Recorder, groups: ReadonlyMap<ConversationId, ReadonlyArray<Task>>, batch: ReadonlyArray<Commit>) =>
  <A, E, R>(committing: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> => {
    const links: Array<Trace> = []
    for (const { next } of batch) {
      for (const { trace } of groups.get(next.conversation) ?? []) if (trace !== undefined) links.push(trace)
    }
    const [first] = links
    if (first === undefined) return committing
    return Effect.suspend(() => {
      const about = {
        "db.system.name": "postgresql",
        "db.operation.name": "commit",
        "db.operation.batch.size": batch.length
      }
      const span = recorder.follow(first, { name: "commit", kind: "client", about, links })
      return Effect.onExit(committing, ({ _tag }) =>
        Effect.sync(() => span?.end({ "znatoki.result": _tag.toLowerCase() }))
      )
    })
  }
