/** One route as data: what it takes, who may use it, what it answers. The server, the document and the tests are made of it. */
import { Effect, type Schema } from "effect"
import type { ContentfulStatusCode, StatusCode } from "hono/utils/http-status"
import type { AdminContext, AdminServices } from "../answer.ts"
import type { Needed, Who } from "../auth/role.ts"
import { isSafe } from "../auth/same-origin.ts"
import { checkUpload } from "../upload.ts"
import { bodyOf, idOf, noQuery, queryOf } from "../parse-request.ts"
import type { Problem, ProblemKind } from "../problem.ts"
import { Cache, type CacheTag, type Wanted } from "@znatoki/ports/cache"
import type { StoreError } from "@znatoki/ports/store-error"
import type { Tag } from "./tags.ts"
import { versionAsked } from "./version-asked.ts"

/** A schema with the name the document has it by. */
export interface Named<S extends Schema.Constraint = Schema.Constraint> {
  readonly name: string
  readonly schema: S
}

export const named = <S extends Schema.Constraint>(name: string, schema: S): Named<S> => ({ name, schema })

/** What is answered with one status. */
export interface Says<S extends Named | null = Named | null> {
  readonly description: string
  /** Null: nothing, or what no schema tells of. */
  readonly json: S
  /** Of what is no JSON. */
  readonly media?: ReadonlyArray<string>
  /** Name → what it tells. */
  readonly headers?: Readonly<Record<string, string>>
}

export const says = <S extends Named>(
  description: string,
  json: S,
  headers: Readonly<Record<string, string>> = {}
): Says<S> => ({ description, json, headers })
export const saysNothing = (description: string, headers: Readonly<Record<string, string>> = {}): Says<null> => ({
  description,
  json: null,
  headers
})

export const saysMedia = (description: string, ...media: ReadonlyArray<string>): Says<null> => ({
  description,
  json: null,
  media
})

type Answers = Readonly<Record<number, Says>>
type Params = Readonly<Record<string, Schema.ConstraintDecoder<unknown>>>
type Query = Schema.ConstraintDecoder<unknown> & { readonly fields: Schema.Struct.Fields }
type Body = Named<Schema.ConstraintDecoder<unknown>>

type BodySaid<S> = S extends Says<Named<infer T>> ? T["Type"] : null

/** What a handler gives back, by status; a `Response` where it writes the body itself. */
export type Reply<A extends Answers> =
  | Response
  | {
      readonly [S in keyof A]: {
        readonly status: S
        readonly body: BodySaid<A[S]>
        readonly headers?: Readonly<Record<string, string>>
      }
    }[keyof A]

