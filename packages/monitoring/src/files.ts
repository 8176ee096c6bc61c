/** Every file of deploy/monitoring that is written from here, by its name there. */
import { stringify } from "yaml"
import { dashboards } from "./dashboards.ts"
import { rulesFiles, rulesTests } from "./rules.ts"
import { alertmanagerOf, prometheusOf } from "./watch.ts"

export const place = new URL("../../../deploy/monitoring/", import.meta.url)

const written = "# Written by `npm -w @znatoki/monitoring run write`: change packages/monitoring/src instead.\n"
const yaml = (value: unknown): string => written + stringify(value, { lineWidth: 0 })

const prometheus = prometheusOf({
  every: "15s",
  targets: ["127.0.0.1:8481"],
  alertmanager: "127.0.0.1:9093",
  machines: ["127.0.0.1:9100"]
})
const alertmanager = alertmanagerOf({
  groupWait: "10s",
  groupInterval: "5m",
  url: "http://127.0.0.1:9094/alerts"
})

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
