/**
 * How many messages of a bucket are not done. A message costs broker and worker as much as the event in it, so while they are
 * behind what comes waits a little for what comes next, and they catch up.
 */
import { Effect, Latch } from "effect"
import type { Message, Undone } from "./undone.ts"

/** One is being played, and the next lies ready. */
const undoneMax = 2
/** Longer nothing waits: what is not done may be one conversation that stands still. */
const gatherFor = "100 millis"

export class UndoneMessages {
  #count = 0
  readonly #few = Latch.makeUnsafe(true)

  /** Waits while as many are undone as may be, for a moment at most. */
  readonly haveRoom: Effect.Effect<void> = Effect.suspend(() =>
    this.#count < undoneMax ? Effect.void : Effect.asVoid(Effect.timeoutOption(this.#few.await, gatherFor))
  )

  /** They go together now, whatever they went with before. */
  send(some: ReadonlyArray<Undone>): void {
    let left = some.length
    const message: Message = {
      oneIsDone: () => {
        if (--left === 0) this.#less()
      }
    }
    for (const each of some) {
      each.sentIn?.oneIsDone()
      each.sentIn = message
    }
    if (++this.#count >= undoneMax) Latch.closeUnsafe(this.#few)
  }

  #less(): void {
    if (--this.#count < undoneMax) Latch.openUnsafe(this.#few)
  }
}
