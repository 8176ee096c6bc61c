/** What every answer carries: headers that keep a browser careful, and that nothing may be kept, for the next click of an editor changes it. */
import type { MiddlewareHandler } from "hono"
import { every } from "hono/combine"
import { NONCE, secureHeaders } from "hono/secure-headers"

/** Under this path are pages that have a style and a script of this server. */
export const pagesPath = "/games"
/** Here the API is told of, by a program of others. */
export const referencePath = "/reference"

const nothing = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"]
}
const ownFiles = { styleSrc: ["'self'"], scriptSrc: ["'self'"], connectSrc: ["'self'"] }

const headersWith = (
  contentSecurityPolicy: typeof nothing & Partial<typeof ownFiles & { readonly imgSrc: Array<string> }>
) =>
  secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: "max-age=31536000; includeSubDomains",
    xFrameOptions: "DENY"
  })
const bare = headersWith(nothing)
const ofPage = headersWith({ ...nothing, ...ownFiles })
/** Swagger UI draws its signs as `data:`. */
const ofReference = headersWith({ ...nothing, ...ownFiles, imgSrc: ["'self'", "data:"] })

/** Only scripts that carry the number of this very answer run, and nothing that was put into a page by its data becomes one. */
const ofDesk = secureHeaders({
  contentSecurityPolicy: {
    ...nothing,
    formAction: ["'self'"],
    scriptSrc: [NONCE],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["htmx"]
  },
  // Without a referrer a browser sends the forms of a page with the origin `null`.
  referrerPolicy: "same-origin",
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  xFrameOptions: "DENY"
})

const deskPath = /^\/(?:desk|sign-in|sign-out)(?:\/|$)/

const headersFor = (path: string): MiddlewareHandler => {
  if (deskPath.test(path)) return ofDesk
  if (`${path}/`.startsWith(`${referencePath}/`)) return ofReference
  return `${path}/`.startsWith(`${pagesPath}/`) ? ofPage : bare
}

const headers: MiddlewareHandler = (context, next) => headersFor(context.req.path)(context, next)

const noStore: MiddlewareHandler = (context, next) => {
  context.header("Cache-Control", "no-store")
  return next()
}

export const carefulHeaders: MiddlewareHandler = every(headers, noStore)
