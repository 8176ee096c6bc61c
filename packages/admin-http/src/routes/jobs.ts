/** `/api/v1/jobs`: what is done by the clock, how its runs went, and how one is run once more. */
import { Jobs } from "@znatoki/ports/jobs"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { JobRunCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { jobJson, JobNameText, JobRunJson, jobRunJson, JobsJson, RunIdText, RunStateText } from "../schemas/job-json.ts"

const RunPage = named("JobRunPage", pageJson(JobRunJson))
const OrderedRun = named("OrderedRun", Schema.Struct({ job: Schema.String }))
const RepeatedRun = named("RepeatedRun", Schema.Struct({ job: Schema.String, id: Schema.String }))
const writeCursor = Schema.encodeSync(JobRunCursor)

const list = route({
  method: "GET",
  path: "/api/v1/jobs",
  operationId: "listJobs",
  summary: "What is done by the clock: when next, when last, and what failed",
  tag: "jobs",
  role: "viewer",
  answers: { 200: says("All of them", named("Jobs", JobsJson)) },
  handle: Effect.fnUntraced(function* () {
    const jobs = yield* Jobs
    return reply(200, { items: (yield* jobs.list()).map(jobJson) })
  })
})

const Query = Schema.Struct({
  job: Schema.optionalKey(JobNameText),
  state: Schema.optionalKey(RunStateText),
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(JobRunCursor)
})

const runs = route({
  method: "GET",
  path: "/api/v1/job-runs",
  operationId: "listJobRuns",
  summary: "Runs of jobs, newest first; those that failed as often as they are tried stay with their error",
  tag: "jobs",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", RunPage) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, job = null, limit = defaultLimit, state = null } }) {
    const jobs = yield* Jobs
    const before = cursor === undefined ? null : { madeAtMs: cursor[1], id: cursor[2] }
    const found = yield* jobs.runs({ job, state }, before, limit + 1)
    return reply(
      200,
      pageOf(found, limit, jobRunJson, (last) => writeCursor(["job-runs", last.madeAtMs, last.id]))
    )
  })
})

const start = route({
  method: "POST",
  path: "/api/v1/jobs/{job}/runs",
  operationId: "startJob",
  summary: "Run it now, beside its schedule",
  tag: "jobs",
  role: "owner",
  params: { job: JobNameText },
  answers: { 202: says("Whichever process runs jobs does so within about half a minute", OrderedRun) },
  refuses: ["not-found"],
  example: { params: { job: "count-statistics" } },
  handle: Effect.fnUntraced(function* ({ params: { job } }) {
    if (!(yield* (yield* Jobs).start(job))) {
      return yield* new Problem({ kind: "not-found", detail: "There is no such job." })
    }
    return reply(202, { job })
  })
})

const again = route({
  method: "POST",
  path: "/api/v1/jobs/{job}/runs/{id}/retry",
  operationId: "retryJobRun",
  summary: "Run one that failed once more",
  tag: "jobs",
  role: "owner",
  params: { job: JobNameText, id: RunIdText },
  answers: { 202: says("Whichever process runs jobs does so within about half a minute", RepeatedRun) },
  refuses: ["not-found"],
  example: { params: { job: "clear-out", id: "00000000-0000-4000-8000-000000000002" } },
  handle: Effect.fnUntraced(function* ({ params: { id, job } }) {
    if (!(yield* (yield* Jobs).again(job, id))) {
      return yield* new Problem({ kind: "not-found", detail: "There is no such run that failed." })
    }
    return reply(202, { job, id })
  })
})

export const jobRoutes = [list, runs, start, again]
