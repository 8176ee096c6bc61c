/**
 * Pictures made in a few threads, which are there only while there is something to make: what they have taken of memory they give
 * back by ending.
 */
import { PictureCleaner, pictureBytesMax, PictureRefused } from "@znatoki/ports/picture-cleaner"
import { Effect, Fiber, Layer, Semaphore } from "effect"
import { Worker } from "node:worker_threads"
import { fileKind } from "./file-kind.ts"
import type { Made, Order } from "./orders.ts"

/** Far beyond what the largest picture takes on a busy machine. */
const patience = "30 seconds"

const ownScript = new URL("cleaner-thread.ts", import.meta.url)

interface Options {
  /** At once. */
  readonly threads?: number
  /** How long threads are kept that have nothing to do. */
  readonly idleMs?: number
  /** What a thread runs. */
  readonly script?: URL
}

const refused = (reason: string) => new PictureRefused({ reason, again: false })
const failed = (reason: string) => new PictureRefused({ reason, again: true })

interface Thread {
  readonly worker: Worker
  /** Null: nobody waits for it. */
  answer: ((made: Effect.Effect<Made, PictureRefused>) => void) | null
}

const begun = (script: URL): Thread => {
  const worker = new Worker(script)
  // Nobody waits for a picture when everything else is over.
  worker.unref()
  const thread: Thread = { worker, answer: null }
  const fail = (): void => thread.answer?.(Effect.fail(failed("it could not be read")))
  worker.on("message", (made: Made) => thread.answer?.(Effect.succeed(made)))
  worker.on("error", fail)
  worker.on("exit", fail)
  return thread
}

const ask = (thread: Thread, order: Order): Effect.Effect<Made, PictureRefused> =>
  Effect.callback<Made, PictureRefused>((resume) => {
    thread.answer = resume
    thread.worker.postMessage(order)
  }).pipe(
    Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.fail(failed("it was not read in time")) }),
    Effect.ensuring(Effect.sync(() => (thread.answer = null)))
  )

const ended = ({ worker }: Thread) => Effect.promise(() => worker.terminate())

export const layerOf = ({ idleMs = 10_000, script = ownScript, threads = 2 }: Options = {}) =>
  Layer.effect(
    PictureCleaner,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const places = Semaphore.makeUnsafe(threads)
      const free: Array<Thread> = []
      let rests: Fiber.Fiber<void> | null = null

      const endFree = Effect.suspend(() => Effect.forEach(free.splice(0), ended, { discard: true }))
      yield* Effect.addFinalizer(() => endFree)

      /** One that failed or hangs is ended: the next order gets a new one. */
      const made = (order: Order) =>
        Effect.acquireUseRelease(
          Effect.sync(() => free.pop() ?? begun(script)),
          (thread) => ask(thread, order),
          (thread, exit) => (exit._tag === "Success" ? Effect.sync(() => void free.push(thread)) : ended(thread))
        ).pipe(
          Effect.flatMap((said) =>
            "picture" in said ? Effect.succeed(said.picture) : Effect.fail(refused(said.refused))
          )
        )

      const rest = Effect.gen(function* () {
        if (rests !== null) yield* Fiber.interrupt(rests)
        rests = yield* endFree.pipe(Effect.delay(idleMs), Effect.forkIn(scope))
      })

      return {
        clean: (file) => {
          if (file.length > pictureBytesMax)
            return Effect.fail(refused(`it has more than ${pictureBytesMax / 1024 / 1024} MB`))
          const kind = fileKind(file)
          if (kind === null) return Effect.fail(refused("it is neither JPEG nor PNG, GIF or WebP"))
          return places.withPermit(made({ kind, file })).pipe(Effect.ensuring(rest))
        }
      }
    })
  )

export const layer = layerOf()
