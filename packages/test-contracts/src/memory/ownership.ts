/** Ownership among several in one process: one of them at a time, in the order in which they asked. */
import type { Ownership } from "@znatoki/ports/ownership"
import { Effect, Latch, Semaphore } from "effect"

export class OwnershipTable {
  readonly #turns = new Map<string, Semaphore.Semaphore>()
  /** Opened when whoever holds the name loses it. */
  readonly #losses = new Map<string, Latch.Latch>()

  /** Whoever holds it loses it, and may have it again when all who wait had it. */
  lose(name: string): void {
    this.#losses.get(name)?.openUnsafe()
  }

  /** One of those who share. */
  member(): Ownership["Service"] {
    return {
      hold: (name, work) => {
        const turn = this.#turns.get(name) ?? Semaphore.makeUnsafe(1)
        this.#turns.set(name, turn)
        const once = Effect.suspend(() => {
          const loss = Latch.makeUnsafe(false)
          this.#losses.set(name, loss)
          return Effect.raceFirst(work, loss.await)
        })
        return Effect.forever(turn.withPermit(once))
      }
    }
  }
}
