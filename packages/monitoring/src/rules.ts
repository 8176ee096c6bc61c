/** The alerts as Prometheus reads them, and what promtool shows of them. */
import type { Alert } from "./alert.ts"
import { burnRateAlerts } from "./burn-rates.ts"
import { invariants } from "./invariants.ts"
import { ofJobs } from "./of-jobs.ts"
import { objectives } from "./objectives.ts"
import { thresholds } from "./thresholds.ts"

interface Group {
  readonly name: string
  readonly alerts: ReadonlyArray<Alert>
}

/** By file. Objectives look days back, and their stories take hours. */
const groups: Readonly<Record<"objectives" | "alerts", ReadonlyArray<Group>>> = {
  objectives: [{ name: "znatoki objectives", alerts: objectives.flatMap(burnRateAlerts) }],
  alerts: [
    { name: "znatoki thresholds", alerts: thresholds },
    { name: "znatoki invariants", alerts: invariants },
    { name: "znatoki jobs", alerts: ofJobs }
  ]
}

const alertsIn = (those: ReadonlyArray<Group>): ReadonlyArray<Alert> => those.flatMap((group) => group.alerts)

export const alerts: ReadonlyArray<Alert> = Object.values(groups).flatMap(alertsIn)

const annotationsOf = ({ name, summary }: Alert) => ({
  summary,
  runbook: `docs/operating/alerts.md#${name.toLowerCase()}`
})

const rulesOf = (those: ReadonlyArray<Group>) => ({
  groups: those.map((group) => ({
    name: group.name,
    rules: group.alerts.map((alert) => ({
      alert: alert.name,
      expr: alert.expr,
      for: alert.lasting,
      labels: { severity: alert.severity },
      annotations: annotationsOf(alert)
    }))
  }))
})

export const rulesFiles = {
  "objectives.yml": rulesOf(groups.objectives),
  "alerts.yml": rulesOf(groups.alerts)
}

const seriesOf = (samples: Readonly<Record<string, string>>) =>
  Object.entries(samples).map(([series, values]) => ({ series, values }))

const expected = (alert: Alert) => [
  { exp_labels: { severity: alert.severity, ...alert.shown.labels }, exp_annotations: annotationsOf(alert) }
]

const testsOf = (alert: Alert) => {
  const { at, nearly, nearlyAt, raised } = alert.shown
  const expect = (eval_time: string, isRaised: boolean) => ({
    eval_time,
    alertname: alert.name,
    ...(isRaised ? { exp_alerts: expected(alert) } : { exp_alerts: [] })
  })
  return [
    {
      name: `${alert.name}: quiet, raised, over`,
      interval: "1m",
      input_series: seriesOf(raised),
      alert_rule_test: [expect(at[0], false), expect(at[1], true), expect(at[2], false)]
    },
    {
      name: `${alert.name}: nearly`,
      interval: "1m",
      input_series: seriesOf(nearly),
      alert_rule_test: [expect(nearlyAt, false)]
    }
  ]
}

/** Each is quiet, raised and over in one story, and quiet in the other. Stories of hours are looked at every five minutes. */
export const rulesTests = {
  "objectives.test.yml": {
    rule_files: ["objectives.yml"],
    evaluation_interval: "5m",
    tests: alertsIn(groups.objectives).flatMap(testsOf)
  },
  "alerts.test.yml": {
    rule_files: ["alerts.yml"],
    evaluation_interval: "1m",
    tests: alertsIn(groups.alerts).flatMap(testsOf)
  }
}
