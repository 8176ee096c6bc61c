/** A connection after its answer: whoever still sends is read to the end, for a connection that closes on them takes the answer along. */
import type { IncomingMessage, RequestListener } from "node:http"

/** Of what nobody wants, this much is taken, for so long. */
const maxBytes = 64 * 1024 * 1024
const maxMs = 10_000

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0

const readOn = (incoming: IncomingMessage, done: () => void): void => {
  const { socket } = incoming
  const cut = setTimeout(() => socket.destroy(), maxMs)
  let bytes = 0
  // Who read it before holds it back as soon as they have enough.
  incoming.removeAllListeners("data")
  incoming.on("data", (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) socket.destroy()
  })
  incoming.once("close", () => clearTimeout(cut))
  incoming.once("end", done)
  incoming.resume()
}

/** Node closes a connection that is not kept alive with the answer: so it is kept, and closed when the body has ended. */
export const lingering =
  (listener: RequestListener): RequestListener =>
  (incoming, outgoing) => {
    if (hasBody(incoming)) {
      const isLast = !outgoing.shouldKeepAlive
      const done = (): void => {
        if (isLast) incoming.socket.destroySoon()
      }
      outgoing.shouldKeepAlive = true
      outgoing.once("finish", () => (incoming.complete ? done() : readOn(incoming, done)))
    }
    listener(incoming, outgoing)
  }
