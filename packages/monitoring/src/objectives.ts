/** What players and admins may expect, as shares of what happens. */
import type { Objective } from "./burn-rates.ts"

/** Stories are told with a hundred events a minute. */
const each = 100

/** `bad`: how many of each minute's events are, before, during and after. */
const growing = (perMinute: (bad: number) => number, phases: readonly [string, string, string]): string => {
  let from = 0
  const parts = phases.map((phase) => {
    const [bad = "0", minutes = "0"] = phase.split("x")
    const step = perMinute(Number(bad))
    const written = `${Number(from.toFixed(3))}+${Number(step.toFixed(3))}x${minutes}`
    from += step * (Number(minutes) + 1)
    return written
  })
  return parts.join(" ")
}

const within = (histogram: string, seconds: string) => ({
  all: (window: string) => `sum(rate(${histogram}_count[${window}]))`,
  fine: (window: string) => `sum(rate(${histogram}_bucket{le="${seconds}"}[${window}]))`,
  story: (phases: readonly [string, string, string]) => ({
    [`${histogram}_count`]: growing(() => each, phases),
    [`${histogram}_bucket{le="${seconds}"}`]: growing((bad) => each - bad, phases)
  })
})

export const objectives: ReadonlyArray<Objective> = [
  {
    name: "EventsAreSafeLate",
    good: 0.99,
    ...within("znatoki_event_commit_seconds", "0.1"),
    summary: "Events take longer than 0.1 s to be committed"
  },
  {
    name: "EventsAreAnsweredLate",
    good: 0.99,
    ...within("znatoki_answer_seconds", "1"),
    summary: "It takes longer than a second from an event to its answer in the chat"
  },
  {
    name: "MessagesAreSaidLate",
    good: 0.99,
    ...within("znatoki_say_seconds", "1"),
    summary: "Messages take longer than a second to reach the messenger"
  },
  {
    name: "DeadlinesFireLate",
    good: 0.99,
    ...within("znatoki_timer_lateness_seconds", "0.25"),
    summary: "Deadlines fire more than 0.25 s late"
  },
  {
    name: "RequestsFail",
    good: 0.995,
    all: (window) => `sum(rate(znatoki_http_requests_total[${window}]))`,
    fine: (window) => `sum(rate(znatoki_http_requests_total{status!~"5.."}[${window}]))`,
    story: (phases) => ({
      'znatoki_http_requests_total{status="200"}': growing((bad) => each - bad, phases),
      'znatoki_http_requests_total{status="500"}': growing((bad) => bad, phases)
    }),
    summary: "Requests of the API end in 5xx"
  }
]
