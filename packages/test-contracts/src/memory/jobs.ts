/** Jobs in memory: one that was done, one that failed, a digest, and what the desk does with them. Nobody runs what waits. */
import { dailyDigestName, type JobRun, Jobs, type JobStanding, type RunPlace } from "@znatoki/ports/jobs"
import { Effect, Layer } from "effect"

export const failedRun = "00000000-0000-4000-8000-000000000002"

const none = { beganAtMs: null, endedAtMs: null, error: null, result: null, attempts: 0 }

const ofTwo = {
  players: 20,
  appeals: 3,
  overturned: 1,
  openAppeals: 1,
  "games@vk:1": 9,
  "players@vk:1": 15,
  "games@vk:2": 3,
  "players@vk:2": 6
}

const past: ReadonlyArray<JobRun> = [
  {
    id: failedRun,
    job: "clear-out",
    state: "failed",
    attempts: 4,
    madeAtMs: 2_000,
    beganAtMs: 3_000,
    endedAtMs: 4_000,
    error: "the database did not answer: clear out",
    result: null
  },
  {
    id: "00000000-0000-4000-8000-000000000001",
    job: "count-statistics",
    state: "done",
    attempts: 1,
    madeAtMs: 1_000,
    beganAtMs: 1_000,
    endedAtMs: 1_500,
    error: null,
    result: { counted: 2 }
  },
  {
    id: "00000000-0000-4000-8000-000000000000",
    job: dailyDigestName,
    state: "done",
    attempts: 1,
    madeAtMs: 500,
    beganAtMs: 500,
    endedAtMs: 600,
    error: null,
    result: { day: 20_000, games: 12, wins: 5, rounds: 80, right: 33, undelivered: 1, parked: 0, ...ofTwo }
  }
]

const crons = new Map([
  ["clear-out", "40 4 * * *"],
  ["count-statistics", "*/30 * * * *"]
])

const comesAfter = (run: JobRun, place: RunPlace): boolean =>
  run.madeAtMs < place.madeAtMs || (run.madeAtMs === place.madeAtMs && run.id < place.id)

const standing = (runs: ReadonlyArray<JobRun>, [name, cron]: readonly [string, string]): JobStanding => {
  const its = runs.filter(({ job }) => job === name)
  const count = (state: JobRun["state"]): number => its.filter((run) => run.state === state).length
  return {
    name,
    cron,
    nextAtMs: 100_000,
    waiting: count("waiting"),
    running: count("running"),
    failed: count("failed"),
    lastDoneAtMs: its.find(({ state }) => state === "done")?.endedAtMs ?? null
  }
}

/** Lives as long as the layer. */
export const layer: Layer.Layer<Jobs> = Layer.sync(Jobs, () => {
  let runs = past
  return {
    list: () => Effect.sync(() => [...crons].map((one) => standing(runs, one))),
    runs: ({ job, state }, before, limit) =>
      Effect.sync(() =>
        runs
          .filter((run) => (job === null || run.job === job) && (state === null || run.state === state))
          .filter((run) => before === null || comesAfter(run, before))
          .slice(0, limit)
      ),
    again: (job, id) =>
      Effect.sync(() => {
        const failed = runs.find((run) => run.job === job && run.id === id && run.state === "failed")
        if (failed === undefined) return false
        runs = runs.map((run) => (run === failed ? { ...run, ...none, attempts: run.attempts, state: "waiting" } : run))
        return true
      }),
    start: (job) =>
      Effect.sync(() => {
        if (!crons.has(job)) return false
        const id = `00000000-0000-4000-8000-${String(runs.length + 1).padStart(12, "0")}`
        runs = [{ id, job, state: "waiting", madeAtMs: 5_000 + runs.length, ...none }, ...runs]
        return true
      })
  }
})
