/** One line of the report: what was measured, against what, and whether it came to what it should. */
import { loadavg } from "node:os"

export interface Row {
  readonly section: string
  readonly what: string
  /** Null: it could not be measured; the note says why. */
  readonly value: number | null
  readonly unit: string
  /** Null: told for information. */
  readonly toReach: { readonly value: number; readonly better: "more" | "less" } | null
  /** The figures behind a ratio. */
  readonly note: string
  /** Of the machine, when this was measured. */
  readonly load: number
}

export type Measured = Omit<Row, "section" | "load">

export const rowOf = (section: string, measured: Measured): Row => ({ section, ...measured, load: loadavg()[0] ?? 0 })

/** Null: nothing was to be reached. */
export const isReached = ({ toReach, value }: Row): boolean | null => {
  if (toReach === null) return null
  if (value === null) return false
  return toReach.better === "more" ? value >= toReach.value : value <= toReach.value
}

export const more = (value: number) => ({ value, better: "more" }) as const
export const less = (value: number) => ({ value, better: "less" }) as const

export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

export const whole = (value: number): string => Math.round(value).toLocaleString("en")
