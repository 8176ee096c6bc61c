/** Ends games that nobody has been able to play for weeks. All others end by a deadline of their own. */
import { abandonedMs, Housekeeping } from "@znatoki/ports/housekeeping"
import type { Job } from "@znatoki/ports/jobs"
import { Clock, Effect } from "effect"

export const closeAbandonedGames: Job<Housekeeping> = {
  name: "close-abandoned-games",
  cron: "20 * * * *",
  catchUp: false,
  withinSeconds: 15,
  rememberedDays: 14,
  work: Effect.gen(function* () {
    const nowMs = yield* Clock.currentTimeMillis
    return { ordered: yield* (yield* Housekeeping).stopAbandoned(Math.max(0, nowMs - abandonedMs), nowMs) }
  })
}
