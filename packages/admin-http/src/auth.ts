/** Who may use the API: whoever sends the admin token. Only its SHA-256 is kept, and hashes are compared in constant time. */
import { Redacted } from "effect"
import type { MiddlewareHandler } from "hono"
import { createHash, timingSafeEqual } from "node:crypto"
import { addressOf } from "./address-of.ts"
import { Problem, problemResponse } from "./problem.ts"
import { SlowDown } from "./slow-down.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest()

const bearer = /^Bearer +([\x21-\x7e]+)$/i

const refusal = (detail: string, challenge: string) =>
  new Problem({ kind: "unauthorized", detail, headers: { "WWW-Authenticate": challenge } })

const missing = refusal("Send the header Authorization: Bearer <ADMIN_TOKEN>.", 'Bearer realm="znatoki"')
const wrong = refusal("The token is not the right one.", 'Bearer realm="znatoki", error="invalid_token"')
const tooMany = new Problem({
  kind: "too-many-attempts",
  detail: "Wrong tokens of this address are still being answered. Try again soon.",
  headers: { "Retry-After": "2" }
})

export interface TokenOptions {
  readonly token: Redacted.Redacted<string>
  readonly pause: (ms: number) => Promise<void>
}

/** An empty `token` lets nobody in: the header cannot carry it. */
export const requireToken = ({ pause, token }: TokenOptions): MiddlewareHandler => {
  const expected = sha256(Redacted.value(token))
  const slowDown = new SlowDown(pause)
  return async (context, next) => {
    const given = bearer.exec(context.req.header("Authorization") ?? "")?.[1]
    if (given === undefined) return problemResponse(context, missing)
    const address = addressOf(context)
    if (!slowDown.mayTry(address)) return problemResponse(context, tooMany)
    if (timingSafeEqual(sha256(given), expected)) {
      slowDown.passed(address)
      return next()
    }
    await slowDown.failed(address)
    return problemResponse(context, wrong)
  }
}
