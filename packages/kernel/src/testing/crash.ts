/** A process that ends at a chosen point of its dealings with the world: before a call, or after it took effect. */
import { Effect } from "effect"
import { type AnyEffect, aroundCalls } from "./around-calls.ts"

export interface CrashPoint {
  /** Counts the calls through ports from 1; 0 never crashes. */
  readonly call: number
  readonly when: "before" | "after"
}

export class Mortal {
  calls = 0
  /** The calls that got their answer; a poll still waiting has none. */
  readonly answered = new Set<number>()
  alive = true
  readonly #point: CrashPoint
  readonly #heard: () => void

  /** `heard`: told of every call and every answer. */
  constructor(point: CrashPoint, heard: () => void = () => {}) {
    this.#point = point
    this.#heard = heard
  }

  /** Every effect of the service, method or not, becomes a call that a dead process never gets an answer to. */
  wrap<S extends object>(service: S): S {
    return aroundCalls(service, (_call, effect) => this.#call(effect))
  }

  #call(effect: AnyEffect): AnyEffect {
    return Effect.suspend(() => {
      if (!this.alive) return Effect.never
      const number = ++this.calls
      this.#heard()
      if (number === this.#point.call && this.#point.when === "before") return this.#die()
      return effect.pipe(
        Effect.flatMap((answer) => {
          if (!this.alive) return Effect.never
          this.answered.add(number)
          this.#heard()
          return number === this.#point.call ? this.#die() : Effect.succeed(answer)
        })
      )
    })
  }

  /** As at `kill -9`: whatever is under way gets no answer any more. */
  kill(): void {
    this.alive = false
  }

  #die(): Effect.Effect<never> {
    this.kill()
    return Effect.never
  }
}
