/** Prometheus and Alertmanager as Debian brings them, and somebody who is told: all of them for one drill. */
import { hurriedRules } from "@znatoki/monitoring/hurried"
import { alertmanagerOf, prometheusOf } from "@znatoki/monitoring/watch"
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { until } from "../e2e/until.ts"

const programs = ["prometheus", "prometheus-alertmanager"] as const
const areHere = programs.every((name) => spawnSync(name, ["--version"]).status === 0)
const isRequired = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("promtool")

export const isMissing = !areHere && !isRequired
export const whyNot = isMissing ? " (skipped: no prometheus and prometheus-alertmanager found)" : ""

export interface Told {
  readonly alert: string
  readonly status: "firing" | "resolved"
  readonly severity: string
  readonly runbook: string
}

/** As Alertmanager writes to a webhook. */
interface Notice {
  readonly alerts: ReadonlyArray<{
    readonly status: Told["status"]
    readonly labels: { readonly alertname: string; readonly severity: string }
    readonly annotations: { readonly runbook: string }
  }>
}

export interface WatchHouse {
  /** In the order in which they came. */
  readonly told: ReadonlyArray<Told>
  /** What Prometheus answers now: the series, with their values. */
  readonly ask: (expr: string) => Promise<ReadonlyArray<{ readonly value: readonly [number, string] }>>
  readonly log: () => string
  readonly close: () => Promise<void>
}

const run = (program: string, args: ReadonlyArray<string>, say: (line: string) => void): ChildProcess => {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", say)
  return child
}

const isReady = async (url: string): Promise<boolean> => {
  const response = await fetch(`${url}/-/ready`).catch(() => null)
  return response?.status === 200
}

/** `targets`: who is asked, `host:port`. Times run twenty times as fast, and what is asked has three seconds to answer. */
export const openWatchHouse = async (targets: ReadonlyArray<string>): Promise<WatchHouse> => {
  const told: Array<Told> = []
  const receiver = createServer((request, response) => {
    let body = ""
    request.setEncoding("utf8").on("data", (text: string) => (body += text))
    request.on("end", () => {
      for (const { annotations, labels, status } of (JSON.parse(body) as Notice).alerts) {
        told.push({ alert: labels.alertname, status, severity: labels.severity, runbook: annotations.runbook })
      }
      response.end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve))
  const address = receiver.address()
  const receiverPort = typeof address === "object" ? (address?.port ?? 0) : 0
  const [prometheusPort, alertmanagerPort] = [await freePort(null), await freePort(null)]

  const folder = mkdtempSync(join(tmpdir(), "znatoki-drill-"))
  // What is JSON is YAML too.
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(content))
    return path
  }
  for (const [name, rules] of Object.entries(hurriedRules)) write(name, rules)
  const alertmanager = `127.0.0.1:${alertmanagerPort}`
  const asked = write("prometheus.yml", prometheusOf({ every: "3s", targets, alertmanager }))
  const telling = write(
    "alertmanager.yml",
    alertmanagerOf({ groupWait: "100ms", groupInterval: "1s", url: `http://127.0.0.1:${receiverPort}/alerts` })
  )

  let log = ""
  const keep = (text: string): void => void (log += text)
  const base = `http://127.0.0.1:${prometheusPort}`
  const children = [
    run(
      "prometheus-alertmanager",
      [
        `--config.file=${telling}`,
        `--storage.path=${join(folder, "alertmanager")}`,
        `--web.listen-address=${alertmanager}`,
        "--cluster.listen-address="
      ],
      keep
    ),
    run(
      "prometheus",
      [
        `--config.file=${asked}`,
        `--storage.tsdb.path=${join(folder, "prometheus")}`,
        `--web.listen-address=127.0.0.1:${prometheusPort}`,
        "--rules.alert.resend-delay=500ms"
      ],
      keep
    )
  ]
  const close = async (): Promise<void> => {
    await Promise.all(
      children.map(
        (child) =>
          new Promise<void>((resolve) => {
            if (child.exitCode !== null) return resolve()
            child.once("close", () => resolve())
            child.kill("SIGTERM")
          })
      )
    )
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const areReady = async () => (await isReady(base)) && (await isReady(`http://${alertmanager}`))
    await until("Prometheus and Alertmanager are ready", areReady, { because: () => log })
  } catch (error) {
    await close()
    throw error
  }
  return {
    told,
    ask: async (expr) => {
      const response = await fetch(`${base}/api/v1/query`, {
        method: "POST",
        body: new URLSearchParams({ query: expr })
      })
      const { data, error } = (await response.json()) as {
        readonly data?: { readonly result: ReadonlyArray<{ readonly value: readonly [number, string] }> }
        readonly error?: string
      }
      if (data === undefined) throw new Error(`${expr}: ${error}`)
      return data.result
    },
    log: () => log,
    close
  }
}
