/** The sandbox's control API over HTTP: what people in the conversations do and see. */
import type { Seen } from "../../src/people/seen.ts"

export interface Snackbar {
  readonly event_id: string
  readonly user_id: number
  readonly text: string
}

export interface Chat {
  readonly items: ReadonlyArray<Seen>
  readonly snackbars: ReadonlyArray<Snackbar>
  readonly keyboard: Seen["keyboard"]
}

export interface Stats {
  readonly calls: Readonly<Record<string, number>>
  readonly errors: Readonly<Record<string, number>>
  readonly rate_limit_hits: number
  readonly duplicates_dropped: number
}

export type ControlCall = <A>(url: string, method: string, path: string, body?: unknown) => Promise<A>

/** Tests say what they expect of an answer by its type, and prove it by their assertions. */
export const callControl: ControlCall = async <A>(url: string, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${url}/sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  if (!response.ok)
    throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${response.status} ${await response.text()}`)
  return (await response.json()) as A
}
