/**
 * pgbench runs the recorded batches: the same statement with the same parameters, prepared, on a database that was the
 * same when they were made. The parameters lie in a table; fetching them is a statement of its own and is not counted.
 */
import { spawnSync } from "node:child_process"
import { globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { type BenchDatabase, withSql } from "./database.ts"
import type { RecordedBatch } from "./recorded-batch.ts"

/** Null: this machine has none. */
export const findPgbench = (): string | null => {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "pgbench"))
  const candidates = [...globSync("/usr/lib/postgresql/*/bin/pgbench").toSorted().toReversed(), ...onPath]
  return candidates.find((file) => spawnSync(file, ["--version"]).status === 0) ?? null
}

/** How long the statements took, all together. */
export const runPgbench = async (
  pgbench: string,
  where: BenchDatabase,
  batches: ReadonlyArray<RecordedBatch>
): Promise<number> => {
  const [first] = batches
  if (first === undefined) return 0
  await fill(where, batches)
  const folder = mkdtempSync(join(tmpdir(), "znatoki-pgbench-"))
  try {
    const script = join(folder, "batch.sql")
    writeFileSync(script, scriptOf(first))
    const url = new URL(where.url)
    const { status, stderr, stdout } = spawnSync(
      pgbench,
      [
        ...["--no-vacuum", "--client=1", "--protocol=prepared", "--report-per-command", "--define=n=0"],
        ...[`--transactions=${batches.length}`, `--file=${script}`],
        ...["--host", url.hostname, "--port", url.port === "" ? "5432" : url.port],
        ...["--username", decodeURIComponent(url.username), where.name]
      ],
      { encoding: "utf8", env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password), PGTZ: "UTC" } }
    )
    if (status !== 0) throw new Error(`pgbench failed: ${stderr.slice(-1_000)}`)
    return millisecondsOf(stdout) * batches.length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const fill = (where: BenchDatabase, batches: ReadonlyArray<RecordedBatch>): Promise<unknown> =>
  withSql(where, 1, async (sql) => {
    const columns = batches[0]?.parameters.map((_, i) => `p${i + 1} text not null`).join(", ") ?? ""
    await sql.unsafe(`drop table if exists bench_batches`)
    await sql.unsafe(`create unlogged table bench_batches (n integer primary key, ${columns})`)
    for (const [i, { parameters }] of batches.entries()) {
      const places = parameters.map((_, k) => `$${k + 2}`).join(", ")
      await sql.unsafe(`insert into bench_batches values ($1, ${places})`, [i + 1, ...parameters])
    }
    await sql.unsafe("checkpoint")
  })

const scriptOf = ({ parameters, text }: RecordedBatch): string => {
  const fetched = parameters.map((_, i) => `p${i + 1}`).join(", ")
  const statement = text.replace(/\$(\d+)/g, ":p$1").replace(/^\s*--.*$/gm, "")
  return `\\set n :n + 1\nselect ${fetched} from bench_batches where n = :n \\gset\n${statement.trim()};\n`
}

/** The mean of the last statement, which is the commit. */
const millisecondsOf = (report: string): number => {
  const lines = report.slice(report.indexOf("statement latencies")).split("\n")
  const statement = lines.find((line) => /^\s*[\d.]+\s+(\d+\s+)?with\b/.test(line))
  const ms = Number(/^\s*([\d.]+)/.exec(statement ?? "")?.[1])
  if (!(ms > 0)) throw new Error(`pgbench did not tell how long the statement took: ${report.slice(-2_000)}`)
  return ms
}
