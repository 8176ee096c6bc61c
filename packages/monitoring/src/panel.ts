/** A page of Grafana and what is on it, as the JSON that Grafana imports. */

export interface Target {
  readonly refId: string
  readonly expr: string
  readonly legendFormat: string
}

export interface Panel {
  readonly type: "timeseries" | "stat"
  readonly title: string
  readonly datasource: { readonly type: "prometheus"; readonly uid: "${source}" }
  readonly fieldConfig: {
    readonly defaults: { readonly unit: string; readonly min: 0 }
    readonly overrides: readonly []
  }
  readonly targets: ReadonlyArray<Target>
}

export interface Row {
  readonly height: number
  readonly panels: ReadonlyArray<Panel>
}

type Query = readonly [legend: string, expr: string]

const panel = (type: Panel["type"], title: string, unit: string, queries: ReadonlyArray<Query>): Panel => ({
  type,
  title,
  datasource: { type: "prometheus", uid: "${source}" },
  fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  targets: queries.map(([legendFormat, expr], i) => ({ refId: String.fromCodePoint(65 + i), expr, legendFormat }))
})

export const timeline = (title: string, unit: string, queries: ReadonlyArray<Query>): Panel =>
  panel("timeseries", title, unit, queries)
export const share = (title: string, expr: string): Panel =>
  panel("timeseries", title, "percentunit", [["share", expr]])
export const stat = (title: string, unit: string, expr: string): Panel => panel("stat", title, unit, [["", expr]])

/** Side by side, as wide as the page. */
export const row = (panels: ReadonlyArray<Panel>): Row => ({
  height: panels.every(({ type }) => type === "stat") ? 4 : 8,
  panels
})

const columns = 24

export const page = (uid: string, title: string, rows: ReadonlyArray<Row>) => {
  const placed = rows.flatMap(({ height: h, panels }, at) => {
    const y = rows.slice(0, at).reduce((below, { height }) => below + height, 0)
    const w = Math.floor(columns / panels.length)
    return panels.map((each, i) => ({ ...each, gridPos: { x: i * w, y, w, h } }))
  })
  return {
    uid,
    title,
    tags: ["znatoki"],
    schemaVersion: 39,
    editable: true,
    refresh: "30s",
    time: { from: "now-3h", to: "now" },
    timezone: "browser",
    templating: { list: [{ name: "source", label: "Prometheus", type: "datasource", query: "prometheus" }] },
    panels: placed.map((each, i) => ({ id: i + 1, ...each }))
  }
}
