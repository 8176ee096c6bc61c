/** Port: what has to work for the program to do its work. Asked by health checks, which anybody may ask. */
import type { EpochMs } from "@znatoki/engine"
import type { Effect } from "effect"

/** For anybody to read: no secrets, nobody's words. */
export interface Finding {
  /** Null: it works; else what does not, in a few words. */
  readonly problem: string | null
  /** Since when, where the check knows it better than whoever asks it. */
  readonly sinceMs?: EpochMs
  /** What a monitor may want to draw. */
  readonly figures?: Readonly<Record<string, number>>
}

export interface Readiness {
  readonly name: string
  readonly check: Effect.Effect<Finding>
}
