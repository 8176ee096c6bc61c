/** What is measured of jobs: runs by how they ended, how long they took, how old the last good one is, how many failed for good. */
import { counterOf, gaugeOf, secondsOf } from "@znatoki/ports/metrics"

export const measuresOf = (job: string) => ({
  done: counterOf("znatoki_job_runs_total", "Runs of jobs, by how they ended", { job, result: "done" }),
  failed: counterOf("znatoki_job_runs_total", "Runs of jobs, by how they ended", { job, result: "failed" }),
  seconds: secondsOf("znatoki_job_seconds", "How long a run of a job takes", { job }),
  age: gaugeOf("znatoki_job_age_seconds", "How long ago a job was last done", { job }),
  late: gaugeOf("znatoki_job_late_seconds", "For how long a run waits that should have been done", { job }),
  givenUp: gaugeOf("znatoki_job_given_up", "Runs that failed as often as they are tried", { job })
})

export type Measures = ReturnType<typeof measuresOf>
