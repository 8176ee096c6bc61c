/** By night: what nobody will ask for any more is deleted. The audit log stays, and logs of games unless it is said for how long. */
import { deadLetterMs, Housekeeping, looseMs } from "@znatoki/ports/housekeeping"
import type { Job } from "@znatoki/ports/jobs"
import { Clock, Context, Effect } from "effect"

/** How many days after its end the log of a game is kept; null: for ever. */
export class GameLogDays extends Context.Reference<number | null>("@znatoki/kernel/GameLogDays", {
  defaultValue: () => null
}) {}

const dayMs = 86_400_000

export const clearOut: Job<Housekeeping> = {
  name: "clear-out",
  cron: "40 4 * * *",
  catchUp: true,
  withinSeconds: 15,
  rememberedDays: 30,
  work: Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis
    const { clearOut, dropGameLogs, dropPictures } = yield* Housekeeping
    const cleared = yield* clearOut(Math.max(0, nowMs - deadLetterMs))
    const days = yield* GameLogDays
    const logEvents = days === null ? 0 : yield* dropGameLogs(Math.max(0, nowMs - days * dayMs))
    return { ...cleared, logEvents, pictures: yield* dropPictures(Math.max(0, nowMs - looseMs)) }
  })
}
