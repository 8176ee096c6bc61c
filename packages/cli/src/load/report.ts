/** What came of a load as one page that needs nothing else: figures, charts and tables, light and dark. */
import { type Chart, escaped, lineChart } from "./line-chart.ts"
import type { LoadResult, Sample } from "./play-load.ts"
import type { Percentiles } from "./percentiles.ts"
import type { Kind } from "./replies.ts"
import { ms, percent, processFigures, whole } from "./tell-load.ts"

type Cell = string | number
interface Column<A> {
  readonly head: string
  readonly cell: (row: A) => Cell
  readonly isText?: boolean
}

const table = <A>(caption: string, columns: ReadonlyArray<Column<A>>, rows: ReadonlyArray<A>): string => {
  const classOf = ({ isText = false }: Column<A>): string => (isText ? "" : ' class="number"')
  const head = columns.map((column) => `<th scope="col"${classOf(column)}>${escaped(column.head)}</th>`).join("")
  const body = rows.map(
    (row) =>
      `<tr>${columns.map((column) => `<td${classOf(column)}>${escaped(String(column.cell(row)))}</td>`).join("")}</tr>`
  )
  const inside = `<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>`
  return `<div class="table" tabindex="0" role="region" aria-label="${escaped(caption)}"><table>${inside}</table></div>`
}

const words: Readonly<Record<Kind, string>> = {
  start: "open a table",
  join: "sit down",
  go: "«Поехали»",
  early: "answer early",
  name: "name who answers",
  answer: "answer",
  next: "go on to the next question",
  vote: "vote",
  stop: "end the game",
  ask: "ask for the rules",
  other: "anything else"
}

const tile = (name: string, value: string, isWrong = false): string =>
  `<div class="tile${isWrong ? " wrong" : ""}"><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`

const tiles = ({ callsPerSecond, eventsPerSecond, games, replies }: LoadResult): string => {
  const { all, answered, asked } = replies
  return `<dl class="tiles">${[
    tile("answered", `${whole(answered)} of ${whole(asked)}`, answered < asked),
    tile("games ended", `${whole(games.ended)} of ${whole(games.started)}`, games.ended < games.started),
    tile("reply, median", ms(all.p50)),
    tile("95 of 100", ms(all.p95)),
    tile("99 of 100", ms(all.p99)),
    tile("longest", ms(all.max)),
    tile("events a second", whole(eventsPerSecond)),
    tile("calls of VK a second", whole(callsPerSecond))
  ].join("")}</dl>`
}

const overTime = (name: string, samples: ReadonlyArray<Sample>, value: (sample: Sample) => number) => ({
  name,
  points: samples.map((sample) => [sample.at, value(sample)] as const)
})

const chartsOf = ({ replies, samples }: LoadResult): ReadonlyArray<Chart> => {
  const answered = replies.byTime.filter(({ replies: { count } }) => count > 0)
  const reply = (name: string, value: (percentiles: Percentiles) => number) => ({
    name,
    points: answered.map((slot) => [slot.at, value(slot.replies)] as const)
  })
  const processes = samples[0]?.used.map(({ name }) => name) ?? []
  const ofProcess = (value: (used: Sample["used"][number] | undefined) => number) =>
    processes.map((name, i) => overTime(name, samples, ({ used }) => value(used[i])))
  return [
    {
      title: "Until people saw a reply",
      unit: "milliseconds",
      series: [
        reply("median", ({ p50 }) => p50),
        reply("95 of 100", ({ p95 }) => p95),
        reply("99 of 100", ({ p99 }) => p99)
      ]
    },
    {
      title: "What went on",
      unit: "a second",
      series: [
        overTime("events", samples, ({ eventsPerSecond }) => eventsPerSecond),
        overTime("calls of VK", samples, ({ callsPerSecond }) => callsPerSecond)
      ]
    },
    { title: "Processors", unit: "percent of one", series: ofProcess((used) => (used?.cpu ?? 0) * 100) },
    { title: "Memory", unit: "megabytes", series: ofProcess((used) => used?.megabytes ?? 0) }
  ]
}

const repliesTable = ({ replies }: LoadResult): string =>
  table(
    "How long people waited, by what they did",
    [
      { head: "to", cell: ({ kind }) => words[kind], isText: true },
      { head: "times", cell: ({ asked }) => whole(asked) },
      { head: "answered", cell: ({ replies: { count } }) => whole(count) },
      { head: "median", cell: ({ replies: { p50 } }) => ms(p50) },
      { head: "90 of 100", cell: ({ replies: { p90 } }) => ms(p90) },
      { head: "95 of 100", cell: ({ replies: { p95 } }) => ms(p95) },
      { head: "99 of 100", cell: ({ replies: { p99 } }) => ms(p99) },
      { head: "longest", cell: ({ replies: { max } }) => ms(max) }
    ],
    replies.byKind
  )

const processTable = (result: LoadResult): string =>
  table(
    "What each process took",
    [
      { head: "process", cell: ({ name }) => name, isText: true },
      { head: "of a processor", cell: ({ cpuMean }) => percent(cpuMean) },
      { head: "at most", cell: ({ cpuMost }) => percent(cpuMost) },
      { head: "memory at most", cell: ({ megabytesMost }) => `${whole(megabytesMost)} MB` }
    ],
    processFigures(result)
  )

