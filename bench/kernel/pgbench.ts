/**
 * pgbench runs the recorded batches: the same statement with the same parameters, prepared, on a database that was the
 * same when they were made. The parameters lie in a table; fetching them is a statement of its own and is not counted.
 */
import { planning } from "@znatoki/adapter-postgres/database/pool"
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
  const texts = [...new Set(batches.map(({ text }) => text))]
  const kinds = batches.map(({ parameters, text }) => ({ kind: texts.indexOf(text), parameters }))
  const width = Math.max(0, ...batches.map(({ parameters }) => parameters.length))
  await fill(where, kinds, width)
  const folder = mkdtempSync(join(tmpdir(), "znatoki-pgbench-"))
  try {
    const script = join(folder, "batch.sql")
    writeFileSync(script, scriptOf(texts, width))
    const url = new URL(where.url)
    const { status, stderr, stdout } = spawnSync(
      pgbench,
      [
        "--no-vacuum",
        "--client=1",
        "--protocol=prepared",
        "--report-per-command",
        "--define=n=0",
        `--transactions=${batches.length}`,
        `--file=${script}`,
        `--host=${url.hostname}`,
        `--port=${url.port === "" ? "5432" : url.port}`,
        `--username=${decodeURIComponent(url.username)}`,
        where.name
      ],
      {
        encoding: "utf8",
        env: { ...process.env, PGPASSWORD: decodeURIComponent(url.password), PGTZ: "UTC", pgoptions }
      }
    )
    if (status !== 0) throw new Error(`pgbench failed: ${stderr.slice(-1_000)}`)
    const meansMs = meansOf(stdout, texts.length)
    return kinds.reduce((sum, { kind }) => sum + (meansMs[kind] ?? Number.NaN), 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The server plans for it as it does for us. */
const pgoptions = Object.entries(planning)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(" ")

interface Filled {
  /** Which of the texts it has. */
  readonly kind: number
  readonly parameters: ReadonlyArray<string>
}

const numbered = (width: number, name: string): ReadonlyArray<string> =>
  Array.from({ length: width }, (_, i) => `${name}${i + 1}`)

const fill = (where: BenchDatabase, batches: ReadonlyArray<Filled>, width: number): Promise<unknown> =>
  withSql(where, 1, async (sql) => {
    const columns = numbered(width, "p").map((name) => `${name} text not null default ''`)
    await sql.unsafe(`drop table if exists bench_batches`)
    await sql.unsafe(`create unlogged table bench_batches (n integer primary key, kind integer, ${columns.join(", ")})`)
    for (const [i, { kind, parameters }] of batches.entries()) {
      const names = ["n", "kind", ...numbered(parameters.length, "p")]
      const places = numbered(names.length, "$")
      const values = [i + 1, kind, ...parameters]
      await sql.unsafe(`insert into bench_batches (${names.join(", ")}) values (${places.join(", ")})`, values)
    }
    await sql.unsafe("checkpoint")
  })

const scriptOf = (texts: ReadonlyArray<string>, width: number): string => {
  const fetched = numbered(width, "p").join(", ")
  const statements = texts.map((text, kind) => {
    const statement = text.replace(/\$(\d+)/g, ":p$1").replace(/^\s*--.*$/gm, "")
    return `\\if :kind = ${kind}\n${statement.trim()};\n\\endif\n`
  })
  return `\\set n :n + 1\nselect kind, ${fetched} from bench_batches where n = :n \\gset\n${statements.join("")}`
}

/** The mean time of each of the commits, in the order of the script. */
const meansOf = (report: string, many: number): ReadonlyArray<number> => {
  const lines = report.slice(report.indexOf("statement latencies")).split("\n")
  const found = lines.flatMap((line) => /^\s*([\d.]+)\s+(?:\d+\s+)?with\b/.exec(line)?.[1] ?? [])
  if (found.length !== many) throw new Error(`pgbench did not tell how long each took: ${report.slice(-2_000)}`)
  return found.map(Number)
}
