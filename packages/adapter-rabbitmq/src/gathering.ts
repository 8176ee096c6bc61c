/** What waits to be said together. Whoever takes of it waits until there is some, and a turn longer, for what comes at the same moment. */
import { Effect, Latch } from "effect"

export class Gathering<A> {
  #waiting: Array<A> = []
  readonly #some = Latch.makeUnsafe(false)

  add(some: Iterable<A>): void {
    for (const one of some) this.#waiting.push(one)
    if (this.#waiting.length > 0) Latch.openUnsafe(this.#some)
  }

  /** In place of what waits. */
  put(all: ReadonlyArray<A>): void {
    this.#waiting = []
    this.add(all)
  }

  /** Waits until there is some. */
  get some(): Effect.Effect<void> {
    return this.#some.await
  }

  /** In order, `max` at most; nothing where somebody else was quicker. */
  take(max: number): Effect.Effect<ReadonlyArray<A>> {
    return Effect.andThen(
      this.#some.await,
      Effect.andThen(
        Effect.yieldNow,
        Effect.sync(() => {
          const taken = this.#waiting.splice(0, max)
          if (this.#waiting.length === 0) Latch.closeUnsafe(this.#some)
          return taken
        })
      )
    )
  }
}
