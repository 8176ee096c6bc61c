/** Time as VK sees it, which whoever tests a bot may stop and set forward; and what waits for a moment of it. */
import type { Clock } from "./world.ts"

export interface ClockTurn {
  /** Forward at once; what became due meanwhile happens. */
  readonly jump_ms?: number
  /** Whether it stands still. */
  readonly frozen?: boolean
}

export interface ClockView {
  readonly now: number
  readonly frozen: boolean
  /** How much is to happen later, as Callback's new attempts are. */
  readonly waiting: number
}

export interface TurnedClock extends Clock {
  readonly turn: (turn: ClockTurn) => void
  readonly view: () => ClockView
  /** Does it when so much time has passed, unless that is called off first. */
  readonly after: (ms: number, action: () => void) => () => void
}

interface Waiting {
  readonly dueAt: number
  readonly action: () => void
}

/** Longer a timer of Node's cannot be; it is looked at again then. */
const timerMaxMs = 2 ** 31 - 1

export const makeTurnedClock = (clock: Clock): TurnedClock => {
  let aheadMs = 0
  let frozenAt: number | null = null
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<Waiting>()

  const now = (): number => frozenAt ?? clock.now() + aheadMs

  const arm = (): void => {
    clearTimeout(timer)
    const leftMs = Math.min(...Array.from(waiting, ({ dueAt }) => dueAt)) - now()
    if (leftMs <= 0 || (frozenAt === null && leftMs < Infinity)) {
      timer = setTimeout(look, Math.min(timerMaxMs, Math.max(0, leftMs)))
    }
  }

  /** First what was due first. */
  const look = (): void => {
    const due = [...waiting].filter(({ dueAt }) => dueAt <= now()).toSorted((a, b) => a.dueAt - b.dueAt)
    for (const each of due) if (waiting.delete(each)) each.action()
    arm()
  }

  return {
    now,
    view: () => ({ now: now(), frozen: frozenAt !== null, waiting: waiting.size }),
    turn: ({ frozen = frozenAt !== null, jump_ms = 0 }) => {
      const then = now() + jump_ms
      frozenAt = frozen ? then : null
      aheadMs = then - clock.now()
      look()
    },
    after: (ms, action) => {
      const mine = { dueAt: now() + ms, action }
      waiting.add(mine)
      arm()
      return () => {
        waiting.delete(mine)
        arm()
      }
    }
  }
}
