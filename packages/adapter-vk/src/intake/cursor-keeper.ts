/** How far the events are done: the cursor to keep is that of the last page with nothing undone up to it. */
import { Effect, Latch, Queue, Schedule, type Scope } from "effect"

export interface CursorKeeper {
  /** Where a first start goes on from: ends when that is kept. */
  readonly begin: (cursor: string) => Effect.Effect<void>
  /** Waits while too many pages are undone. */
  readonly room: Effect.Effect<void>
  /** Takes in a page that ends at `cursor`; each of its events gets its own `done`. */
  readonly open: (cursor: string, events: number) => Effect.Effect<ReadonlyArray<Effect.Effect<void>>>
}

interface TakenPage {
  readonly cursor: string
  undone: number
}

/** Saving seldom is harmless: what is done but not yet saved only comes again. */
const betweenSaves = "200 millis"
const lastSave = "1 second"
const patiently = Schedule.min([Schedule.exponential("250 millis"), Schedule.spaced("10 seconds")])

/** Ends with the scope, after one last save. `save` is asked again while it fails, and tells of that itself. */
export const makeCursorKeeper = Effect.fnUntraced(function* <E>(
  pagesUndoneMax: number,
  save: (cursor: string) => Effect.Effect<void, E>
): Effect.fn.Return<CursorKeeper, never, Scope.Scope> {
  const pages: Array<TakenPage> = []
  const hasRoom = yield* Latch.make(true)
  const moved = yield* Queue.sliding<void>(1)
  let reached: string | null = null
  let saved: string | null = null

  const saveReached = Effect.suspend(() => {
    const cursor = reached
    if (cursor === null || cursor === saved) return Effect.void
    return Effect.map(save(cursor), () => {
      saved = cursor
    })
  })
  const saveSurely = Effect.ignore(saveReached.pipe(Effect.retry(patiently)))

  const settle = (): void => {
    for (let head = pages[0]; head !== undefined && head.undone === 0; head = pages[0]) {
      reached = head.cursor
      pages.shift()
    }
    if (pages.length < pagesUndoneMax) hasRoom.openUnsafe()
    Queue.offerUnsafe(moved, undefined)
  }

  const doneOnce = (page: TakenPage): Effect.Effect<void> => {
    let done = false
    return Effect.sync(() => {
      if (done) return
      done = true
      page.undone--
      if (page.undone === 0) settle()
    })
  }

  yield* Effect.addFinalizer(() =>
    saveReached.pipe(
      Effect.timeoutOption(lastSave),
      Effect.catch((error) => Effect.logWarning("the last cursor was not kept, some events will come again", error))
    )
  )
  yield* Queue.take(moved).pipe(
    // What is done meanwhile goes along, and what is said now is not held up.
    Effect.andThen(Effect.sleep(betweenSaves)),
    Effect.andThen(saveSurely),
    Effect.forever,
    Effect.forkScoped
  )

  return {
    begin: (cursor) =>
      Effect.suspend(() => {
        reached = cursor
        return saveSurely
      }),
    room: hasRoom.await,
    open: (cursor, events) =>
      Effect.sync(() => {
        const page: TakenPage = { cursor, undone: events }
        pages.push(page)
        if (pages.length >= pagesUndoneMax) hasRoom.closeUnsafe()
        if (events === 0) settle()
        return Array.from({ length: events }, () => doneOnce(page))
      })
  }
})
