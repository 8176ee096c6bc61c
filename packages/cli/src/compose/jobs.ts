/** What is done by the clock, in a process that plays. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { installJobs } from "@znatoki/jobs/boss"
import { layer as deskJobs } from "@znatoki/jobs/desk-jobs"
import { jobsOptions, runJobs } from "@znatoki/jobs/run-jobs"
import { GameLogDays } from "@znatoki/kernel/jobs/clear-out"
import { DigestReaders } from "@znatoki/kernel/jobs/daily-digest"
import { allJobs } from "@znatoki/kernel/jobs/jobs"
import { Effect } from "effect"
import type { Environment } from "../config/environment.ts"
import { CannotRun } from "../cannot-run.ts"
import { DatabaseAddress } from "./database-address.ts"

export type JobsEnvironment = Pick<Environment, "digestTo" | "gameLogDays" | "jobs">

/** As long as the scope lives, beside all else: who waits for the bot waits for no job. */
export const keepJobs = Effect.fnUntraced(function* ({ digestTo, gameLogDays, jobs }: JobsEnvironment) {
  if (!jobs) return
  const { url } = yield* DatabaseAddress
  yield* runJobs(allJobs, { ...jobsOptions, url }).pipe(
    Effect.provideService(
      DigestReaders,
      digestTo.map((id) => ConversationId.make(id))
    ),
    Effect.provideService(GameLogDays, gameLogDays),
    // Opened when a digest is written, which one process does once a day.
    Effect.provide(deskJobs({ url })),
    Effect.delay("1 second"),
    Effect.forkScoped
  )
})

/** What they keep in the database is there. */
export const jobsInstalled = Effect.gen(function* () {
  const { url } = yield* DatabaseAddress
  yield* installJobs(url).pipe(
    Effect.mapError(
      ({ cause }) =>
        new CannotRun({
          advice:
            `What the jobs need could not be made (${cause instanceof Error ? cause.message : "unknown error"}): ` +
            "see that the user of DATABASE_URL may create schemas in the database."
        })
    )
  )
})