const botTable = ({ ofBot }: LoadResult): string =>
  table(
    "What the bot measured of itself, by the bounds of its buckets",
    [
      { head: "what", cell: ({ what }) => what, isText: true },
      { head: "times", cell: ({ within }) => whole(within.count) },
      { head: "median, at most", cell: ({ within }) => ms(within.p50) },
      { head: "99 of 100, at most", cell: ({ within }) => ms(within.p99) }
    ],
    ofBot
  )

const callsTable = ({ samples, vkCalls }: LoadResult): string =>
  table(
    "What the bot called of VK, alone or in an execute",
    [
      { head: "method", cell: ([method]) => method, isText: true },
      { head: "times", cell: ([, count]) => whole(count) },
      { head: "a second", cell: ([, count]) => (count / (samples.at(-1)?.at ?? 1)).toFixed(1) }
    ],
    Object.entries(vkCalls).toSorted(([, a], [, b]) => b - a)
  )

const readsTable = ({ reads }: LoadResult): string =>
  reads === null
    ? ""
    : table(
        "Tables that were read from the first row to the last",
        [
          { head: "table", cell: ({ table: name }) => name, isText: true },
          { head: "times", cell: ({ scans }) => whole(scans) },
          { head: "rows", cell: ({ rows }) => whole(rows) },
          { head: "wants an index", cell: ({ isLong }) => (isLong ? "yes" : "no"), isText: true }
        ],
        reads
      )

const list = (title: string, lines: ReadonlyArray<string>): string =>
  lines.length === 0
    ? ""
    : `<h2>${escaped(title)}</h2><ul>${lines.map((line) => `<li><code>${escaped(line)}</code></li>`).join("")}</ul>`

const style = `
:root { color-scheme: light dark; --page: #fbfaf8; --card: #fff; --ink: #1d1b18; --quiet: #625d55; --rule: #e2ded7; --bad: #b3261e;
  --of-0: #2a6fdb; --of-1: #b8500a; --of-2: #0b7d55; --of-3: #8446cf; }
@media (prefers-color-scheme: dark) { :root { --page: #171614; --card: #211f1c; --ink: #f1eee8; --quiet: #aaa397; --rule: #3a3732;
  --bad: #ff8a80; --of-0: #78adff; --of-1: #f0975a; --of-2: #54c99c; --of-3: #bd97f7; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; } p { color: var(--quiet); margin: .25rem 0 1.5rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem; margin: 0 0 1.5rem; }
.tile, figure, .table { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; }
.tile { padding: .75rem 1rem; } .tile dt { color: var(--quiet); font-size: .875rem; }
.tile dd { margin: 0; font-size: 1.25rem; font-variant-numeric: tabular-nums; } .wrong dd { color: var(--bad); }
figure { margin: 0 0 1rem; padding: 1rem; } figcaption { font-weight: 600; margin-bottom: .5rem; }
figcaption span { font-weight: 400; margin-left: 1rem; white-space: nowrap; }
figcaption span::before { content: ""; display: inline-block; width: 1.25rem; height: .1875rem; margin-right: .375rem;
  vertical-align: middle; background: var(--line); }
.of-0 { --line: var(--of-0); } .of-1 { --line: var(--of-1); } .of-2 { --line: var(--of-2); } .of-3 { --line: var(--of-3); }
svg { display: block; width: 100%; height: auto; } .narrow { display: none; }
.grid { stroke: var(--rule); fill: none; } .line { stroke: var(--line); stroke-width: 2; fill: none; stroke-linejoin: round; }
svg text { fill: var(--quiet); font-size: 12px; } svg .number { text-anchor: end; } svg .time { text-anchor: middle; }
.table { overflow-x: auto; margin: 0 0 1rem; padding: .25rem 1rem 1rem; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .75rem 0 .25rem; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; }
th { color: var(--quiet); font-size: .875rem; } th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; } code { overflow-wrap: anywhere; font-size: .875rem; }
@media (max-width: 40rem) { .broad { display: none; } .narrow { display: block; } }
`

export const reportOf = (result: LoadResult): string => {
  const { began, conversations, errors, preset, refused, replies, seconds, users, vkErrors } = result
  const title = `${whole(users)} people in ${whole(conversations)} conversations`
  const about =
    `Preset ${preset}, ${seconds} s, began ${began.slice(0, 19).replace("T", " ")} UTC. A reply is waited for from when somebody meant to act, ` +
    `until it stood in the conversation. ${whole(replies.overtaken)} were too late for the clock of their game, and count as neither.`
  const codes = Object.entries(vkErrors).map(([code, count]) => `error ${code} of VK: ${whole(count)} times`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${tiles(result)}
${chartsOf(result).map(lineChart).join("\n")}
${repliesTable(result)}
${processTable(result)}
${botTable(result)}
${callsTable(result)}
${readsTable(result)}
${list("What VK answered with errors", codes)}
${list("What the sandbox did not take of people", refused)}
${list("What the bot logged as a warning or an error", errors)}
</main>
</body>
</html>
`
}
