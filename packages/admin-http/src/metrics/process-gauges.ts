/**
 * What the process takes of the machine. Names that Prometheus has for every program are used where there are any, so that
 * the rules and pages of others fit.
 */
import { counterOf, gaugeOf, secondsOf } from "@znatoki/ports/metrics"
import { Effect, Layer, Metric } from "effect"
import { monitorEventLoopDelay, performance, PerformanceObserver } from "node:perf_hooks"

const resident = gaugeOf("process_resident_memory_bytes", "Memory of the process")
const heapUsed = gaugeOf("nodejs_heap_size_used_bytes", "Memory of the JavaScript heap that is in use")
const outside = gaugeOf(
  "nodejs_external_memory_bytes",
  "Memory that JavaScript holds outside of its heap: buffers, threads' shares"
)
const startedAt = gaugeOf("process_start_time_seconds", "When the process started, since 1970")
const busy = gaugeOf(
  "nodejs_eventloop_utilization_ratio",
  "The share of time in which the event loop was busy, since it was asked last"
)
const delayMedian = gaugeOf(
  "nodejs_eventloop_lag_p50_seconds",
  "How late the event loop was at the median, since it was asked last"
)
const delayMost = gaugeOf(
  "nodejs_eventloop_lag_p99_seconds",
  "How late the event loop was at the 99th percentile, since it was asked last"
)
const cpu = counterOf("process_cpu_seconds_total", "Time of processors that the process took")
const collecting = secondsOf("nodejs_gc_duration_seconds", "Collections of garbage")

const nanosInSecond = 1_000_000_000
/** How often the delay is looked at. Node tells it with this time in it. */
const lookEveryMs = 10
const lagOf = (nanos: number): number => Math.max(0, nanos / nanosInSecond - lookEveryMs / 1_000)

/** Brings the gauges up to now; what is told since it was asked last is told to one who asks. */
export class ProcessGauges {
  readonly #delay = monitorEventLoopDelay({ resolution: lookEveryMs })
  #utilization = performance.eventLoopUtilization()
  #cpuSeconds = 0

  constructor() {
    this.#delay.enable()
  }

  readonly refresh = Effect.gen({ self: this }, function* () {
    const { external, heapUsed: heap, rss } = process.memoryUsage()
    const { system, user } = process.cpuUsage()
    const cpuSeconds = (system + user) / 1_000_000
    const before = this.#utilization
    this.#utilization = performance.eventLoopUtilization()
    yield* Metric.update(resident, rss)
    yield* Metric.update(heapUsed, heap)
    yield* Metric.update(outside, external)
    yield* Metric.update(startedAt, performance.timeOrigin / 1_000)
    yield* Metric.update(cpu, cpuSeconds - this.#cpuSeconds)
    yield* Metric.update(busy, performance.eventLoopUtilization(this.#utilization, before).utilization)
    yield* Metric.update(delayMedian, lagOf(this.#delay.percentile(50)))
    yield* Metric.update(delayMost, lagOf(this.#delay.percentile(99)))
    this.#cpuSeconds = cpuSeconds
    this.#delay.reset()
  })

  stop(): void {
    this.#delay.disable()
  }
}

/** Counts collections of garbage for as long as the layer lives. */
export const watchCollections = Layer.effectDiscard(
  Effect.gen(function* () {
    const context = yield* Effect.context()
    yield* Effect.acquireRelease(
      Effect.sync(() => {
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) collecting.updateUnsafe(duration / 1_000, context)
        })
        observer.observe({ entryTypes: ["gc"] })
        return observer
      }),
      (observer) => Effect.sync(() => observer.disconnect())
    )
  })
)
