/**
 * What is ready and what is not, since when. However many ask, and however often, each check runs once a second at most,
 * and what it finds is the answer to all of them.
 */
import type { EpochMs } from "@znatoki/engine"
import { Clock, Context, Effect, Fiber, Layer, type Scope } from "effect"
import type { Finding, Readiness } from "./readiness.ts"
import { steadyMs } from "./steady-ms.ts"

const keptMs = 1_000
/** A check that hangs is a check that fails. */
const patience = "2 seconds"

export interface Checked extends Omit<Finding, "sinceMs"> {
  readonly name: string
  /** Null: ready. */
  readonly sinceMs: EpochMs | null
}

interface Look {
  readonly beganMs: number
  isOver: boolean
  readonly found: Fiber.Fiber<ReadonlyArray<Checked>>
}

export class ReadinessChecks extends Context.Service<
  ReadinessChecks,
  {
    /** For as long as the scope lives. */
    readonly add: (check: Readiness) => Effect.Effect<void, never, Scope.Scope>
    /** What was found a moment ago. */
    readonly found: Effect.Effect<ReadonlyArray<Checked>>
  }
>()("@znatoki/ports/ReadinessChecks") {
  static readonly layer = Layer.effect(
    ReadinessChecks,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const checks = new Set<Readiness>()
      const since = new Map<string, EpochMs>()
      let last: Look | null = null

      const lookAt = ({ check, name }: Readiness): Effect.Effect<Checked> =>
        check.pipe(
          Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.succeed({ problem: "does not answer" }) }),
          Effect.catchCause((cause) =>
            (since.has(name) ? Effect.void : Effect.logError("a readiness check failed", { name }, cause)).pipe(
              Effect.as({ problem: "cannot be checked" })
            )
          ),
          Effect.flatMap(({ sinceMs, ...finding }: Finding) =>
            Effect.map(Clock.currentTimeMillis, (nowMs) => {
              if (finding.problem === null) since.delete(name)
              else since.set(name, sinceMs ?? since.get(name) ?? nowMs)
              return { name, ...finding, sinceMs: since.get(name) ?? null }
            })
          )
        )

      const look = Effect.gen(function* () {
        const nowMs = yield* steadyMs
        if (last !== null && (!last.isOver || nowMs - last.beganMs < keptMs)) return last.found
        // In a fiber of its own: whoever asked first may go away, and others wait for the same.
        const found = yield* Effect.forEach([...checks], lookAt, { concurrency: "unbounded" }).pipe(
          Effect.ensuring(Effect.sync(() => void (began.isOver = true))),
          Effect.forkIn(scope)
        )
        const began: Look = { beganMs: nowMs, isOver: false, found }
        last = began
        return found
      })

      return {
        add: (check) =>
          Effect.acquireRelease(
            Effect.sync(() => void checks.add(check)),
            () => Effect.sync(() => void checks.delete(check))
          ),
        found: Effect.flatMap(look, Fiber.join)
      }
    })
  )
}
