/** Parking in memory. */
import { type Failure, type Parked, Parking, type Released, waitingMax } from "@znatoki/ports/parking"
import { partitionOf, type Slice } from "@znatoki/ports/slice"
import { Effect, Layer } from "effect"
import { conversationsInOrder, MemoryDatabase, type ParkedConversation } from "./memory-database.ts"

export const layer: Layer.Layer<Parking, never, MemoryDatabase> = Layer.effect(
  Parking,
  Effect.gen(function* () {
    const { parked } = yield* MemoryDatabase
    const all = () => conversationsInOrder(parked).map(([, each]) => each)
    const inSlice = (slice: Slice) => all().filter(({ conversation }) => slice.includes(partitionOf(conversation)))

    return {
      park: (batch) =>
        Effect.sync(() => {
          for (const failure of batch) {
            const { conversation } = failure
            parked.set(conversation, failed(parked.get(conversation), failure))
          }
        }),

      append: (tasks) =>
        Effect.sync(() => {
          for (const { conversation, source, task } of tasks) {
            const before = parked.get(conversation)
            if (before === undefined || before.tasks.has(source)) continue
            const after =
              waitingIn(before) < waitingMax
                ? { ...before, tasks: new Map(before.tasks).set(source, task) }
                : { ...before, dropped: before.dropped + 1 }
            parked.set(conversation, after)
          }
          return new Set(tasks.map(({ conversation }) => conversation).filter((each) => parked.has(each)))
        }),

      parked: (slice) => Effect.sync(() => new Set(inSlice(slice).map(({ conversation }) => conversation))),

      list: (after, limit) =>
        Effect.sync(() =>
          all()
            .filter(({ conversation }) => after === null || conversation > after)
            .slice(0, limit)
            .map((each) => {
              const { met: _, task: __, ...summary } = wholeOf(each)
              return summary
            })
        ),

      get: (conversation) =>
        Effect.sync(() => {
          const found = parked.get(conversation)
          return found === undefined ? null : wholeOf(found)
        }),

      release: (conversation, way) =>
        Effect.sync(() => {
          const found = parked.get(conversation)
          if (found !== undefined) parked.set(conversation, { ...found, release: way })
          return found !== undefined
        }),

      released: (slice, limit) => Effect.sync(() => inSlice(slice).flatMap(releasedOf).slice(0, limit)),

      waiting: (conversation, limit) =>
        Effect.sync(() =>
          [...(parked.get(conversation)?.tasks ?? [])].slice(0, limit).map(([source, task]) => ({ source, task }))
        ),

      clear: (conversation, source) =>
        Effect.sync(() => {
          const found = parked.get(conversation)
          if (found === undefined) return true
          const tasks = new Map(found.tasks)
          tasks.delete(source)
          parked.set(conversation, { ...found, tasks })
          return tasks.size === 0 && found.release !== null && parked.delete(conversation)
        })
    }
  })
)

const failed = (before: ParkedConversation | undefined, failure: Failure): ParkedConversation => {
  const { atMs, conversation, error, met, sinceMs, source, task } = failure
  const tasks = new Map(before?.tasks)
  if (!tasks.has(source)) tasks.set(source, task)
  if (before !== undefined && before.release === null) return { ...before, tasks }
  const { dropped = 0, sinceMs: firstMs = sinceMs } = before ?? {}
  return { conversation, source, error, met, failedAtMs: atMs, sinceMs: firstMs, dropped, release: null, tasks }
}

const waitingIn = ({ source, tasks }: ParkedConversation): number => tasks.size - (tasks.has(source) ? 1 : 0)

const releasedOf = (parked: ParkedConversation): ReadonlyArray<Released> => {
  const { conversation, release, sinceMs, source, task } = wholeOf(parked)
  return release === null ? [] : [{ conversation, release, sinceMs, source, task }]
}

const wholeOf = (parked: ParkedConversation): Parked => {
  const { tasks, ...rest } = parked
  return { ...rest, task: tasks.get(rest.source) ?? null, waiting: waitingIn(parked) }
}
