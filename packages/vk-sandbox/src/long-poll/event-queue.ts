/** The community's queue of events: a counter, what is still kept, and who waits for the next one. */
import type { Clock } from "../state/world.ts"

export interface Retention {
  readonly count: number
  readonly ms: number
}

export const defaultRetention: Retention = { count: 50_000, ms: 3_600_000 }

export interface KeptEvent {
  readonly json: string
  readonly at: number
}

export interface SavedQueue {
  /** The number of the last event. */
  readonly last: number
  readonly events: ReadonlyArray<KeptEvent>
}

export interface EventQueue {
  /** The number of the last event. */
  readonly last: () => number
  readonly append: (json: string) => void
  /** Events after a number, or "lost" when some of them are not kept any more, or never were. */
  readonly after: (ts: number, limit: number) => ReadonlyArray<string> | "lost"
  readonly forgetAll: () => void
  readonly keep: (retention: Retention) => void
  /** Calls back once, when something changes; the answer cancels. */
  readonly onChange: (wake: () => void) => () => void
  readonly wakeAll: () => void
  readonly save: () => SavedQueue
}

/** VK's counters never start from nothing; some clients take a zero for "no cursor yet". */
const fresh: SavedQueue = { last: 1, events: [] }

export const makeEventQueue = (clock: Clock, initial: Retention, saved = fresh): EventQueue => {
  let retention = initial
  let events = [...saved.events]
  let dropped = 0
  let last = saved.last
  const waiting = new Set<() => void>()

  const wakeAll = (): void => {
    const awake = [...waiting]
    waiting.clear()
    for (const wake of awake) wake()
  }

  const forgetOld = (): void => {
    const oldest = clock.now() - retention.ms
    while (dropped < events.length) {
      const head = events[dropped]
      if (head === undefined || (events.length - dropped <= retention.count && head.at > oldest)) break
      dropped++
    }
    if (dropped > 1000 && dropped * 2 > events.length) {
      events = events.slice(dropped)
      dropped = 0
    }
  }

  return {
    last: () => last,
    append: (json) => {
      events.push({ json, at: clock.now() })
      last++
      forgetOld()
      wakeAll()
    },
    after: (ts, limit) => {
      forgetOld()
      const kept = events.length - dropped
      const missed = last - ts
      if (missed < 0 || missed > kept) return "lost"
      const from = events.length - missed
      return events.slice(from, from + limit).map((event) => event.json)
    },
    forgetAll: () => {
      events = []
      dropped = 0
    },
    keep: (next) => {
      retention = next
      forgetOld()
    },
    onChange: (wake) => {
      waiting.add(wake)
      return () => waiting.delete(wake)
    },
    wakeAll,
    save: () => {
      forgetOld()
      return { last, events: events.slice(dropped) }
    }
  }
}
