/**
 * How a form of a page changes something: by the API itself, with the cookie of who looks at the page, so that roles, limits, checks
 * and the audit log are those of the API.
 */
import { Effect } from "effect"
import type { Hono } from "hono"
import type { AdminContext, AdminEnv } from "../answer.ts"
import { Flaw, Problem, ProblemJson, type ProblemKind, statusOf } from "../problem.ts"
import { Schema } from "effect"

export interface ApiSaid {
  readonly status: number
  /** Null: no JSON. */
  readonly json: unknown
  readonly headers: Headers
}

export interface ApiRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  readonly path: string
  /** A file as it is, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Fails with the problem the API answers with. */
export type CallApi = (context: AdminContext, request: ApiRequest) => Effect.Effect<ApiSaid, Problem>

/** What tells who asks, from where and by which name. */
const forwarded = ["Authorization", "Cookie", "Host", "Origin", "Sec-Fetch-Site", "User-Agent", "X-Request-Id"]

const isProblem = Schema.is(ProblemJson)

const kindOf = (type: string): ProblemKind => {
  const kind = type.replace(/^.*:/, "")
  return isKind(kind) ? kind : "internal-error"
}
const isKind = (kind: string): kind is ProblemKind => {
  try {
    return statusOf(kind as ProblemKind) > 0
  } catch {
    return false
  }
}

export const problemIn = (said: ApiSaid): Problem => {
  if (!isProblem(said.json)) return new Problem({ kind: "internal-error", detail: `The API answered ${said.status}.` })
  const { detail, errors, type } = said.json
  return new Problem({
    kind: kindOf(type),
    detail,
    ...(errors === undefined ? {} : { errors: errors.map((one) => Flaw.make(one)) })
  })
}

const sentAs = (body: unknown): string | Blob =>
  typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body)

export const callApiOf =
  (app: Hono<AdminEnv>): CallApi =>
  (context, { body, headers = {}, method, path }) =>
    Effect.gen(function* () {
      const sent = new Headers(headers)
      for (const name of forwarded) {
        const value = context.req.header(name)
        if (value !== undefined && !sent.has(name)) sent.set(name, value)
      }
      if (body !== undefined && !sent.has("Content-Type")) sent.set("Content-Type", "application/json")
      const request = new Request(new URL(path, context.req.url), {
        method,
        headers: sent,
        ...(body === undefined ? {} : { body: sentAs(body) })
      })
      const response = yield* Effect.promise(async () => app.fetch(request, context.env))
      const text = yield* Effect.promise(() => response.text())
      const isJson = /json/.test(response.headers.get("Content-Type") ?? "") && text !== ""
      const said: ApiSaid = {
        status: response.status,
        json: isJson ? JSON.parse(text) : null,
        headers: response.headers
      }
      return response.ok ? said : yield* problemIn(said)
    })
