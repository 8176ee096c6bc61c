/** The stories that most alerts are shown by: a good hour, a bad one, a good one; and one that is nearly bad throughout. */
import type { Shown } from "./alert.ts"

/** Of a gauge. Its bad time lasts an hour and a half, for what has to be so for an hour. */
export const gauge = (
  series: string,
  good: number,
  bad: number,
  nearly: number,
  labels: Readonly<Record<string, string>> = {}
): Shown => ({
  raised: { [series]: `${good}x60 ${bad}x90 ${good}x60` },
  at: ["50m", "2h20m", "3h20m"],
  nearly: { [series]: `${nearly}x180` },
  nearlyAt: "2h50m",
  labels
})

/** Of a counter, by how much it grows in a minute. */
export const counter = (good: number, bad: number): string =>
  `0+${good}x60 ${good * 61}+${bad}x60 ${good * 61 + bad * 61}+${good}x60`

/** When such counters are looked at. */
export const hourly = { at: ["50m", "1h50m", "2h50m"], nearlyAt: "1h50m" } as const
