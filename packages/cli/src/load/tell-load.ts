/** A load in words for the terminal: the line while it goes on, and what came of it. */
import type { LoadResult, Progress } from "./play-load.ts"

export const ms = (value: number): string =>
  value === Infinity ? "> 30 s" : value >= 10_000 ? `${(value / 1_000).toFixed(1)} s` : `${Math.round(value)} ms`
export const whole = (value: number): string => Math.round(value).toLocaleString("en")

export const progressLine = ({ asked, at, eventsPerSecond, games, p99, phase, waiting }: Progress): string =>
  `${phase}: ${Math.round(at)} s, ${whole(games)} games run, ${whole(eventsPerSecond)} events/s, ` +
  `${whole(asked)} asked, ${whole(waiting)} wait, p99 of the last seconds ${ms(p99)}`

/** On standard error: written over at a terminal, elsewhere every ten seconds. */
export const progressTo = (stream: NodeJS.WriteStream) => {
  let told = -10
  const show = (progress: Progress): void => {
    if (stream.isTTY) stream.write(`\r\u001b[K${progressLine(progress)}`)
    else if (progress.at - told >= 10) {
      told = progress.at
      stream.write(`${progressLine(progress)}\n`)
    }
  }
  return { show, end: () => void (stream.isTTY && stream.write("\n")) }
}

export const meanOf = (values: ReadonlyArray<number>): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export interface ProcessFigures {
  readonly name: string
  /** Shares of one processor. */
  readonly cpuMean: number
  readonly cpuMost: number
  readonly megabytesMost: number
}

/** `samples`: of at least one second each. */
export const processFigures = ({ samples }: LoadResult): ReadonlyArray<ProcessFigures> =>
  (samples[0]?.used ?? []).map(({ name }, i) => {
    const own = samples.flatMap(({ used }) => used[i] ?? [])
    return {
      name,
      cpuMean: meanOf(own.map(({ cpu }) => cpu)),
      cpuMost: Math.max(0, ...own.map(({ cpu }) => cpu)),
      megabytesMost: Math.max(0, ...own.map(({ megabytes }) => megabytes))
    }
  })

export const percent = (value: number): string => `${Math.round(value * 100)} %`

export const summary = (result: LoadResult): ReadonlyArray<string> => {
  const { conversations, errors, games, ofBot, reads, refused, replies, seconds, users } = result
  const { all, answered, asked } = replies
  const long = (reads ?? []).filter(({ isLong }) => isLong)
  return [
    `${whole(users)} people in ${whole(conversations)} conversations for ${seconds} s (${result.preset})`,
    `answered      ${whole(answered)} of ${whole(asked)}; games ended ${whole(games.ended)} of ${whole(games.started)}`,
    `replies       p50 ${ms(all.p50)}, p90 ${ms(all.p90)}, p95 ${ms(all.p95)}, p99 ${ms(all.p99)}, longest ${ms(all.max)}`,
    `each second   ${whole(result.eventsPerSecond)} events, ${whole(result.callsPerSecond)} calls of VK's methods`,
    ...ofBot.map(({ what, within }) => `of the bot    ${what}: p50 ≤ ${ms(within.p50)}, p99 ≤ ${ms(within.p99)}`),
    ...processFigures(result).map(
      ({ cpuMean, cpuMost, megabytesMost, name }) =>
        `${name.padEnd(13)} ${percent(cpuMean)} of a processor (at most ${percent(cpuMost)}), ${whole(megabytesMost)} MB`
    ),
    ...(reads === null
      ? []
      : long.length === 0
        ? ["database      no table of more than a thousand rows was read whole"]
        : long.map(({ rows, scans, table }) => `READ WHOLE    ${table}: ${whole(scans)} times, ${whole(rows)} rows`)),
    ...(refused.length === 0 ? [] : [`NOT TAKEN     by the sandbox: ${refused[0] ?? ""}`]),
    ...(errors.length === 0 ? [] : [`THE BOT SAID  ${errors[0] ?? ""}`])
  ]
}
