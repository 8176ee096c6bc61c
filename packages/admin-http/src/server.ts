/** The app on a port, for as long as the scope lives. */
import { getRequestListener } from "@hono/node-server"
import { Effect, Schema } from "effect"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { lingering } from "./linger.ts"
import { refusal, refuseUnparsed } from "./refuse-unparsed.ts"

export class PortInUse extends Schema.TaggedError<PortInUse>()("PortInUse", { port: Schema.Int }) {
  override get message() {
    return `Port ${this.port} is taken by another program`
  }
}

/** Not allowed here, no such address, or the like: the configuration has to change. */
export class CannotListen extends Schema.TaggedError<CannotListen>()("CannotListen", {
  host: Schema.String,
  port: Schema.Int,
  code: Schema.String
}) {
  override get message() {
    return `Cannot listen on ${this.host}:${this.port} (${this.code})`
  }
}

export interface ListenOptions {
  /** 0: any free one. */
  readonly port: number
  readonly host?: string
  /** How long a request that is under way may take to finish when the scope closes. */
  readonly graceMs?: number
}

interface Fetcher {
  readonly fetch: Parameters<typeof getRequestListener>[0]
}

const failure = (error: NodeJS.ErrnoException, host: string, port: number) =>
  error.code === "EADDRINUSE"
    ? new PortInUse({ port })
    : new CannotListen({ host, port, code: error.code ?? error.message })

const open = (app: Fetcher, host: string, port: number) =>
  Effect.callback<Server, PortInUse | CannotListen>((resume) => {
    const options = { errorHandler: () => refusal("malformed-request"), autoCleanupIncoming: false }
    const answer = lingering(getRequestListener(app.fetch, options))
    // A request without a host and one with wishes nobody knows would be refused by Node itself, without a word.
    const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, requireHostHeader: false }, answer)
    server.on("checkExpectation", answer)
    server.on("clientError", (error, socket) => void refuseUnparsed(error, socket))
    server.once("error", (error) => resume(Effect.fail(failure(error, host, port))))
    server.listen(port, host, () => resume(Effect.succeed(server)))
  })

/** A connection whose last answer has just gone out would be kept alive: it is looked for again and again. */
const idleCheckMs = 25

const close = (server: Server, graceMs: number) =>
  Effect.callback<void>((resume) => {
    const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs)
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resume(Effect.void)
    })
  })

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === "object" && address !== null

export const listen = Effect.fn("admin.listen")(function* (
  app: Fetcher,
  { port, host = "127.0.0.1", graceMs = 4_000 }: ListenOptions
) {
  const server = yield* Effect.acquireRelease(open(app, host, port), (server) => close(server, graceMs))
  const address = server.address()
  const bound = isAddress(address) ? address.port : port
  const name = host.includes(":") ? `[${host}]` : host
  return { url: `http://${name}:${bound}` }
})
