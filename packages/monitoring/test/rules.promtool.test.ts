import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { stringify } from "yaml"
import { dashboards } from "../src/dashboards.ts"
import { files } from "../src/files.ts"
import { alerts, rulesFiles, rulesTests } from "../src/rules.ts"
import { isMissing, run, whyNot } from "./find-promtool.ts"

let folder = ""
const write = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const writeRules = (): void => {
  for (const name of Object.keys(rulesFiles)) write(name, files[name] ?? "")
}

const runTests = () =>
  run("promtool", ["test", "rules", ...Object.keys(rulesTests).map((name) => write(name, files[name] ?? ""))])

/** Of which alerts promtool says that their tests fail, when all of them have this expression. */
const failingWith = (expr: string): ReadonlyArray<string> => {
  for (const [name, { groups }] of Object.entries(rulesFiles)) {
    const others = groups.map(({ rules, ...group }) => ({ ...group, rules: rules.map((rule) => ({ ...rule, expr })) }))
    write(name, stringify({ groups: others }))
  }
  const { said } = runTests()
  return [...new Set([...said.matchAll(/alertname: (\w+)/g)].map(([, name = ""]) => name))].toSorted()
}

describe.skipIf(isMissing)(`the rules, by Prometheus' own tools${whyNot}`, () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "znatoki-rules-"))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it("can be read", () => {
    writeRules()
    const paths = Object.keys(rulesFiles).map((name) => join(folder, name))
    const { said, status } = run("promtool", ["check", "rules", ...paths])
    expect(status, said).toBe(0)
    const found = [...said.matchAll(/(\d+) rules found/g)].map(([, count]) => Number(count))
    expect(found.reduce((all, one) => all + one, 0)).toBe(alerts.length)
    const manager = run("amtool", ["check-config", write("alertmanager.yml", files["alertmanager.yml"] ?? "")])
    expect(manager.status, manager.said).toBe(0)
    const prometheus = write("prometheus.yml", files["prometheus.yml"] ?? "")
    const config = run("promtool", ["check", "config", prometheus])
    expect(config.status, config.said).toBe(0)
  })

  it("are quiet, are raised, are over, and are not raised by what is nearly bad", () => {
    writeRules()
    const { said, status } = runTests()
    expect(status, said).toBe(0)
    expect(said).toContain("SUCCESS")
  })

  it("would each fail its test if it were never raised, and if it always were", () => {
    const all = alerts.map(({ name }) => name).toSorted()
    expect(failingWith("vector(0) > 1")).toEqual(all)
    expect(failingWith("vector(1) > 0")).toEqual(all)
  })

  it("wake somebody for a page alone", () => {
    const config = write("alertmanager.yml", files["alertmanager.yml"] ?? "")
    const receiver = (severity: string) =>
      run("amtool", ["config", "routes", "test", `--config.file=${config}`, `severity=${severity}`]).said.split("\n")[0]
    expect([receiver("page"), receiver("ticket")]).toEqual(["somebody awake", "morning"])
  })

  it("every question of a page of Grafana is one that Prometheus can read", () => {
    const rules = dashboards.flatMap(({ panels, uid }) =>
      panels.flatMap(({ id, targets }) =>
        targets.map(({ expr, refId }) => ({
          record: `q:${uid.replaceAll("-", "_")}_${id}_${refId}`,
          expr: expr.replaceAll("$__rate_interval", "5m")
        }))
      )
    )
    const path = write("panels.yml", stringify({ groups: [{ name: "panels", rules }] }))
    const { said, status } = run("promtool", ["check", "rules", path])
    expect(status, said).toBe(0)
    expect(said).toContain(`${rules.length} rules found`)
  })
})
