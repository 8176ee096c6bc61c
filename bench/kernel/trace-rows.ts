/** What following events by traces costs: the processor time of an event with and without, in turns. */
import { sourceOf, type Task } from "@znatoki/kernel/play/task"
import { makeRecorder } from "@znatoki/cli/tracing/recorder"
import type { Recorder } from "@znatoki/ports/tracing"
import { Clock, Effect, Exit, Layer, Scope } from "effect"
import { FetchHttpClient } from "effect/http"
import { OtlpExporter, OtlpSerialization, OtlpTracer } from "effect/observability"
import { type Measured, median, more } from "../report/row.ts"
import type { BenchDatabase } from "./database.ts"
import { restlessLobby } from "./games.ts"
import { playHot } from "./hot-conversation.ts"
import { openOwnKernel, type OwnKernel } from "./own-kernel.ts"

/** Even: whoever comes first in one comes second in the next, and the two are one comparison. */
const turns = 24

/** A collector that takes everything at once: what it costs is not counted, what is sent to it is made. */
const taking: typeof fetch = () => Promise.resolve(new Response("{}"))

const recorderOf = (share: number, scope: Scope.Scope): Promise<Recorder> =>
  OtlpTracer.make({ url: "http://127.0.0.1/v1/traces", resource: { serviceName: "bench" } }).pipe(
    Effect.flatMap((tracer) =>
      Effect.map(Clock.Clock, (clock) => makeRecorder({ tracer, clock, share, chance: Math.random }))
    ),
    Effect.provide(Layer.mergeAll(OtlpExporter.layerFlusher, OtlpSerialization.layerJson, FetchHttpClient.layer)),
    Effect.provideService(FetchHttpClient.Fetch, taking),
    Scope.provide(scope),
    Effect.runPromise
  )

/** As whoever hears does it: the way begins there, and is over when the event is safe. */
const heard = (recorder: Recorder, task: Task): Task => {
  const span = recorder.begin({ name: "hear", kind: "consumer", about: { "znatoki.event": sourceOf(task) } })
  if (span === null) return task
  return {
    ...task,
    trace: span.trace,
    done: Effect.andThen(
      task.done,
      Effect.sync(() => span.end())
    )
  }
}

/** Microseconds of the processor, of this process. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { system, user } = process.cpuUsage(before)
  return system + user
}

const open = async (home: BenchDatabase, recorder: Recorder | null) => {
  const kernel = await openOwnKernel(home, { recorder })
  const through: OwnKernel =
    recorder === null
      ? kernel
      : { ...kernel, offer: (tasks) => kernel.offer(tasks.map((task) => heard(recorder, task))) }
  return { through, tookUs: new Array<number>() }
}

const inPairs = (tookUs: ReadonlyArray<number>): ReadonlyArray<number> =>
  tookUs.flatMap((us, turn) => (turn % 2 === 0 ? [us + (tookUs[turn + 1] ?? us)] : []))

const lobby = restlessLobby(10_000)
let conversation = 5_000

const rowOfShare = async (home: BenchDatabase, share: number): Promise<Measured> => {
  const scope = Scope.makeUnsafe()
  const [off, on] = [await open(home, null), await open(home, await recorderOf(share, scope))]
  for (let turn = 0; turn <= turns; turn++) {
    // Whoever follows the dearer one pays for its garbage: each does so in turn.
    for (const each of turn % 2 === 0 ? [off, on] : [on, off]) {
      const took = await cpuOf(() => playHot(each.through, lobby, conversation++))
      if (turn > 0) each.tookUs.push(took / lobby.length)
    }
  }
  await off.through.close()
  await on.through.close()
  await Effect.runPromise(Scope.close(scope, Exit.void))
  return {
    what: `events for the same processor time, ${share * 100} % of them traced`,
    value: median(inPairs(off.tookUs).map((us, pair) => us / (inPairs(on.tookUs)[pair] ?? us))),
    unit: "×",
    toReach: share < 1 ? more(0.99) : null,
    note: `${median(on.tookUs).toFixed(1)} µs an event, ${median(off.tookUs).toFixed(1)} where nothing is traced`
  }
}

export const traceRows = async (home: BenchDatabase): Promise<ReadonlyArray<Measured>> => [
  await rowOfShare(home, 0.01),
  await rowOfShare(home, 1)
]
