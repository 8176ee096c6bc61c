/**
 * Cards drawn by a process that is there only while there is something to draw: letters and shapes take some hundred megabytes, most
 * of the time no game ends, and only the end of a process gives memory back. A thread that had ended kept nearly all of it.
 */
import { CardPainter, CardTrouble } from "@znatoki/ports/card-painter"
import { Deferred, Effect, Fiber, Layer, Semaphore } from "effect"
import { type ChildProcess, fork } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Drawn, Order } from "./orders.ts"

/** Far beyond what a card takes on a busy machine. */
const patience = "20 seconds"

/** What a card takes is collected in time, and not when there is no room. */
const frugal = ["--max-old-space-size=96", "--max-semi-space-size=2"]

interface Options {
  /** How long an idle process is kept. */
  readonly idleMs?: number
  /** How many cards one draws before another takes its place: what grows in it is bounded so. */
  readonly cardsMax?: number
}

interface Drawer {
  readonly child: ChildProcess
  readonly waiting: Map<number, Deferred.Deferred<Uint8Array, CardTrouble>>
  cards: number
}

const started = (onEnd: (drawer: Drawer) => void): Drawer => {
  const child = fork(fileURLToPath(new URL("painter-process.ts", import.meta.url)), [], {
    execArgv: frugal,
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"]
  })
  // Nobody waits for a card when everything else is over.
  child.unref()
  child.channel?.unref()
  const drawer: Drawer = { child, waiting: new Map(), cards: 0 }
  const end = (reason: string): void => {
    onEnd(drawer)
    for (const waits of drawer.waiting.values()) Deferred.doneUnsafe(waits, Effect.fail(new CardTrouble({ reason })))
    drawer.waiting.clear()
  }
  child.on("message", (message: unknown) => {
    const drawn = message as Drawn
    const waits = drawer.waiting.get(drawn.number)
    if (waits === undefined) return
    const result = "png" in drawn ? Effect.succeed(drawn.png) : Effect.fail(new CardTrouble({ reason: drawn.problem }))
    Deferred.doneUnsafe(waits, result)
  })
  child.on("error", ({ message }) => end(message))
  child.on("exit", () => end("the process that draws has ended"))
  return drawer
}

export const layerOf = ({ cardsMax = 500, idleMs = 60_000 }: Options = {}) =>
  Layer.effect(
    CardPainter,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const one = Semaphore.makeUnsafe(1)
      let drawer: Drawer | null = null
      let idle: Fiber.Fiber<void> | null = null
      let orders = 0

      const stop = Effect.sync(() => {
        const ended = drawer
        drawer = null
        ended?.child.kill("SIGKILL")
      })
      yield* Effect.addFinalizer(() => stop)

      const forget = (ended: Drawer): void => {
        if (drawer === ended) drawer = null
      }

      const ask = (order: Omit<Order, "number">) =>
        Effect.suspend(() => {
          const number = orders++
          const asked = (drawer ??= started(forget))
          const waits = Deferred.makeUnsafe<Uint8Array, CardTrouble>()
          asked.waiting.set(number, waits)
          // One that ends meanwhile says so by its end.
          asked.child.send({ ...order, number } satisfies Order, () => {})
          asked.cards++
          return Deferred.await(waits).pipe(
            Effect.timeoutOrElse({
              duration: patience,
              // One that hangs draws nothing for the next one either.
              orElse: () => Effect.andThen(stop, Effect.fail(new CardTrouble({ reason: "it is not drawn in time" })))
            }),
            Effect.ensuring(
              Effect.suspend(() => {
                asked.waiting.delete(number)
                return asked.cards >= cardsMax && drawer === asked ? stop : Effect.void
              })
            )
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
