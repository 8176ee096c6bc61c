/** Who may use the API: whoever sends the admin token. Only its SHA-256 is kept, and hashes are compared in constant time. */
import { Redacted } from "effect"
import type { MiddlewareHandler } from "hono"
import { createHash, timingSafeEqual } from "node:crypto"
import { Problem, problemResponse } from "./problem.ts"

const sha256 = (text: string) => createHash("sha256").update(text).digest()

const bearer = /^Bearer +([\x21-\x7e]+)$/i

const refusal = (detail: string, challenge: string) =>
  new Problem({ kind: "unauthorized", detail, headers: { "WWW-Authenticate": challenge } })

const missing = refusal("Send the header Authorization: Bearer <ADMIN_TOKEN>.", 'Bearer realm="znatoki"')
const wrong = refusal("The token is not the right one.", 'Bearer realm="znatoki", error="invalid_token"')

/** An empty `token` lets nobody in: the header cannot carry it. */
export const requireToken = (token: Redacted.Redacted<string>): MiddlewareHandler => {
  const expected = sha256(Redacted.value(token))
  return async (context, next) => {
    const given = bearer.exec(context.req.header("Authorization") ?? "")?.[1]
    if (given === undefined) return problemResponse(context, missing)
    if (!timingSafeEqual(sha256(given), expected)) return problemResponse(context, wrong)
    return next()
  }
}
