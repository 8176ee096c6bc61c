/** What the Long Poll server answers: events, silence after the wait, or one of the `failed` codes. */
import { randomBytes } from "node:crypto"
import type { EventQueue } from "./event-queue.ts"

/** VK does not say how many events one answer carries; more than this would only grow the answer. */
const eventsInAnswer = 1000
const maxWaitSeconds = 90
const defaultWaitSeconds = 25
const aMomentMs = 5000

export interface PollRequest {
  readonly key: string
  readonly ts: string
  readonly wait: string
  readonly signal: AbortSignal
}

export interface PollServer {
  readonly key: () => string
  readonly poll: (request: PollRequest) => Promise<string>
  /** A bot polls now, or did a moment ago. */
  readonly isListened: () => boolean
  /** Calls back once, when a bot asks with a right cursor and has heard of everything. */
  readonly onceCaughtUp: (tell: () => void) => void
  readonly expireKey: () => void
  readonly loseHistory: () => void
  readonly staleTs: () => void
  /** Lets every held request go, now and from now on. */
  readonly close: () => void
}

const newKey = (): string => randomBytes(20).toString("hex")

const waitSeconds = (wait: string): number => {
  const asked = Number(wait)
  if (wait === "" || !Number.isFinite(asked)) return defaultWaitSeconds
  return Math.min(maxWaitSeconds, Math.max(0, asked))
}

/** Resolves when the queue changes, the time is over or the client has gone. */
const changed = (queue: EventQueue, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      forget()
      signal.removeEventListener("abort", done)
      resolve()
    }
    const timer = setTimeout(done, Math.max(0, ms))
    const forget = queue.onChange(done)
    signal.addEventListener("abort", done)
  })

/** Whether anybody polls now, or did a moment ago. */
const makeAttendance = () => {
  let held = 0
  let lastPollAt = -Infinity
  return {
    during: async <A>(poll: Promise<A>): Promise<A> => {
      held++
      try {
        return await poll
      } finally {
        held--
        lastPollAt = performance.now()
      }
    },
    isListened: (): boolean => held > 0 || performance.now() - lastPollAt < aMomentMs
  }
}

export const makePollServer = (queue: EventQueue): PollServer => {
  let key = newKey()
  let stale = false
  let lost = false
  let closed = false
  const attendance = makeAttendance()
  let tellCaughtUp: (() => void) | undefined

  const stop =
    (flag: () => void): (() => void) =>
    () => {
      flag()
      queue.wakeAll()
    }

  /** The answer as it is now; nothing when there is something to wait for. */
  const answer = (request: PollRequest): string | undefined => {
    if (lost) {
      lost = false
      key = newKey()
      return `{"failed":3}`
    }
    if (request.key !== key) return `{"failed":2}`
    // VK gives the number itself here, and a string everywhere else.
    const freshStart = `{"failed":1,"ts":${queue.last()}}`
    if (stale) {
      stale = false
      return freshStart
    }
    if (!/^\d{1,15}$/.test(request.ts)) return freshStart
    const ts = Number(request.ts)
    const events = queue.after(ts, eventsInAnswer)
    if (events === "lost") return freshStart
    return events.length === 0 ? undefined : `{"ts":"${ts + events.length}","updates":[${events.join(",")}]}`
  }

  const hold = async (request: PollRequest): Promise<string> => {
    const deadline = performance.now() + waitSeconds(request.wait) * 1000
    for (;;) {
      const ready = answer(request)
      if (ready !== undefined) return ready
      if (tellCaughtUp !== undefined) {
        const tell = tellCaughtUp
        tellCaughtUp = undefined
        tell()
        continue
      }
      const left = deadline - performance.now()
      if (left <= 0 || closed || request.signal.aborted) return `{"ts":"${request.ts}","updates":[]}`
      await changed(queue, left, request.signal)
    }
  }

  return {
    key: () => key,
    poll: (request) => attendance.during(hold(request)),
    isListened: attendance.isListened,
    onceCaughtUp: (tell) => {
      tellCaughtUp = tell
    },
    expireKey: stop(() => {
      key = newKey()
    }),
    loseHistory: stop(() => {
      lost = true
      queue.forgetAll()
    }),
    staleTs: stop(() => {
      stale = true
    }),
    close: stop(() => {
      closed = true
    })
  }
}
