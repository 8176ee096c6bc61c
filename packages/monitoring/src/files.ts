/** Every file of deploy/monitoring that is written from here, by its name there. */
import { stringify } from "yaml"
import { dashboards } from "./dashboards.ts"
import { rulesFiles, rulesTests } from "./rules.ts"

export const place = new URL("../../../deploy/monitoring/", import.meta.url)

const written = "# Written by `npm -w @znatoki/monitoring run write`: change packages/monitoring/src instead.\n"
const yaml = (value: unknown): string => written + stringify(value, { lineWidth: 0 })

/** What scrapes and who is told: to be filled in with hosts and receivers of one's own. */
const prometheus = {
  global: { scrape_interval: "15s", evaluation_interval: "15s" },
  rule_files: Object.keys(rulesFiles),
  alerting: { alertmanagers: [{ static_configs: [{ targets: ["127.0.0.1:9093"] }] }] },
  scrape_configs: [{ job_name: "znatoki", static_configs: [{ targets: ["127.0.0.1:8481"] }] }]
}

const alertmanager = {
  route: {
    receiver: "morning",
    group_by: ["alertname"],
    group_wait: "10s",
    repeat_interval: "12h",
    routes: [{ matchers: ['severity="page"'], receiver: "somebody awake", repeat_interval: "1h" }]
  },
  receivers: ["morning", "somebody awake"].map((name) => ({
    name,
    webhook_configs: [{ url: "http://127.0.0.1:9094/alerts", send_resolved: true }]
  }))
}

export const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ ...rulesFiles, ...rulesTests }).map(([name, content]) => [name, yaml(content)])
  ),
  "prometheus.yml": yaml(prometheus),
  "alertmanager.yml": yaml(alertmanager),
  ...Object.fromEntries(
    dashboards.map(({ uid, ...rest }) => [`dashboards/${uid}.json`, `${JSON.stringify({ uid, ...rest }, null, 2)}\n`])
  )
}
