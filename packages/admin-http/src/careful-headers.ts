/** What every answer carries: headers that keep a browser careful, and that nothing may be kept, for the next click of an editor changes it. */
import type { MiddlewareHandler } from "hono"
import { every } from "hono/combine"
import { secureHeaders } from "hono/secure-headers"

/** Under this path are pages that have a style and a script of this server. */
export const pagesPath = "/games"

const nothing = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"]
}
const ownFiles = { styleSrc: ["'self'"], scriptSrc: ["'self'"], connectSrc: ["'self'"] }

const headersWith = (contentSecurityPolicy: typeof nothing & Partial<typeof ownFiles>) =>
  secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: "max-age=31536000; includeSubDomains",
    xFrameOptions: "DENY"
  })
const bare = headersWith(nothing)
const ofPage = headersWith({ ...nothing, ...ownFiles })

const headers: MiddlewareHandler = (context, next) =>
  (`${context.req.path}/`.startsWith(`${pagesPath}/`) ? ofPage : bare)(context, next)

const noStore: MiddlewareHandler = (context, next) => {
  context.header("Cache-Control", "no-store")
  return next()
}

export const carefulHeaders: MiddlewareHandler = every(headers, noStore)
