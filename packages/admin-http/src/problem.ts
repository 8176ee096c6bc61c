/** What a refusal looks like on the wire: RFC 9457, one `type` per thing a client can do about it. */
import { Schema } from "effect"
import type { Context } from "hono"
import type { ContentfulStatusCode } from "hono/utils/http-status"

const kinds = {
  "malformed-request": [400, "The request cannot be read"],
  "malformed-body": [400, "The body cannot be read"],
  "invalid-body": [400, "The body does not fit"],
  "invalid-query": [400, "The query does not fit"],
  "invalid-id": [400, "The id does not fit"],
  "invalid-header": [400, "A header does not fit"],
  unauthorized: [401, "Nobody is known"],
  "wrong-password": [401, "Not the right one"],
  forbidden: [403, "Not allowed"],
  "foreign-site": [403, "Not from here"],
  "not-found": [404, "Not found"],
  "method-not-allowed": [405, "Method not allowed"],
  conflict: [409, "It is not so any more"],
  "under-way": [409, "Under way"],
  "done-already": [409, "Done already"],
  "request-timeout": [408, "The request took too long"],
  moved: [412, "It was changed meanwhile"],
  "body-too-large": [413, "The body is too large"],
  "unsupported-media-type": [415, "Unsupported media type"],
  "key-reused": [422, "The key was used for something else"],
  "unknown-host": [421, "Not known by this name"],
  "version-needed": [428, "Changes to which version?"],
  "too-many-attempts": [429, "Too many wrong tokens"],
  "too-many-requests": [429, "Too many requests"],
  "headers-too-large": [431, "The headers are too large"],
  "internal-error": [500, "Internal error"],
  unavailable: [503, "Unavailable"]
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>

export type ProblemKind = keyof typeof kinds
export const problemKinds = Object.keys(kinds).filter((kind): kind is ProblemKind => kind in kinds)

export const statusOf = (kind: ProblemKind): ContentfulStatusCode => kinds[kind][0]
export const titleOf = (kind: ProblemKind): string => kinds[kind][1]

export const Flaw = Schema.Struct({
  /** The field of the body, the parameter or the header, as a person reads it; empty: the whole. */
  path: Schema.String,
  /** Where in the body it is, as RFC 6901 has it in an address; absent: it is not in the body. */
  pointer: Schema.optionalKey(Schema.String),
  message: Schema.String
})
export type Flaw = typeof Flaw.Type

/** A field of which several checks say the same is told once. */
export const eachOnce = (flaws: ReadonlyArray<Flaw>): ReadonlyArray<Flaw> => [
  ...new Map(flaws.map((flaw) => [`${flaw.path}: ${flaw.message}`, flaw])).values()
]

const token = (key: string): string =>
  encodeURIComponent(key.toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"))

export const pointerTo = (path: ReadonlyArray<string>): string => ["#", ...path.map(token)].join("/")

export const CheckJson = Schema.Struct({
  name: Schema.String,
  ready: Schema.Boolean,
  problem: Schema.optionalKey(Schema.String),
  since: Schema.optionalKey(Schema.String),
  figures: Schema.optionalKey(Schema.Record(Schema.String, Schema.Finite))
})
export type CheckJson = typeof CheckJson.Type

/** The body when all is ready. */
export const ReadinessJson = Schema.Struct({ status: Schema.Literal("ready"), checks: Schema.Array(CheckJson) })

/** The body of every answer that is not a success. */
export const ProblemJson = Schema.Struct({
  type: Schema.String,
  title: Schema.String,
  status: Schema.Int,
  detail: Schema.String,
  errors: Schema.optionalKey(Schema.Array(Flaw)),
  checks: Schema.optionalKey(Schema.Array(CheckJson))
})

/** The request is refused: the client has to change something, or to come again later. */
export class Problem extends Schema.TaggedError<Problem>()("Problem", {
  kind: Schema.Literals(problemKinds),
  detail: Schema.String,
  errors: Schema.optionalKey(Schema.Array(Flaw)),
  checks: Schema.optionalKey(Schema.Array(CheckJson)),
  headers: Schema.optionalKey(Schema.Record(Schema.String, Schema.String))
}) {}

export const problemResponse = (context: Context, problem: Problem): Response => {
  const [status, title] = [statusOf(problem.kind), titleOf(problem.kind)]
  const json: typeof ProblemJson.Type = {
    type: `urn:znatoki:problem:${problem.kind}`,
    title,
    status,
    detail: problem.detail,
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
    ...(problem.checks === undefined ? {} : { checks: problem.checks })
  }
  return context.body(JSON.stringify(json), status, {
    ...problem.headers,
    "Content-Type": "application/problem+json"
  })
}

export const noSuchPath = () => new Problem({ kind: "not-found", detail: "There is nothing at this path." })
