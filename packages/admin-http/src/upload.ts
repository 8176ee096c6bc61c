/** The bytes of a file that is the body of a request, in pieces: too many of them are refused as soon as they come. */
import { Effect } from "effect"
import type { AdminContext } from "./answer.ts"
import { malformed } from "./parse-request.ts"
import { Problem } from "./problem.ts"

export const uploadMedia = "application/octet-stream"
export const uploadMaxBytes = 100 * 1024 * 1024
/** A piece goes into the store at once. */
const pieceBytes = 1024 * 1024

const larger = (max: number): string =>
  max === uploadMaxBytes ? "; `znatoki questions import` takes larger ones." : "."
export const tooLarge = (max: number) =>
  new Problem({ kind: "body-too-large", detail: `The file may be ${max / 1024 / 1024} MiB at most${larger(max)}` })
const notBytes = () =>
  new Problem({ kind: "unsupported-media-type", detail: `Send the file itself as Content-Type: ${uploadMedia}.` })

/** Before anything is read. */
export const checkUpload = (context: AdminContext, max: number): Effect.Effect<void, Problem> => {
  const type = (context.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase()
  if (type !== uploadMedia || context.req.header("Content-Encoding") !== undefined) return Effect.fail(notBytes())
  const length = Number(context.req.header("Content-Length") ?? 0)
  return length > max ? Effect.fail(tooLarge(max)) : Effect.void
}

/** Gives each piece to `take`, in order. */
export const takeUpload = <E, R>(
  context: AdminContext,
  max: number,
  take: (piece: Uint8Array) => Effect.Effect<void, E, R>
): Effect.Effect<number, Problem | E, R> =>
  Effect.gen(function* () {
    const reader = context.req.raw.body?.getReader()
    let held: Array<Uint8Array> = []
    let [size, total] = [0, 0]
    const flush = Effect.suspend(() => {
      const piece = Buffer.concat(held)
      held = []
      size = 0
      return piece.length === 0 ? Effect.void : take(piece)
    })
    if (reader === undefined) return 0
    for (;;) {
      const { done, value } = yield* Effect.tryPromise({
        try: () => reader.read(),
        catch: () => malformed("The body broke off.")
      })
      if (done) break
      total += value.length
      if (total > max) return yield* tooLarge(max)
      held.push(value)
      size += value.length
      if (size >= pieceBytes) yield* flush
    }
    yield* flush
    return total
  })
