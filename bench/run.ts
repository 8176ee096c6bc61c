/**
 * `npm run bench`: everything that is measured, as ratios taken in one run; `npm run bench -- reducer commit` only these.
 * The figures are printed as a table and written to reports/bench.json.
 */
import { ownQuestions } from "@znatoki/cli/play/own-questions"
import { mkdirSync, writeFileSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { bring } from "./bring.ts"
import { brokerRows } from "./broker/rows.ts"
import { importRows } from "./desk/import-rows.ts"
import { deskRows } from "./desk/rows.ts"
import { callbackRows } from "./http/callback-rows.ts"
import { httpRows } from "./http/rows.ts"
import { senderRows } from "./http/sender-rows.ts"
import { commitRows } from "./kernel/commit-rows.ts"
import type { Competitor } from "./kernel/competitor.ts"
import { findServer, migrated, type Server } from "./kernel/database.ts"
import { hotRows, latencyRows } from "./kernel/single-rows.ts"
import { memoryRows, recoveryRows, timerRows } from "./kernel/process-rows.ts"
import { judgeRows } from "./judge/rows.ts"
import { traceRows } from "./kernel/trace-rows.ts"
import { reducerRows } from "./reducer/rows.ts"
import { type Measured, type Row, rowOf } from "./report/row.ts"
import { tableOf } from "./report/table.ts"

type Section = (server: Server) => Promise<ReadonlyArray<Measured>>

/** What our rate has to be, as a multiple of theirs; loaded one by one, so that one that fails stops nobody. */
const competitors: ReadonlyArray<readonly [() => Promise<Competitor>, string, number | null]> = [
  [() => bring("dbos.ts", "dbos"), "DBOS", 20],
  [() => bring("emmett.ts", "emmett"), "Emmett", 5],
  [() => bring("graphile-worker.ts", "graphileJobs"), "graphile-worker", 5],
  [() => bring("graphile-worker.ts", "graphileStores"), "graphile-worker, storing", 5],
  [() => bring("effect-cluster.ts", "effectCluster"), "Effect Cluster", 15]
]

const questions = ownQuestions()
const fresh = async (server: Server, label: string) => migrated(await server.create(label))

const sections: Readonly<Record<string, Section>> = {
  reducer: reducerRows,
  judge: judgeRows,
  latency: async (server) => latencyRows(await fresh(server, "latency"), questions),
  hot: async (server) => hotRows(await fresh(server, "hot"), questions),
  traces: async (server) => traceRows(await fresh(server, "traces")),
  commit: (server) => commitRows(server, questions, competitors),
  http: async (server) => httpRows(await fresh(server, "http")),
  callback: async (server) => callbackRows(await fresh(server, "callback")),
  desk: async (server) => deskRows(await fresh(server, "desk")),
  import: importRows,
  sender: senderRows,
  broker: (server) => brokerRows(server, questions),
  timers: timerRows,
  recovery: recoveryRows,
  memory: memoryRows
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => sections[name] === undefined)
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}; there are: ${Object.keys(sections).join(", ")}.`)
  process.exit(1)
}

const server = await findServer()
const machine = { cpu: cpus()[0]?.model ?? "?", cores: cpus().length, node: process.version, loadAtStart: loadavg() }
const rows: Array<Row> = []
try {
  for (const [name, section] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.error(`${name}…`)
    try {
      rows.push(...(await section(server)).map((measured) => rowOf(name, measured)))
    } catch (error) {
      const note = String(error instanceof Error ? error.message : error)
      rows.push(rowOf(name, { what: name, value: null, unit: "", toReach: null, note }))
    }
  }
} finally {
  await server.close()
}

const { settings, version } = server
console.log(`\n${machine.cores} × ${machine.cpu}, Node ${machine.node}, PostgreSQL ${version}`)
console.log(
  `durable: ${Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ")}`
)
console.log(`load average at the start ${machine.loadAtStart.map((each) => each.toFixed(1)).join(" ")}`)
console.log(tableOf(rows))

const folder = fileURLToPath(new URL("../reports/", import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}bench.json`, `${JSON.stringify({ at: new Date(), machine, settings, rows }, null, 2)}\n`)
// What is compared with may leave timers behind.
process.exit(0)
