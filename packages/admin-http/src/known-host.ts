/**
 * Whether a request comes by a name that is ours, and from no page of another site. A page of anybody's can make the browser
 * of whoever opened it send requests here; and with a name of its own that it lets point to this machine, read the answers.
 */
import type { HttpBindings } from "@hono/node-server"
import type { Context, MiddlewareHandler } from "hono"
import { isIP } from "node:net"
import { Problem, problemResponse } from "./problem.ts"

/** The name or address in a `Host`, without the port and the brackets; null if it is none. */
const nameIn = (host: string): string | null => {
  if (!/^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(host)) return null
  return host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase()
}

const isLoopback = (name: string): boolean =>
  name === "localhost" || name.endsWith(".localhost") || name === "::1" || (isIP(name) === 4 && name.startsWith("127."))

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const withoutPrefix = (address: string | undefined): string => (address ?? "").replace(/^::ffff:/i, "").toLowerCase()

const unknownHost = new Problem({
  kind: "unknown-host",
  detail:
    "This server does not go by that name. Use the address it listens on, or add the name to ZNATOKI_ALLOWED_HOSTS."
})
const foreignSite = new Problem({ kind: "foreign-site", detail: "Pages of other sites may not send requests here." })

/** Null: it may come in. `names`: those beside loopback and the address the request came in by. */
export const hostRefusal = (names: ReadonlyArray<string>) => {
  const known = new Set(names.map((name) => name.toLowerCase()))
  return (context: Context): Problem | null => {
    const host = context.req.header("Host") ?? new URL(context.req.url).host
    const name = nameIn(host)
    const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
    const isOurs = (given: string) =>
      known.has(given) || isLoopback(given) || given === withoutPrefix(incoming?.socket.localAddress)
    if (name === null || !isOurs(name)) return unknownHost
    const origin = context.req.header("Origin")
    return origin !== undefined && URL.parse(origin)?.host !== host.toLowerCase() ? foreignSite : null
  }
}

export const knownHost = (names: ReadonlyArray<string>): MiddlewareHandler => {
  const refusalOf = hostRefusal(names)
  return async (context, next) => {
    const refusal = refusalOf(context)
    return refusal === null ? next() : problemResponse(context, refusal)
  }
}
