/** Since when somebody waits for the store in vain. */
import { Cause, Context, Effect, type Exit, Layer, Option } from "effect"
import { type Lasting, LastingTrouble } from "./lasting-trouble.ts"
import type { StoreError } from "./store-error.ts"

class Trouble {
  readonly #trouble = new LastingTrouble({
    begins: "the store cannot do what it is asked, and is asked until it can",
    ends: "the store does what it is asked again"
  })

  /** Null: nobody waits. */
  readonly lasting: Effect.Effect<Lasting | null> = this.#trouble.lasting

  /** For one who asks again and again: `who` waits from a failure on, until the store answers, if only with nonsense. */
  watch(who: object) {
    return <A, E extends StoreError, R>(asking: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
      Effect.onExit(asking, (exit) => this.#asked(who, exit))
  }

  /** For one who asks until the scope ends: nobody waits for what was broken off. */
  readonly watching = Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => ({})),
      (who) => Effect.sync(() => this.leave(who))
    ),
    (who) => this.watch(who)
  )

  /** Does not ask any more, answered or not. */
  leave(who: object): void {
    this.#trouble.leave(who)
  }

  #asked(who: object, exit: Exit.Exit<unknown, StoreError>): Effect.Effect<void> {
    if (exit._tag === "Success") return this.#trouble.over(who)
    const error = Cause.findErrorOption(exit.cause)
    if (Option.isSome(error) && error.value._tag === "StoreUnavailable") {
      const { cause, operation } = error.value
      return this.#trouble.failed(who, { operation, reason: reasonOf(cause) })
    }
    return Cause.hasInterruptsOnly(exit.cause) ? Effect.void : this.#trouble.over(who)
  }
}

export class StoreTrouble extends Context.Service<StoreTrouble, Trouble>()("@znatoki/ports/StoreTrouble") {
  static readonly layer = Layer.sync(StoreTrouble, () => new Trouble())
}

const reasonOf = (cause: unknown): string => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? `${String(cause.code)} ` : ""
  return `${code}${cause instanceof Error ? cause.message : code === "" ? String(cause) : ""}`.trim()
}
