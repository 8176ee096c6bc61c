/** Those who serve a port now: each for as long as its scope is open. */
import { Effect, type Scope } from "effect"

export class Served<A> {
  readonly #all = new Set<A>()
  readonly all: ReadonlySet<A> = this.#all

  add(one: A): Effect.Effect<void, never, Scope.Scope> {
    return Effect.acquireRelease(
      Effect.sync(() => void this.#all.add(one)),
      () => Effect.sync(() => void this.#all.delete(one))
    )
  }
}
