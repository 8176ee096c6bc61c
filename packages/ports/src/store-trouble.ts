/**
 * Since when somebody waits for the store in vain. The log is told twice: when the first begins to wait, and when the last
 * has its answer; however many wait, and however often each of them tries.
 */
import type { EpochMs } from "@znatoki/engine"
import { Cause, Clock, Context, Effect, type Exit, Layer, Option } from "effect"
import type { StoreError, StoreUnavailable } from "./store-error.ts"
import { steadyMsOf } from "./steady-ms.ts"

export interface Lasting {
  readonly sinceMs: EpochMs
  readonly forMs: number
}

class Trouble {
  readonly #waiting = new Set<object>()
  #begun: { readonly atMs: EpochMs; readonly steadyMs: number } | null = null

  /** Null: nobody waits. */
  readonly lasting: Effect.Effect<Lasting | null> = Clock.clockWith((clock) =>
    Effect.sync(() => this.#lastingAt(clock))
  )

  /** For one who asks again and again: `who` waits from a failure on, until the store answers, if only with nonsense. */
  watch(who: object) {
    return <A, E extends StoreError, R>(asking: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
      Effect.onExit(asking, (exit) => this.#asked(who, exit))
  }

  /** Does not ask any more, answered or not. */
  leave(who: object): void {
    this.#waiting.delete(who)
    if (this.#waiting.size === 0) this.#begun = null
  }

  #asked(who: object, exit: Exit.Exit<unknown, StoreError>): Effect.Effect<void> {
    if (exit._tag === "Success") return this.#answered(who)
    const error = Cause.findErrorOption(exit.cause)
    if (Option.isSome(error) && error.value._tag === "StoreUnavailable") return this.#failed(who, error.value)
    return Cause.hasInterruptsOnly(exit.cause) ? Effect.void : this.#answered(who)
  }

  #failed(who: object, { cause, operation }: StoreUnavailable): Effect.Effect<void> {
    return Clock.clockWith((clock) => {
      this.#waiting.add(who)
      if (this.#begun !== null) return Effect.void
      this.#begun = { atMs: clock.currentTimeMillisUnsafe(), steadyMs: steadyMsOf(clock) }
      return Effect.logWarning("the store cannot do what it is asked, and is asked until it can", {
        operation,
        reason: reasonOf(cause)
      })
    })
  }

  #answered(who: object): Effect.Effect<void> {
    return Clock.clockWith((clock) => {
      if (!this.#waiting.has(who)) return Effect.void
      const lasting = this.#lastingAt(clock)
      this.leave(who)
      // As loud as the beginning, so that whoever was told of that is told of the end.
      return this.#begun === null ? Effect.logWarning("the store does what it is asked again", lasting) : Effect.void
    })
  }

  #lastingAt(clock: Clock.Clock): Lasting | null {
    if (this.#begun === null) return null
    return { sinceMs: this.#begun.atMs, forMs: Math.round(steadyMsOf(clock) - this.#begun.steadyMs) }
  }
}

export class StoreTrouble extends Context.Service<StoreTrouble, Trouble>()("@znatoki/ports/StoreTrouble") {
  static readonly layer = Layer.sync(StoreTrouble, () => new Trouble())
}

const reasonOf = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? `${String(cause.code)} ` : ""
  return `${code}${cause instanceof Error ? cause.message : code === "" ? String(cause) : ""}`.trim()
}
