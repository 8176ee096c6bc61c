/** What is done by the clock and is not done: runs that were given up, and runs that nobody takes. */
import type { Alert } from "./alert.ts"
import { gauge } from "./stories.ts"

const job = { job: "clear-out" }
const named = (name: string): string => `${name}{job="clear-out"}`

export const ofJobs: ReadonlyArray<Alert> = [
  {
    name: "JobFails",
    severity: "ticket",
    expr: "max by (job) (znatoki_job_given_up) > 0",
    lasting: "5m",
    summary: "A run of a job failed as often as it is tried, and nobody has run it once more",
    shown: gauge(named("znatoki_job_given_up"), 0, 1, 0, job)
  },
  {
    name: "JobLate",
    severity: "ticket",
    expr: "max by (job) (znatoki_job_late_seconds) > 900",
    lasting: "5m",
    summary: "A job should have been done a quarter of an hour ago, and is not",
    shown: gauge(named("znatoki_job_late_seconds"), 0, 1800, 890, job)
  }
]
