/** Lines over time as SVG, drawn here: wide for a screen, narrow for a phone; colours come from the page. */

export interface Series {
  readonly name: string
  /** By seconds. */
  readonly points: ReadonlyArray<readonly [at: number, value: number]>
}

export interface Chart {
  readonly title: string
  readonly unit: string
  readonly series: ReadonlyArray<Series>
}

interface Size {
  readonly name: "broad" | "narrow"
  readonly width: number
  readonly height: number
}

const sizes: ReadonlyArray<Size> = [
  { name: "broad", width: 880, height: 240 },
  { name: "narrow", width: 340, height: 220 }
]

const margin = { top: 12, right: 12, bottom: 28, left: 52 }

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

/** A whole number of steps of 1, 2 or 5 of its power of ten up to this value, `about` of them. */
export const ticksTo = (max: number, about: number): ReadonlyArray<number> => {
  const rough = Math.max(max, 1e-9) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((each) => each * power >= rough) ?? 10) * power
  return Array.from({ length: Math.ceil(max / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

const drawn = ({ series, title, unit }: Chart, { height, name, width }: Size): string => {
  const all = series.flatMap(({ points }) => points)
  const yTicks = ticksTo(Math.max(0, ...all.map(([, value]) => value)), 4)
  const xMax = Math.max(1, ...all.map(([at]) => at))
  const yMax = yTicks.at(-1) ?? 1
  const x = (at: number): string => (margin.left + (at / xMax) * (width - margin.left - margin.right)).toFixed(1)
  const y = (value: number): string =>
    (height - margin.bottom - (value / Math.max(yMax, 1e-9)) * (height - margin.top - margin.bottom)).toFixed(1)
  const grid = yTicks.map(
    (tick) =>
      `<path class="grid" d="M${margin.left},${y(tick)}H${width - margin.right}"/>` +
      `<text class="number" x="${margin.left - 8}" y="${Number(y(tick)) + 4}">${tick.toLocaleString("en")}</text>`
  )
  const times = ticksTo(xMax, name === "broad" ? 8 : 4)
    .filter((tick) => tick <= xMax)
    .map((tick) => `<text class="time" x="${x(tick)}" y="${height - 8}">${tick} s</text>`)
  const lines = series.map(
    ({ points }, i) =>
      `<path class="line of-${i}" d="${points.map(([at, value], n) => `${n === 0 ? "M" : "L"}${x(at)},${y(value)}`).join("")}"/>`
  )
  const label = escaped(`${title}, ${unit}`)
  const inside = [...grid, ...times, ...lines].join("")
  return `<svg class="${name}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${inside}</svg>`
}

export const lineChart = (chart: Chart): string => {
  const names = chart.series.map(({ name }, i) => `<span class="of-${i}">${escaped(name)}</span>`).join("")
  const pictures = sizes.map((size) => drawn(chart, size)).join("")
  return `<figure><figcaption>${escaped(chart.title)}, ${escaped(chart.unit)} ${names}</figcaption>${pictures}</figure>`
}
