/** What `GET /sandbox/stats` counts. */

export interface StatsView {
  readonly calls: Readonly<Record<string, number>>
  readonly errors: Readonly<Record<string, number>>
  readonly rate_limit_hits: number
  readonly duplicates_dropped: number
  /** What a Callback server did not say `ok` to, however often it was told. */
  readonly events_given_up: number
  readonly events: number
  readonly messages: number
  readonly conversations: number
  /** A bot polls now, or did a moment ago. */
  readonly bot_online: boolean
}

export type Counted = Omit<StatsView, "bot_online" | "conversations" | "events">

/** A state of before has no such count. */
type Saved = Omit<Counted, "events_given_up"> & { readonly events_given_up?: number | undefined }

export interface Stats {
  readonly call: (method: string) => void
  readonly error: (code: number) => void
  readonly duplicate: () => void
  readonly givenUp: () => void
  readonly message: () => void
  readonly counted: () => Counted
}

/** A method's name comes from the client: beyond this many different ones they are counted together. */
const namesKept = 500
const rateLimitCode = 6

const bump = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export const makeStats = (saved?: Saved): Stats => {
  const calls = new Map(Object.entries(saved?.calls ?? {}))
  const errors = new Map(Object.entries(saved?.errors ?? {}).map(([code, count]) => [Number(code), count]))
  let duplicates = saved?.duplicates_dropped ?? 0
  let givenUp = saved?.events_given_up ?? 0
  let messages = saved?.messages ?? 0
  return {
    call: (method) => bump(calls, calls.has(method) || calls.size < namesKept ? method : "…"),
    error: (code) => bump(errors, code),
    duplicate: () => void duplicates++,
    givenUp: () => void givenUp++,
    message: () => void messages++,
    counted: () => ({
      calls: Object.fromEntries(calls),
      errors: Object.fromEntries(errors),
      rate_limit_hits: errors.get(rateLimitCode) ?? 0,
      duplicates_dropped: duplicates,
      events_given_up: givenUp,
      messages
    })
  }
}
