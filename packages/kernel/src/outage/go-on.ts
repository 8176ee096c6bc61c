/** What a loop of the kernel does about a mistake of ours: tells it, waits a little, goes on. */
import { type Cause, Effect } from "effect"

export const goOn = (what: string) => (cause: Cause.Cause<unknown>) =>
  Effect.logError(`${what} failed and goes on`, cause).pipe(Effect.delay("1 second"))
