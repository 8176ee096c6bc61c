/** Counts what is over and was not counted with its end, as where the process that counts was away; then all is read anew. */
import { Cache } from "@znatoki/ports/cache"
import type { Job } from "@znatoki/ports/jobs"
import type { Statistics } from "@znatoki/ports/statistics"
import { Effect } from "effect"
import { countAll } from "../roles/count-games.ts"

export const countStatistics: Job<Statistics> = {
  name: "count-statistics",
  cron: "*/30 * * * *",
  catchUp: false,
  withinSeconds: 15,
  rememberedDays: 14,
  work: Effect.gen(function* () {
    const counted = yield* countAll
    yield* (yield* Cache).invalidate(["statistics"])
    return { counted }
  })
}
