/** The kept events of a community that are on their way: each is brought once to whoever plays it, and forgotten when it is played. */
import { type ReceivedEvent, ReceivedEvents } from "@znatoki/ports/received-events"
import type { StoreError } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Effect, Queue, Schedule } from "effect"

/** How many may be on their way before VK is asked to wait. */
const inHandMax = 5_000
/** Another process may have kept some, and one that the store seemed to refuse may be there all the same. */
const lookEvery = "5 seconds"
const pageMax = 100
const forgottenMax = 1_000
const lastForgetting = "1 second"

const patiently = Schedule.min([Schedule.exponential("250 millis"), Schedule.spaced("10 seconds")]).pipe(
  Schedule.jittered
)

/** Of anything else the trouble of the store tells. */
const tellBroken = (what: string) => (error: StoreError) =>
  error._tag === "StoreBroken" ? Effect.logWarning(what, error) : Effect.void

/** Looks for those that are kept already, and goes on looking, until the scope ends. */
export const eventsInHand = Effect.fnUntraced(function* (community: string) {
  const store = yield* ReceivedEvents
  const trouble = yield* StoreTrouble
  const watched = { look: yield* trouble.watching, forget: yield* trouble.watching }
  const arrived = yield* Queue.unbounded<ReceivedEvent>()
  const played = yield* Queue.unbounded<string>()
  const inHand = new Set<string>()

  const take = (event: ReceivedEvent): void => {
    if (inHand.has(event.id)) return
    inHand.add(event.id)
    Queue.offerUnsafe(arrived, event)
  }

  const forget = (ids: ReadonlyArray<string>) =>
    Effect.map(store.forget(community, ids), () => {
      for (const id of ids) inHand.delete(id)
    })
  const forgetSome = Effect.flatMap(Queue.takeBetween(played, 1, forgottenMax), (ids) =>
    watched
      .forget(forget(ids))
      .pipe(
        Effect.tapError(tellBroken("events that were played could not be forgotten, trying again")),
        Effect.retry(patiently),
        Effect.orDie
      )
  )

  const look = Effect.gen(function* () {
    for (let after = 0; ;) {
      const page = yield* watched.look(store.waiting(community, after, pageMax))
      for (const event of page) take(event)
      const last = page.at(-1)
      if (last === undefined || page.length < pageMax) return
      after = last.place
    }
  })
  const lookNowAndThen = look.pipe(
    Effect.tapError(tellBroken("events that wait could not be read, trying again")),
    Effect.catch(() => Effect.void),
    Effect.andThen(Effect.sleep(lookEvery)),
    Effect.forever
  )

  yield* Effect.addFinalizer(() =>
    Effect.flatMap(Queue.clear(played), forget).pipe(
      Effect.timeoutOption(lastForgetting),
      Effect.catch((error) => Effect.logWarning("the last events were not forgotten, they will come again", error))
    )
  )
  yield* Effect.forkScoped(Effect.forever(forgetSome))
  yield* Effect.forkScoped(lookNowAndThen)
  return {
    take,
    isFull: () => inHand.size >= inHandMax,
    /** Those that have come meanwhile, one at least. */
    some: Queue.takeBetween(arrived, 1, pageMax),
    areDone: (events: ReadonlyArray<ReceivedEvent>): void => {
      for (const { id } of events) Queue.offerUnsafe(played, id)
    }
  }
})
