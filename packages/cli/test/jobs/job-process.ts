/** A process that runs jobs until it is killed: `tick` each minute, `hang` when asked, which ends at its second attempt only. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import type { Job } from "@znatoki/ports/jobs"
import { Effect, Redacted } from "effect"
import { runJobs } from "@znatoki/jobs/run-jobs"

const url = Redacted.make(process.env["DATABASE_URL"] ?? "")
const sql = poolOf(url, 1)

const note = (job: string) =>
  Effect.promise(
    () => sql<ReadonlyArray<{ readonly times: number }>>`
      with mine as (insert into done (job, process) values (${job}, ${process.pid}) returning 1)
      select (select count(*) from done where job = ${job})::integer + 1 as times`
  ).pipe(Effect.map(([row]) => row?.times ?? 0))

const usual = { catchUp: false, withinSeconds: 0.5, rememberedDays: 1 }
const never = "0 0 1 1 *"
const jobs: ReadonlyArray<Job> = [
  { ...usual, name: "tick", cron: "* * * * *", work: Effect.map(note("tick"), (times) => ({ times })) },
  {
    ...usual,
    name: "hang",
    cron: never,
    work: Effect.flatMap(note("hang"), (times) => (times === 1 ? Effect.never : Effect.succeed({ times })))
  }
]

await Effect.runPromise(runJobs(jobs, { url, silenceSeconds: 10, retryDelaySeconds: 1, retries: 2, lookSeconds: 15 }))
