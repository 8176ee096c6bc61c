/** Port: can this part do its work now? Asked by health checks. */
import { Context, type Effect } from "effect"

export interface Readiness {
  readonly name: string
  /** Null: ready; else why not, in one line without secrets. */
  readonly check: Effect.Effect<string | null>
}

export class ReadinessChecks extends Context.Service<ReadinessChecks, ReadonlyArray<Readiness>>()(
  "@znatoki/runtime/ports/ReadinessChecks"
) {}