export const reply = <const S extends number, B>(
  status: S,
  body: B,
  headers: Readonly<Record<string, string>> = {}
) => ({
  status,
  body,
  headers
})

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** What a client would send; the document shows it, and the tests send it. */
export interface Example {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

interface Facts {
  readonly method: Method
  /** As OpenAPI writes it: `/api/v1/games/{id}`. */
  readonly path: string
  readonly operationId: string
  readonly summary: string
  /** What the document groups it under. */
  readonly tag: Tag
  readonly role: Needed
  /** Problems of its own, beside those of what it takes and of who asks. */
  readonly refuses?: ReadonlyArray<ProblemKind>
  /** There is a secret in what it takes or answers: none of it is kept for a sender who repeats it. */
  readonly secret?: boolean
  /** It changes what others change too: it asks for the version that was looked at, by `If-Match`. */
  readonly versioned?: boolean
  /** Its body is a file of so many bytes at most, which the handler takes in piece by piece. */
  readonly upload?: number
  /** What it answers is kept for a while, the same for whoever asks: it says nothing of who asks. */
  readonly cached?: Pick<Wanted, "kind" | "tags">
  /** What has to be loaded anew after it. */
  readonly changes?: ReadonlyArray<CacheTag>
  /** What of its body names whom it is done to, where its path does not. */
  readonly namedBy?: string
  readonly example?: Example
}

export interface Spec extends Facts {
  readonly answers: Answers
  readonly params: Params
  readonly query: Query | null
  readonly body: Body | null
}

/** Whether a sender may give it an `Idempotency-Key`: whatever changes something, by whoever is known. */
export const isKeyed = ({ method, role }: Pick<Spec, "method" | "role">): boolean =>
  !isSafe(method) && role !== "anyone"

/** Whoever asks whether this lives, or signs in, may come by an address with anything behind it. */
export const refusesQuery = ({ query, role }: Pick<Spec, "query" | "role">): boolean =>
  query !== null || role !== "anyone"

/** A request that was read, and what is to be done about it. */
export interface Prepared<Services = AdminServices> {
  readonly act: Effect.Effect<Response, Problem | StoreError, Services>
  /** What was asked, for a request that comes again to be known by. */
  readonly asked: unknown
  /** Whom it is done to, as its path or its body names it. */
  readonly to: string | null
  /** The names of what its body sets. */
  readonly fields: ReadonlyArray<string>
}

export interface Route<Services = AdminServices> {
  readonly spec: Spec
  readonly prepare: (context: AdminContext, who: Who | null) => Effect.Effect<Prepared<Services>, Problem | StoreError>
}

interface Asked<P extends Params, Q extends Query | null, B extends Body | null> {
  readonly context: AdminContext
  readonly who: Who | null
  readonly params: { readonly [Name in keyof P]: P[Name]["Type"] }
  readonly query: Q extends Query ? Q["Type"] : Readonly<Record<never, never>>
  readonly body: B extends Body ? B["schema"]["Type"] : null
  /** What the sender looked at; null: whatever it is now. */
  readonly version: number | null
}

interface Declared<
  A extends Answers,
  P extends Params,
  Q extends Query | null,
  B extends Body | null,
  Services
> extends Facts {
  readonly answers: A
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly handle: (asked: Asked<P, Q, B>) => Effect.Effect<Reply<A>, Problem | StoreError, Services>
}

const written = (context: AdminContext, said: Exclude<Reply<Answers>, Response>): Response => {
  const { body, headers = {}, status } = said
  if (body === null) return context.body(null, status as StatusCode, headers)
  const type = { "Content-Type": "application/json" }
  return context.body(JSON.stringify(body), status as ContentfulStatusCode, { ...headers, ...type })
}

/** Where a span began is known by its name. */
const quiet = { captureStackTrace: false } as const

const answerText = (said: Reply<Answers>): Effect.Effect<string> =>
  said instanceof Response || said.status !== 200
    ? Effect.die(new Error("Only what is answered with 200 and JSON is kept"))
    : Effect.succeed(JSON.stringify(said.body))

/** As it is said now, or as it was said lately; what it changes is known to all before its sender is told. */
const answered = <E, Services>(
  context: AdminContext,
  { cached, changes = [], operationId, role }: Facts,
  asked: unknown,
  said: Effect.Effect<Reply<Answers>, E, Services>
): Effect.Effect<Response, E, Services> =>
  Effect.flatMap(Cache, (cache) => {
    if (cached !== undefined) {
      const key = `${operationId} ${JSON.stringify(asked)}`
      const wanted = { ...cached, key }
      const text = cache.get(wanted, Effect.flatMap(said, answerText))
      context.set("kept", { wanted, role })
      return Effect.map(text, (json) => context.body(json, 200, { "Content-Type": "application/json" }))
    }
    const now = Effect.map(said, (each) => (each instanceof Response ? each : written(context, each)))
    return changes.length === 0 ? now : Effect.tap(now, () => cache.invalidate(changes))
  })

const namesIn = (body: unknown): ReadonlyArray<string> =>
  typeof body === "object" && body !== null ? Object.keys(body) : []

const toOf = ({ namedBy }: Facts, params: Readonly<Record<string, unknown>>, body: unknown): string | null => {
  if (namedBy !== undefined) return String((body as Readonly<Record<string, unknown>>)[namedBy])
  const to = Object.values(params).map(String).join("/")
  return to === "" ? null : to
}

const paramsOf = (params: Params) => {
  const readers = Object.entries(params).map(([name, schema]) => [name, idOf(schema, name)] as const)
  return (context: AdminContext) =>
    Effect.map(
      Effect.forEach(readers, ([name, read]) => Effect.map(read(context), (value) => [name, value] as const)),
      Object.fromEntries
    )
}

const nothing = () => Effect.succeed({})

const readerOfQuery = (spec: Pick<Spec, "query" | "role">) => {
  if (spec.query !== null) return queryOf(spec.query)
  return refusesQuery(spec) ? noQuery : nothing
}

export const route = <
  const A extends Answers,
  Services,
  P extends Params = Readonly<Record<never, never>>,
  Q extends Query | null = null,
  B extends Body | null = null
>(
  declared: Declared<A, P, Q, B, Services>
): Route<Services> => {
  const { body = null, handle, params = {}, query = null, ...facts } = declared
  const readParams = paramsOf(params)
  const readQuery = readerOfQuery({ query, role: facts.role })
  const readBody = body === null ? () => Effect.succeed(null) : bodyOf(body.schema)
  const { upload } = facts
  return {
    spec: { ...facts, params, query, body },
    prepare: Effect.fnUntraced(function* (context, who) {
      const read = {
        params: yield* readParams(context),
        query: yield* readQuery(context),
        body: yield* upload === undefined ? readBody(context) : Effect.as(checkUpload(context, upload), null),
        version: facts.versioned === true ? yield* versionAsked(context) : null
      }
      // Made only where it is wanted: most of what is kept ready is not.
      const said = Effect.suspend(() =>
        Effect.withSpan(handle({ context, who, ...read } as Asked<P, Q, B>), `admin.${facts.operationId}`, quiet)
      ) as Effect.Effect<Reply<Answers>, Problem | StoreError, Services>
      const act = answered(context, facts, read, said)
      // A file is known by its length; it is not kept for a sender who repeats it.
      const asked = upload !== undefined ? { ...read, bytes: context.req.header("Content-Length") } : read
      return { act, asked, to: toOf(facts, read.params, read.body), fields: namesIn(read.body) }
    })
  }
}
