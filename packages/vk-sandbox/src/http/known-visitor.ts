/**
 * Whether a request comes by a name that is ours, and from no page of another site. A page of anybody's can make the browser
 * of whoever opened it send requests here; and with a name of its own that it lets point to this machine, read the answers.
 */
import type { MiddlewareHandler } from "hono"
import { isLoopback } from "./loopback.ts"
import type { SandboxEnv } from "./connection.ts"

/** The name or address in a `Host`, without the port and the brackets; null if it is none. */
const nameIn = (host: string): string | null => {
  if (!/^(?:\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.test(host)) return null
  return host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase()
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const withoutPrefix = (address: string | undefined): string => (address ?? "").replace(/^::ffff:/i, "").toLowerCase()

interface Visit {
  readonly host: string
  readonly origin: string | undefined
  /** What a browser says of itself; it says no `Origin` with a picture or a link. */
  readonly site: string | undefined
  readonly isLink: boolean
}

const isForeign = ({ host, isLink, origin, site }: Visit): boolean => {
  if (origin !== undefined) return URL.parse(origin)?.host !== host.toLowerCase()
  return (site === "cross-site" || site === "same-site") && !isLink
}

/** `names`: those beside loopback and the address the request came in by. */
export const knownVisitor = (names: ReadonlyArray<string>): MiddlewareHandler<SandboxEnv> => {
  const known = new Set(names.map((name) => name.toLowerCase()))
  return async (c, next) => {
    const host = c.req.header("host") ?? ""
    const name = nameIn(host)
    const isOurs = (given: string): boolean =>
      known.has(given) || isLoopback(given) || given === withoutPrefix(c.env.incoming.socket.localAddress)
    if (name === null || !isOurs(name)) {
      return c.json({ error: "this sandbox does not go by that name; set ZNATOKI_ALLOWED_HOSTS to allow it" }, 421)
    }
    const visit: Visit = {
      host,
      origin: c.req.header("origin"),
      site: c.req.header("sec-fetch-site"),
      // Whoever follows a link to the web chat sees the chat; a method would act.
      isLink: c.req.method === "GET" && c.req.path === "/" && c.req.header("sec-fetch-mode") === "navigate"
    }
    return isForeign(visit) ? c.json({ error: "pages of other sites may not send requests here" }, 403) : next()
  }
}
