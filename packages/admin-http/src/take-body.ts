/** The body of a request: taken as far as it may go, and to its end even when nobody wants it. */
import type { MiddlewareHandler } from "hono"
import { Problem, problemResponse } from "./problem.ts"

/** Of what nobody wants, this much is taken in before the answer goes and the connection is closed. */
const unwantedMaxBytes = 64 * 1024 * 1024

type Body = ReadableStream<Uint8Array>

/** Reads on and throws away; false when there was too much of it. */
const discard = async (body: Body, bytes = 0): Promise<boolean> => {
  const reader = body.getReader()
  for (let taken = bytes; taken <= unwantedMaxBytes;) {
    const { done, value } = await reader.read()
    if (done) return true
    taken += value.length
  }
  return false
}

/**
 * Whoever is refused while they still send would be cut off, and never read why: the answer waits for the end of the body.
 * The server's limit of time for a whole request holds here too.
 */
export const takeUnwanted: MiddlewareHandler = async (context, next) => {
  await next()
  const { body, bodyUsed } = context.req.raw
  if (body === null || bodyUsed || body.locked) return
  const taken = await discard(body).catch(() => true)
  if (!taken) context.header("Connection", "close")
}

/** Null: too large. */
const readAtMost = async (body: Body, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> => {
  const reader = body.getReader()
  const chunks: Array<Uint8Array> = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(Buffer.concat(chunks))
    bytes += value.length
    if (bytes > maxBytes) break
    chunks.push(value)
  }
  reader.releaseLock()
  await discard(body, bytes)
  return null
}

const tooLarge = (maxBytes: number) =>
  new Problem({ kind: "body-too-large", detail: `The body may be ${maxBytes / 1024} KiB at most.` })

/** A length that is told is believed, for Node holds the sender to it. */
export const limitBody =
  (maxBytes: number): MiddlewareHandler =>
  async (context, next) => {
    const { body, headers } = context.req.raw
    if (body === null) return next()
    const isTold = headers.has("Content-Length") && !headers.has("Transfer-Encoding")
    if (isTold) {
      return Number(headers.get("Content-Length")) > maxBytes ? problemResponse(context, tooLarge(maxBytes)) : next()
    }
    const bytes = await readAtMost(body, maxBytes).catch(() => new Uint8Array())
    if (bytes === null) return problemResponse(context, tooLarge(maxBytes))
    context.req.raw = new Request(context.req.raw, { method: context.req.method, body: bytes })
    return next()
  }
