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

/** Which of those that are kept are on their way, and whether all of them are. */
class Hand {
  /** Not all: what comes now is behind the others, and is found there. */
  isBehind = true
  cameMeanwhile = false
  readonly #ids = new Set<string>()
  readonly #arrived: Queue.Queue<ReceivedEvent>

  constructor(arrived: Queue.Queue<ReceivedEvent>) {
    this.#arrived = arrived
  }

  get isFull(): boolean {
    return this.#ids.size >= inHandMax
  }

  take(event: ReceivedEvent): void {
    if (this.isBehind) this.cameMeanwhile = true
    else this.admit(event)
  }

  admit(event: ReceivedEvent): void {
    if (this.#ids.has(event.id)) return
    this.#ids.add(event.id)
    Queue.offerUnsafe(this.#arrived, event)
  }

  forget(ids: ReadonlyArray<string>): void {
    for (const id of ids) this.#ids.delete(id)
  }
}

/** Looks for those that are kept already, and goes on looking, until the scope ends. */
export const eventsInHand = Effect.fnUntraced(function* (community: string) {
  const store = yield* ReceivedEvents
  const trouble = yield* StoreTrouble
  const watched = { look: yield* trouble.watching, forget: yield* trouble.watching }
  const arrived = yield* Queue.unbounded<ReceivedEvent>()
  const played = yield* Queue.unbounded<string>()
  const hand = new Hand(arrived)

  const forget = (ids: ReadonlyArray<string>) => Effect.map(store.forget(community, ids), () => hand.forget(ids))
  const forgetSome = Effect.flatMap(Queue.takeBetween(played, 1, forgottenMax), (ids) =>
    watched
      .forget(forget(ids))
      .pipe(
        Effect.tapError(tellBroken("events that were played could not be forgotten, trying again")),
        Effect.retry(patiently),
        Effect.orDie
      )
  )

  /** All there are, or as many as may be in hand. */
  const look = Effect.gen(function* () {
    for (let after = 0; ;) {
      const page = yield* watched.look(store.waiting(community, after, pageMax))
      for (const event of page) hand.admit(event)
      const last = page.at(-1)
      if (last === undefined || page.length < pageMax) return void (hand.isBehind = false)
      if (hand.isFull) return void (hand.isBehind = true)
      after = last.place
    }
  })
  const lookOn = Effect.gen(function* () {
    do {
      hand.cameMeanwhile = false
      yield* look
    } while (hand.cameMeanwhile && !hand.isFull)
  })
  const lookNowAndThen = lookOn.pipe(
    Effect.tapError(tellBroken("events that wait could not be read, trying again")),
    // Better in another order than not at all.
    Effect.catch(({ _tag }) => Effect.sync(() => void (hand.isBehind &&= _tag !== "StoreBroken"))),
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
    take: (event: ReceivedEvent): void => hand.take(event),
    isFull: (): boolean => hand.isFull,
    /** Those that have come meanwhile, one at least. */
    some: Queue.takeBetween(arrived, 1, pageMax),
    areDone: (events: ReadonlyArray<ReceivedEvent>): void => {
      for (const { id } of events) Queue.offerUnsafe(played, id)
    }
  }
})
