/** What a run of `npm run chaos` tells, as text and as a page. */
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { ChaosReport, Struck } from "./chaos.ts"

interface Row {
  readonly name: string
  readonly times: number
  readonly takenOver: string
  readonly wanted: string
  readonly felt: string
  readonly isLate: boolean
}

const ms = (all: ReadonlyArray<number>): string => {
  if (all.length === 0) return "–"
  const [least, most] = [Math.min(...all), Math.max(...all)].map((each) => (each / 1_000).toFixed(2))
  return least === most ? `${least} s` : `${least}–${most} s`
}

const rowOf = (name: string, some: ReadonlyArray<Struck>): Row => {
  const takenOver = some.flatMap(({ takenOverMs }) => (takenOverMs === null ? [] : [takenOverMs]))
  const wantedMs = some[0]?.wantedMs ?? null
  return {
    name,
    times: some.length,
    takenOver: ms(takenOver),
    wanted: wantedMs === null ? "" : `≤ ${wantedMs / 1_000} s`,
    felt: ms(some.map(({ feltMs }) => feltMs)),
    isLate: wantedMs !== null && takenOver.some((each) => each > wantedMs)
  }
}

const rowsOf = ({ struck }: ChaosReport): ReadonlyArray<Row> =>
  [...Map.groupBy(struck, ({ name }) => name)].map(([name, some]) => rowOf(name, some))

/** Who waited longest for an answer: where somebody else had only to take over, and where nobody could play. */
const longestOf = (struck: ReadonlyArray<Struck>, isOutage: boolean): string => {
  const longest = struck.filter((each) => each.isOutage === isOutage).toSorted((a, b) => b.feltMs - a.feltMs)[0]
  return longest === undefined ? "nobody" : `${(longest.feltMs / 1_000).toFixed(1)} s (${longest.name})`
}

const summaryOf = ({
  asked,
  calmMs,
  conversations,
  games,
  messages,
  outagesTold,
  struck,
  unexplained,
  vkGaveUp,
  wrongs
}: ChaosReport) => [
  `${conversations} conversations of three communities, ${games} games to their end, ${messages} messages`,
  `${struck.length} troubles; lost, doubled or out of order: ${wrongs.length}; told as an outage without one: ${unexplained.length}`,
  `${asked} questions of those who only ask; answered in ${calmMs.median.toFixed()} ms while nothing was wrong (99 %: ${calmMs.p99.toFixed()} ms)`,
  `the longest that somebody waited for an answer: ${longestOf(struck, false)}; while nobody could play: ${longestOf(struck, true)}`,
  `VK gave up ${vkGaveUp} events that it had brought in vain`,
  `${outagesTold} times a game was given back time that nobody could play in`
]

export const textOf = (report: ChaosReport): string => {
  const rows = rowsOf(report)
  const width = Math.max(...rows.map(({ name }) => name.length))
  const lines = rows.map(
    ({ felt, isLate, name, takenOver, times, wanted }) =>
      `${name.padEnd(width)} ${String(times).padStart(2)} ×  taken over ${takenOver.padEnd(13)} ${wanted.padEnd(6)} felt ${felt}${isLate ? "  LATE" : ""}`
  )
  return [...summaryOf(report), "", ...lines, "", ...report.wrongs, ...report.unexplained, ...report.errors].join("\n")
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")

const pageOf = (report: ChaosReport): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Chaos</title>
<style>
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #8884; font-variant-numeric: tabular-nums }
  .late { color: #c22; font-weight: 600 }
  pre { white-space: pre-wrap }
</style>
<h1>Seven processes, struck one after another</h1>
<ul>${summaryOf(report)
  .map((line) => `<li>${escape(line)}`)
  .join("")}</ul>
<table>
<tr><th>trouble<th>times<th>others had it within<th>wanted<th>an answer took at most
${rowsOf(report)
  .map(
    ({ felt, isLate, name, takenOver, times, wanted }) =>
      `<tr><td>${escape(name)}<td>${times}<td${isLate ? ' class="late"' : ""}>${takenOver}<td>${wanted}<td>${felt}`
  )
  .join("\n")}
</table>
<h2>What went wrong</h2>
<pre>${escape([...report.wrongs, ...report.unexplained, ...report.errors].join("\n")) || "Nothing."}</pre>
</html>
`

/** What every process logged. */
export const writeLog = async (log: ReadonlyArray<string>, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, "chaos.log"), log.join("\n"))
}

export const writeReport = async (report: ChaosReport, folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true })
  const page = join(folder, "chaos.html")
  await writeFile(page, pageOf(report))
  return page
}
