/** Who may use the API and see the pages: whoever sends the admin token. Only its SHA-256 is kept, and hashes are compared in constant time. */
import { Redacted } from "effect"
import type { MiddlewareHandler } from "hono"
import type { AdminEnv } from "../answer.ts"
import { createHash, timingSafeEqual } from "node:crypto"
import { addressOf } from "../address-of.ts"
import { Problem, problemResponse } from "../problem.ts"
import { SlowDown } from "./slow-down.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest()

/** A browser knows no other way to ask its user than `Basic`; what changes anything is never open to what a browser sends by itself. */
export type Scheme = "Bearer" | "Basic"

const bearer = /^Bearer +([\x21-\x7e]+)$/i
const basic = /^Basic +([A-Za-z0-9+/]+=*)$/i

/** Of `Basic` the password; the name is anybody's. */
const tokenIn: { readonly [Name in Scheme]: (header: string) => string | undefined } = {
  Bearer: (header) => bearer.exec(header)?.[1],
  Basic: (header) => {
    const encoded = basic.exec(header)?.[1] ?? ""
    return /^[^:]*:([^]*)$/.exec(Buffer.from(encoded, "base64").toString("utf8"))?.[1]
  }
}

const refusal = (detail: string, challenge: string) =>
  new Problem({ kind: "unauthorized", detail, headers: { "WWW-Authenticate": challenge } })

const missing = {
  Bearer: refusal("Send the header Authorization: Bearer <ADMIN_TOKEN>.", 'Bearer realm="znatoki"'),
  Basic: refusal("Give any name, and ADMIN_TOKEN as the password.", 'Basic realm="znatoki"')
}
const wrong = {
  Bearer: refusal("The token is not the right one.", 'Bearer realm="znatoki", error="invalid_token"'),
  Basic: refusal("The token is not the right one.", 'Basic realm="znatoki"')
}
const tooMany = new Problem({
  kind: "too-many-attempts",
  detail: "Wrong tokens of this address are still being answered. Try again soon.",
  headers: { "Retry-After": "2" }
})

export interface TokenOptions {
  readonly token: Redacted.Redacted<string>
  readonly pause: (ms: number) => Promise<void>
  readonly scheme: Scheme
}

/** An empty `token` lets nobody in: the header cannot carry it. */
export const requireToken = ({ pause, scheme, token }: TokenOptions): MiddlewareHandler<AdminEnv> => {
  const expected = sha256(Redacted.value(token))
  const slowDown = new SlowDown(pause)
  return async (context, next) => {
    const given = tokenIn[scheme](context.req.header("Authorization") ?? "")
    if (given === undefined) return problemResponse(context, missing[scheme])
    const address = addressOf(context)
    if (!slowDown.mayTry(address)) return problemResponse(context, tooMany)
    if (timingSafeEqual(sha256(given), expected)) {
      slowDown.passed(address)
      context.set("who", { name: "ADMIN_TOKEN", role: "owner" })
      return next()
    }
    await slowDown.failed(address)
    return problemResponse(context, wrong[scheme])
  }
}
