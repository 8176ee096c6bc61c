/** The line of events where those who hear and those who own are one process: an event is handed over by a call. */
import { type Carried, EventLine, type Owner } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import { partitionOf, type Slice } from "@znatoki/ports/slice"
import { Effect, Latch, Layer } from "effect"
import { Served } from "./served.ts"

const partition = (event: Carried): number =>
  partitionOf(event._tag === "Chat" ? event.incoming.conversation : event.conversation)

export const layer = Layer.sync(EventLine, () => {
  const owners = new Map<number, Owner>()
  /** In the order in which they were published. */
  const undone = new Set<Carried>()
  const taken = Latch.makeUnsafe(false)
  let told: Hearing | null = null
  const asked = new Served<Effect.Effect<void>>()

  const publish = (event: Carried): Effect.Effect<void> =>
    Effect.suspend(() => {
      const owner = owners.get(partition(event))
      if (owner === undefined) {
        Latch.closeUnsafe(taken)
        return Effect.andThen(taken.await, publish(event))
      }
      const kept: Carried = {
        ...event,
        done: Effect.suspend(() => {
          undone.delete(kept)
          return event.done
        })
      }
      undone.add(kept)
      return owner.take(kept)
    })

  const leave = (slice: Slice, owner: Owner) =>
    Effect.sync(() => {
      for (const each of slice) if (owners.get(each) === owner) owners.delete(each)
    })
  const serve = Effect.fnUntraced(function* (slice: Slice, owner: Owner) {
    yield* Effect.addFinalizer(() => leave(slice, owner))
    // Nothing new goes before what was left undone: while that is given over nobody owns them.
    for (const each of slice) owners.delete(each)
    for (const event of undone) if (slice.includes(partition(event))) yield* owner.take(event)
    if (told !== null) owner.hear(told)
    for (const each of slice) owners.set(each, owner)
    Latch.openUnsafe(taken)
  })

  return {
    publish,
    serve,
    tell: (hearing) =>
      Effect.sync(() => {
        told = hearing
        for (const owner of new Set(owners.values())) owner.hear(hearing)
      }),
    whenAsked: (answer) => asked.add(answer),
    ask: Effect.suspend(() => Effect.forEach(asked.all, (answer) => answer, { discard: true }))
  }
})
