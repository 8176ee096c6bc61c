/** Prometheus' own tools, as Debian's packages `prometheus` and `prometheus-alertmanager` bring them. */
import { spawnSync } from "node:child_process"

const isHere = spawnSync("promtool", ["--version"]).status === 0 && spawnSync("amtool", ["--version"]).status === 0
const isRequired = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("promtool")

export const isMissing = !isHere && !isRequired
export const whyNot = isMissing ? " (skipped: no promtool and amtool found)" : ""

export const run = (command: string, args: ReadonlyArray<string>, input = "") => {
  const { status, stderr, stdout } = spawnSync(command, args, { input, encoding: "utf8" })
  return { status, said: `${stdout}${stderr}` }
}
