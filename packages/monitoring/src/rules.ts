/** The alerts as Prometheus reads them, and what promtool shows of them. */
import type { Alert, Samples } from "./alert.ts"
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

const seriesOf = (samples: Samples) => Object.entries(samples).map(([series, values]) => ({ series, values }))

const expected = (alert: Alert) => [
  { exp_labels: { severity: alert.severity, ...alert.shown.labels }, exp_annotations: annotationsOf(alert) }
]

interface Story {
  readonly samples: Samples
  /** What is looked at: when, which alert, and whether it is raised then. */
  readonly seen: ReadonlyArray<readonly [at: string, alert: Alert, isRaised: boolean]>
}

const raisedAndOver = (alert: Alert): Story => {
  const [quiet, raised, over] = alert.shown.at
  return {
    samples: alert.shown.raised,
    seen: [
      [quiet, alert, false],
      [raised, alert, true],
      [over, alert, false]
    ]
  }
}

const nearlyRaised = (alert: Alert): Story => ({
  samples: alert.shown.nearly,
  seen: [[alert.shown.nearlyAt, alert, false]]
})

const metricsOf = ({ samples }: Story): ReadonlyArray<string> =>
  Object.keys(samples).map((series) => series.replace(/\{.*/, ""))

const shareNone = (one: Story, other: Story): boolean => {
  const metrics = metricsOf(other)
  return !metricsOf(one).some((metric) => metrics.includes(metric))
}

/** For each test every rule of the file is evaluated: stories of different metrics are one test, or it takes a minute. */
const sideBySide = (stories: ReadonlyArray<Story>): ReadonlyArray<Story> => {
  const told: Story[] = []
  for (const story of stories) {
    const place = told.findIndex((other) => shareNone(other, story))
    const other = told[place]
    if (other === undefined) told.push(story)
    else told[place] = { samples: { ...other.samples, ...story.samples }, seen: [...other.seen, ...story.seen] }
  }
  return told
}

const testsOf = (name: string, stories: ReadonlyArray<Story>) =>
  sideBySide(stories).map(({ samples, seen }, index) => ({
    name: `${name} (${index + 1})`,
    interval: "1m",
    input_series: seriesOf(samples),
    alert_rule_test: seen.map(([at, alert, isRaised]) => ({
      eval_time: at,
      alertname: alert.name,
      exp_alerts: isRaised ? expected(alert) : []
    }))
  }))

const allTestsOf = (those: ReadonlyArray<Group>) => [
  ...testsOf("quiet, raised, over", alertsIn(those).map(raisedAndOver)),
  ...testsOf("nearly", alertsIn(those).map(nearlyRaised))
]

/** Each is quiet, raised and over in one story, and quiet in the other. Stories of hours are looked at every five minutes. */
export const rulesTests = {
  "objectives.test.yml": {
    rule_files: ["objectives.yml"],
    evaluation_interval: "5m",
    tests: allTestsOf(groups.objectives)
  },
  "alerts.test.yml": {
    rule_files: ["alerts.yml"],
    evaluation_interval: "1m",
    tests: allTestsOf(groups.alerts)
  }
}
