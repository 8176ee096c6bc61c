/** Lets a table play to its end: people, simulated players and deadlines, each at their time. */
import type { ChatInput } from "@znatoki/chat/chat-input"
import { type Mates, type Plan, planOf } from "./mates.ts"
import type { Rng } from "./rng.ts"
import type { Table } from "./table.ts"

export interface Pace {
  readonly nowMs: () => number
  /** Until `untilMs`, or until a person does something (which is returned). Null: time came. */
  readonly wait: (untilMs: number) => Promise<ChatInput | "quit" | null>
}

/** Nobody is waited for: whatever is next happens at once, at its own time. From 0. */
export const withoutWaiting = (): Pace => {
  let nowMs = 0
  return {
    nowMs: () => nowMs,
    wait: async (untilMs) => {
      nowMs = Math.max(nowMs, untilMs)
      return null
    }
  }
}

/** A game that nobody moves stops by its deadlines; this bounds the wait in a phase that has none. */
const patienceMs = 60_000

interface Planned {
  readonly atMs: number
  readonly input: Plan["input"]
}

export const playTable = async (table: Table, mates: Mates, rng: Rng, pace: Pace): Promise<"finished" | "quit"> => {
  let talk = { round: 0, remarks: 0 }
  const next = (): Planned | null => {
    const { state } = table
    if ("round" in state && state.round !== talk.round) talk = { round: state.round, remarks: 0 }
    const plan = planOf(state, mates, rng, talk.remarks)
    return plan === null ? null : { atMs: pace.nowMs() + plan.afterMs, input: plan.input }
  }
  let planned = next()
  while (table.state._tag !== "Finished") {
    const before = table.state
    const deadlineMs = table.deadlineMs ?? pace.nowMs() + patienceMs
    const moment = Math.min(planned?.atMs ?? deadlineMs, deadlineMs)
    const done = await pace.wait(moment)
    if (done === "quit") return "quit"
    if (done !== null) table.input(done, pace.nowMs())
    else if (planned !== null && planned.atMs <= deadlineMs) {
      if (planned.input._tag === "Wrote") talk.remarks++
      table.input(planned.input, pace.nowMs())
      planned = next()
      continue
    } else table.fireDeadline(pace.nowMs())
    if (table.state !== before) planned = next()
  }
  return "finished"
}
