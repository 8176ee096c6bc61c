/** What every answer carries: headers that keep a browser careful, and that nothing may be kept, for the next click of an editor changes it. */
import type { MiddlewareHandler } from "hono"
import { every } from "hono/combine"
import { secureHeaders } from "hono/secure-headers"

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"]
  },
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  xFrameOptions: "DENY"
})

const noStore: MiddlewareHandler = (context, next) => {
  context.header("Cache-Control", "no-store")
  return next()
}

export const carefulHeaders: MiddlewareHandler = every(headers, noStore)
