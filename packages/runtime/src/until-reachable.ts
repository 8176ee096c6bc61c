/** How to wait for a store that cannot be reached: again and again, ever more slowly. Anything else is not healed by waiting. */
import { Schedule } from "effect"
import type { StoreError } from "./ports/store-error.ts"

export const untilReachable = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("2 seconds")]).pipe(
  Schedule.jittered,
  Schedule.setInputType<StoreError>(),
  Schedule.while(({ input }) => input._tag === "StoreUnavailable")
)
