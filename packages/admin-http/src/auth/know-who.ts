/** Finds out who a request comes from before anything else is done, and who has to wait. What is wrong is answered ever more slowly. */
import { Clock, Effect, Redacted } from "effect"
import type { MiddlewareHandler } from "hono"
import { addressOf } from "../address-of.ts"
import { type AdminContext, type AdminEnv, type AdminRuntime, settled } from "../answer.ts"
import { Problem, problemResponse } from "../problem.ts"
import { operator, whoBySession, whoByToken } from "./identify.ts"
import type { KnownLately } from "./known-lately.ts"
import { Limiter, type Limits } from "./limiter.ts"
import type { Who } from "./role.ts"
import { isSafe } from "./same-origin.ts"
import { sameAs } from "./secret.ts"
import { sessionIn } from "./session-cookie.ts"
import type { SlowDown } from "./slow-down.ts"

/** A browser that was asked sends `Basic` by itself, wherever the request comes from: it may only look. */
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

/** What nobody is told, by how they may say who they are. */
export const missing = {
  Bearer: refusal("Sign in, or send the header Authorization: Bearer <token>.", 'Bearer realm="znatoki"'),
  Basic: refusal("Sign in; or give any name, and ADMIN_TOKEN as the password.", 'Basic realm="znatoki"')
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
export const tooOften = (seconds: number) =>
  new Problem({
    kind: "too-many-requests",
    detail: `That is too often. Try again in ${seconds} s.`,
    headers: { "Retry-After": String(seconds) }
  })

/** Who may go on, by whom they come from. */
export interface Paces {
  readonly ofAddress: Limiter
  readonly ofWho: Limiter
}

export const pacesOf = ({ address, who }: Limits): Paces => ({
  ofAddress: new Limiter(address),
  ofWho: new Limiter(who)
})

export interface Knowing {
  readonly runtime: AdminRuntime
  /** An empty one lets nobody in. */
  readonly token: Redacted.Redacted<string>
  readonly slowDown: SlowDown
  readonly paces: Paces
  /** For those who ask again at once. */
  readonly lately?: KnownLately
}

/** Null: no such token; it is not told why. */
const byToken = (given: string, scheme: Scheme, isOperators: (given: string) => boolean) => {
  if (given !== "" && isOperators(given)) return Effect.succeed(operator)
  return scheme === "Bearer" ? whoByToken(given) : Effect.succeed(null)
}

/** Null: nobody. A cookie that is over says nothing: its browser cannot help sending it. */
const whoOf = ({ slowDown, token }: Knowing, scheme: Scheme) => {
  const isOperators = sameAs(Redacted.value(token))
  return Effect.fnUntraced(function* (context: AdminContext) {
    const given = tokenIn[scheme](context.req.header("Authorization") ?? "")
    if (given === undefined) {
      const secret = sessionIn(context)
      return secret === undefined ? null : yield* whoBySession(secret)
    }
    const address = addressOf(context)
    if (!slowDown.mayTry(address)) return yield* tooMany
    const who = scheme === "Basic" && !isSafe(context.req.method) ? null : yield* byToken(given, scheme, isOperators)
    if (who === null) {
      yield* Effect.promise(() => slowDown.failed(address))
      return yield* wrong[scheme]
    }
    slowDown.passed(address)
    return who
  })
}

/** `isOpen`: whether a path is for nobody too. */
export const knowWho = (
  knowing: Knowing,
  scheme: Scheme,
  isOpen: (path: string) => boolean = () => false
): MiddlewareHandler<AdminEnv> => {
  const find = whoOf(knowing, scheme)
  const { lately, paces } = knowing
  const { ofAddress, ofWho } = paces
  const known = Effect.fnUntraced(function* (context: AdminContext) {
    const nowMs = yield* Clock.currentTimeMillis
    const wait = ofAddress.secondsToWait(addressOf(context), nowMs)
    if (wait !== null) return yield* tooOften(wait)
    const who: Who | null = yield* find(context)
    const longer = who === null ? null : ofWho.secondsToWait(who.name, nowMs)
    return longer === null ? who : yield* tooOften(longer)
  })
  return async (context, next) => {
    const who = await settled(knowing.runtime, context, known(context))
    if (who instanceof Response) return who
    if (who === null && !isOpen(context.req.path)) return problemResponse(context, missing[scheme])
    if (who === null) return next()
    context.set("who", who)
    lately?.came(context, who)
    return next()
  }
}
