import { existsSync, globSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { dashboards } from "../src/dashboards.ts"
import { files, place } from "../src/files.ts"
import { alerts } from "../src/rules.ts"

const root = new URL("../../../", import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), "utf8")

/** What programs of ours measure, by the names in their sources; a readiness figure's name is made of its own. */
const measured = new Set(
  globSync("packages/*/src/**/*.ts", { cwd: root })
    .filter((path) => !path.startsWith("packages/monitoring/"))
    .flatMap((path) => read(path).match(/"(?:znatoki|process|nodejs)_\w+[a-z]"/g) ?? [])
    .map((name) => name.slice(1, -1))
)
const ofFigures = new Set([
  "znatoki_last_heard_seconds_ago",
  "znatoki_oldest_undelivered_seconds",
  "znatoki_owned",
  "znatoki_unheard",
  "znatoki_buckets"
])
/** Prometheus' own, and node_exporter's. */
const ofPrometheus = new Set(["up", "node_filesystem_avail_bytes", "node_filesystem_size_bytes"])

const namesIn = (expr: string): ReadonlyArray<string> =>
  expr.match(/\b(?:(?:znatoki|process|nodejs|node)_\w+|up)\b(?=[{[\s)]|$)/g) ?? []

const isMeasured = (name: string): boolean =>
  ofPrometheus.has(name) ||
  ofFigures.has(name) ||
  measured.has(name) ||
  measured.has(name.replace(/_(?:bucket|sum|count)$/, ""))

const expressions = [
  ...alerts.map(({ expr, name }) => [name, expr] as const),
  ...dashboards.flatMap(({ panels }) =>
    panels.flatMap(({ targets, title }) => targets.map(({ expr }) => [title, expr] as const))
  )
]

describe("deploy/monitoring", () => {
  it("is what packages/monitoring writes: `npm -w @znatoki/monitoring run write`", () => {
    for (const [name, text] of Object.entries(files)) {
      expect(existsSync(new URL(name, place)), name).toBe(true)
      const there = readFileSync(new URL(name, place), "utf8")
      // How JSON is laid out is the formatter's.
      if (name.endsWith(".json")) expect(JSON.parse(there), name).toEqual(JSON.parse(text))
      else expect(there, name).toBe(text)
    }
  })

  it("asks for nothing that no program measures", () => {
    expect(measured.size).toBeGreaterThan(25)
    for (const [of, expr] of expressions) {
      const names = namesIn(expr)
      expect(names.length, `${of}: ${expr}`).toBeGreaterThan(0)
      for (const name of names) expect(isMeasured(name), `${of}: ${name}`).toBe(true)
    }
    expect(isMeasured("znatoki_nothing_total")).toBe(false)
  })

  it("shows everything that is measured on some page, or raises an alert for it", () => {
    const asked = new Set(
      expressions.flatMap(([, expr]) => namesIn(expr)).map((name) => name.replace(/_(?:bucket|sum|count)$/, ""))
    )
    expect([...measured].filter((name) => !asked.has(name))).toEqual([])
  })

  it("has a page to turn to for every alert, and no page for none", () => {
    const headings = read("docs/operating/alerts.md")
      .split("\n")
      .filter((line) => line.startsWith("## "))
      .map((line) => line.slice(3))
    expect(headings.toSorted()).toEqual(alerts.map(({ name }) => name).toSorted())
  })

  it("names panels and pages once", () => {
    for (const { panels } of dashboards) expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(dashboards.length)
  })
})
