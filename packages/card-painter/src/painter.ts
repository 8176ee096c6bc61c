/**
 * Cards drawn in a thread that is there only while there is something to draw: its letters and shapes take some seventy megabytes,
 * and most of the time no game ends.
 */
import { CardPainter, CardTrouble } from "@znatoki/ports/card-painter"
import { Deferred, Effect, Fiber, Layer, Semaphore } from "effect"
import { Worker } from "node:worker_threads"
import type { Drawn, Order } from "./orders.ts"

/** Far beyond what a card takes on a busy machine. */
const patience = "20 seconds"

interface Options {
  /** How long an idle thread is kept. */
  readonly idleMs?: number
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, Deferred.Deferred<Uint8Array, CardTrouble>>
}

const started = (onEnd: (thread: Thread) => void): Thread => {
  const worker = new Worker(new URL("painter-thread.ts", import.meta.url))
  // Nobody waits for a card when everything else is over.
  worker.unref()
  const thread: Thread = { worker, waiting: new Map() }
  const end = (reason: string): void => {
    onEnd(thread)
    for (const waits of thread.waiting.values()) Deferred.doneUnsafe(waits, Effect.fail(new CardTrouble({ reason })))
    thread.waiting.clear()
  }
  worker.on("message", (drawn: Drawn) => {
    const waits = thread.waiting.get(drawn.number)
    if (waits === undefined) return
    const result = "png" in drawn ? Effect.succeed(drawn.png) : Effect.fail(new CardTrouble({ reason: drawn.problem }))
    Deferred.doneUnsafe(waits, result)
  })
  worker.on("error", ({ message }) => end(message))
  worker.on("exit", () => end("the thread that draws has ended"))
  return thread
}

export const layerOf = ({ idleMs = 60_000 }: Options = {}) =>
  Layer.effect(
    CardPainter,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const one = Semaphore.makeUnsafe(1)
      let thread: Thread | null = null
      let idle: Fiber.Fiber<void> | null = null
      let orders = 0

      const stop = Effect.suspend(() => {
        const ended = thread
        thread = null
        return ended === null ? Effect.void : Effect.promise(() => ended.worker.terminate())
      })
      yield* Effect.addFinalizer(() => stop)

      const forget = (ended: Thread): void => {
        if (thread === ended) thread = null
      }

      const ask = (order: Omit<Order, "number">) =>
        Effect.suspend(() => {
          const number = orders++
          const asked = (thread ??= started(forget))
          const waits = Deferred.makeUnsafe<Uint8Array, CardTrouble>()
          asked.waiting.set(number, waits)
          asked.worker.postMessage({ ...order, number } satisfies Order)
          return Deferred.await(waits).pipe(
            Effect.timeoutOrElse({
              duration: patience,
              // One that hangs draws nothing for the next one either.
              orElse: () => Effect.andThen(stop, Effect.fail(new CardTrouble({ reason: "it is not drawn in time" })))
            }),
            Effect.ensuring(Effect.sync(() => asked.waiting.delete(number)))
          )
        })

      const rest = Effect.gen(function* () {
        if (idle !== null) yield* Fiber.interrupt(idle)
        idle = yield* one.withPermit(stop).pipe(Effect.delay(idleMs), Effect.forkIn(scope))
      })

      return {
        paint: (card, scheme) => one.withPermit(ask({ card, scheme })).pipe(Effect.ensuring(rest))
      }
    })
  )

export const layer = layerOf()
