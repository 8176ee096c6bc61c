/** A process in virtual time: its fibers and its clock. It can be killed between any two steps, or stand still. */
import { type Clock, Duration, Effect, type Fiber, type Scheduler } from "effect"
import type { VirtualTime } from "./virtual-time.ts"

const opsMax = 2_048

interface Run {
  readonly fromMs: number
  toMs: number
}

export class VirtualProcess {
  readonly startedMs: number
  readonly scheduler: Scheduler.Scheduler
  readonly clock: Clock.Clock
  readonly #time: VirtualTime
  #alive = true
  #skewMs: number
  #latestMs = 0
  readonly #runs: Array<Run>
  /** What waits for a process that stands still; null: it runs. */
  #held: Array<() => void> | null = null

  /** `skewMs`: how far its clock is ahead of the world's time. */
  constructor(time: VirtualTime, skewMs: number) {
    this.#time = time
    this.#skewMs = skewMs
    this.startedMs = time.nowMs
    this.#runs = [{ fromMs: time.nowMs, toMs: Infinity }]
    this.scheduler = {
      executionMode: "async",
      shouldYield: (fiber: Fiber.Fiber<unknown, unknown>) => fiber.currentOpCount >= opsMax,
      makeDispatcher: () => ({ scheduleTask: (task) => this.#soon(task), flush: () => {} })
    }
    const nanos = (): bigint => BigInt(this.nowMs) * 1_000_000n
    this.clock = {
      currentTimeMillisUnsafe: () => this.nowMs,
      currentTimeMillis: Effect.sync(() => this.nowMs),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: nanos,
      monotonicTimeNanos: Effect.sync(nanos),
      sleep: (duration) => this.#sleep(duration)
    }
  }

  get alive(): boolean {
    return this.#alive
  }

  /** What its clock shows. */
  get nowMs(): number {
    const nowMs = Math.floor(this.#time.nowMs + this.#skewMs)
    if (nowMs > this.#latestMs) this.#latestMs = nowMs
    return nowMs
  }

  /** The latest its clock ever showed: a clock may be set back. */
  get latestMs(): number {
    return Math.max(this.nowMs, this.#latestMs)
  }

  get isFrozen(): boolean {
    return this.#held !== null
  }

  /** As `kill -9`: not one step more. */
  kill(): void {
    this.#alive = false
    this.#endRun()
  }

  /** As `kill -STOP`: nothing goes on, and it does not know. */
  freeze(): void {
    this.#held ??= []
    this.#endRun()
  }

  /** When it ran, by the world's time; infinity: it does. */
  get runs(): ReadonlyArray<Run> {
    return this.#runs
  }

  thaw(): void {
    if (this.#held !== null && this.#alive) this.#runs.push({ fromMs: this.#time.nowMs, toMs: Infinity })
    const held = this.#held ?? []
    this.#held = null
    for (const run of held) this.#soon(run)
  }

  setClock(byMs: number): void {
    this.#skewMs += byMs
  }

  /** Goes on inside of this process, if it is still there by then. */
  resume(run: () => void): void {
    if (!this.#alive) return
    if (this.#held !== null) this.#held.push(run)
    else run()
  }

  #endRun(): void {
    const last = this.#runs.at(-1)
    if (last !== undefined) last.toMs = Math.min(last.toMs, this.#time.nowMs)
  }

  #soon(task: () => void): void {
    if (this.#alive) this.#time.soon(() => this.resume(task))
  }

  #sleep(duration: Duration.Duration): Effect.Effect<void> {
    return Effect.callback((resume) => {
      let isOver = false
      this.#time.after(Duration.toMillis(duration), () => {
        if (!isOver) this.resume(() => resume(Effect.void))
      })
      return Effect.sync(() => {
        isOver = true
      })
    })
  }
}
