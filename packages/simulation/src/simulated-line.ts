/** The line of events between processes, as a broker has it: what is not done is sent again, to whoever owns it then. */
import { type Carried, type EventLine, type Owner } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import { partitionOf, type Slice } from "@znatoki/ports/slice"
import { Effect } from "effect"
import { type Messages, runIn } from "./messages.ts"
import type { Surroundings } from "./surroundings.ts"
import type { VirtualProcess } from "./virtual-process.ts"

interface Kept {
  readonly event: Carried
  readonly by: VirtualProcess
  sentMs: number
}

interface Served {
  readonly process: VirtualProcess
  readonly slice: Slice
  readonly owner: Owner
}

/** What is told when all of these are done, for they may be on their way still. */
interface Barrier {
  readonly by: VirtualProcess
  readonly before: ReadonlySet<Kept>
  readonly hearing: Hearing
}

const againMs = 2_000
/** So many events of one publisher are on their way at most. */
const keptMax = 200
const roomMs = 20

const partition = ({ event }: Kept): number =>
  partitionOf(event._tag === "Chat" ? event.incoming.conversation : event.conversation)

export class SimulatedLine {
  readonly #around: Surroundings
  readonly #messages: Messages
  readonly #kept = new Set<Kept>()
  #served: ReadonlyArray<Served> = []
  #barriers: ReadonlyArray<Barrier> = []
  #asked: ReadonlyArray<{ readonly process: VirtualProcess; readonly answer: Effect.Effect<void> }> = []
  #everTold = false

  constructor(around: Surroundings, messages: Messages) {
    this.#around = around
    this.#messages = messages
  }

  portOf(process: VirtualProcess): EventLine["Service"] {
    return {
      publish: (event) => this.#publish({ event, by: process, sentMs: 0 }),
      tell: (hearing) => Effect.sync(() => this.#tell(process, hearing)),
      whenAsked: (answer) =>
        Effect.acquireRelease(
          Effect.sync(() => {
            this.#sendAgain(process)
            this.#asked = [...this.#asked, { process, answer }]
          }),
          () =>
            Effect.sync(() => {
              this.#asked = this.#asked.filter((each) => each.answer !== answer)
            })
        ),
      serve: (slice, owner) => {
        const served = { process, slice, owner }
        return Effect.acquireRelease(
          Effect.sync(() => this.#enter(served)),
          () =>
            Effect.sync(() => {
              this.#served = this.#served.filter((each) => each !== served)
            })
        )
      },
      ask: Effect.sync(() => {
        for (const each of this.#asked) this.#messages.send(each.process, () => runIn(each.process, each.answer))
      })
    }
  }

  #publish(kept: Kept): Effect.Effect<void> {
    return Effect.suspend(() => {
      if ([...this.#kept].filter(({ by }) => by === kept.by).length >= keptMax) {
        return Effect.delay(this.#publish(kept), roomMs)
      }
      this.#kept.add(kept)
      this.#send(kept)
      return Effect.void
    })
  }

  /** Nothing of a publisher that died is sent again: its successor reads it anew. */
  #sendAgain(process: VirtualProcess): void {
    this.#around.time.after(againMs, () => {
      const { nowMs } = this.#around.time
      for (const kept of this.#kept) {
        if (!kept.by.alive) this.#kept.delete(kept)
        else if (kept.by === process && kept.sentMs <= nowMs - againMs) this.#send(kept)
      }
      this.#passBarriers()
      if (process.alive) this.#sendAgain(process)
    })
  }

  /** To whoever came last, where several believe that they own it. */
  #send(kept: Kept): void {
    kept.sentMs = this.#around.time.nowMs
    const served = this.#served.findLast(({ process, slice }) => process.alive && slice.includes(partition(kept)))
    if (served === undefined) return
    const done = Effect.sync(() => this.#messages.send(kept.by, () => this.#done(kept)))
    this.#messages.send(served.process, () => {
      if (this.#served.includes(served)) runIn(served.process, served.owner.take({ ...kept.event, done }))
    })
  }

  #done(kept: Kept): void {
    if (!this.#kept.delete(kept)) return
    runIn(kept.by, kept.event.done)
    this.#passBarriers()
  }

  #enter(served: Served): void {
    this.#served = [...this.#served, served]
    if (this.#everTold) served.owner.hear({ _tag: "Deaf", sinceMs: served.process.nowMs })
    for (const kept of this.#kept) if (served.slice.includes(partition(kept))) this.#send(kept)
  }

  #tell(by: VirtualProcess, hearing: Hearing): void {
    this.#everTold = true
    if (hearing._tag === "HeardUntil") {
      const before = new Set([...this.#kept].filter((kept) => kept.by === by))
      this.#barriers = [...this.#barriers, { by, before, hearing }]
      return this.#passBarriers()
    }
    // What was heard before is not what is heard now.
    this.#barriers = this.#barriers.filter((barrier) => barrier.by !== by)
    this.#spread(hearing)
  }

  #passBarriers(): void {
    const isPassed = ({ before }: Barrier): boolean => ![...before].some((kept) => this.#kept.has(kept))
    const passed = this.#barriers.filter(isPassed)
    if (passed.length === 0) return
    this.#barriers = this.#barriers.filter((barrier) => !passed.includes(barrier))
    for (const { by, hearing } of passed) if (by.alive) this.#spread(hearing)
  }

  #spread(hearing: Hearing): void {
    for (const served of this.#served) {
      this.#messages.sendInOrder(served.process, () => {
        if (this.#served.includes(served)) served.owner.hear(hearing)
      })
    }
  }
}
