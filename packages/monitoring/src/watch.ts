/** What asks the processes how they are, and who is told: with hosts and receivers of one's own to be filled in. */
import { rulesFiles } from "./rules.ts"

export interface Watch {
  /** How often, as Prometheus writes it. */
  readonly every: string
  readonly targets: ReadonlyArray<string>
  readonly alertmanager: string
  /** Where node_exporter tells of the machines: their disks. */
  readonly machines?: ReadonlyArray<string>
}

export const prometheusOf = ({ alertmanager, every, machines = [], targets }: Watch) => ({
  global: { scrape_interval: every, evaluation_interval: every },
  rule_files: Object.keys(rulesFiles),
  alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
  scrape_configs: [
    { job_name: "znatoki", static_configs: [{ targets }] },
    ...(machines.length === 0 ? [] : [{ job_name: "machines", static_configs: [{ targets: machines }] }])
  ]
})

export interface Told {
  /** Those who are told alerts of one name in one message. */
  readonly groupWait: string
  /** How soon they are told that some of it has changed or is over. */
  readonly groupInterval: string
  /** Where the messages go. */
  readonly url: string
}

export const alertmanagerOf = ({ groupInterval, groupWait, url }: Told) => ({
  route: {
    receiver: "morning",
    group_by: ["alertname"],
    group_wait: groupWait,
    group_interval: groupInterval,
    repeat_interval: "12h",
    routes: [{ matchers: ['severity="page"'], receiver: "somebody awake", repeat_interval: "1h" }]
  },
  receivers: ["morning", "somebody awake"].map((name) => ({ name, webhook_configs: [{ url, send_resolved: true }] }))
})
