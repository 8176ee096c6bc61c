/** What a request says: its body, its query and the id in its path, or the problem that names each flaw. */
import { Effect, Result, Schema, SchemaIssue } from "effect"
import type { Context } from "hono"
import { tidyFields } from "./edge-text.ts"
import { eachOnce, type Flaw, pointerTo, Problem, type ProblemKind } from "./problem.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const

/** A reply names this many flaws at most, however wrong the body is. */
const flawsNamed = 20

const noSuchField = "There is no such field"

const format = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => {
    if (issue._tag === "UnexpectedKey") return noSuchField
    if (issue._tag === "MissingKey") return "This is required"
    return SchemaIssue.defaultLeafHook(issue)
  }
})

const shortened = (name: string) => (name.length > 80 ? `${name.slice(0, 80)}…` : name)

const keyOf = (part: unknown): string =>
  typeof part === "object" && part !== null && "key" in part ? String(part.key) : String(part)

/** Nobody reads further into what nests for ever. */
const stepsNamed = 20

const flawsOf = (error: Schema.SchemaError, kind: ProblemKind, root: string): ReadonlyArray<Flaw> =>
  eachOnce(
    format(error.issue).issues.map(({ path = [], message }) => {
      const keys = path.slice(0, stepsNamed).map(keyOf).map(shortened)
      return {
        path: keys.length === 0 ? root : shortened(keys.join(".")),
        ...(kind === "invalid-body" ? { pointer: pointerTo(keys) } : {}),
        message
      }
    })
  )

const sentence = (flaws: ReadonlyArray<Flaw>) => {
  const [first] = flaws
  if (first === undefined) return "It does not fit."
  const more = flaws.length > 1 ? ` (and ${flaws.length - 1} more)` : ""
  return `${first.path === "" ? "" : `${first.path}: `}${first.message}${more}.`
}

/** What code finds wrong with a body is the matter of one of its fields. */
const pointed = (flaw: Flaw): Flaw => ({ pointer: pointerTo(flaw.path === "" ? [] : [flaw.path]), ...flaw })

export const refusedFor = (kind: ProblemKind, flaws: ReadonlyArray<Flaw>) =>
  new Problem({
    kind,
    detail: sentence(flaws),
    errors: flaws.slice(0, flawsNamed).map(kind === "invalid-body" ? pointed : (flaw) => flaw)
  })

const decode = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, kind: ProblemKind, root: string) => {
  const decodeResult = Schema.decodeUnknownResult(schema)
  return (input: unknown): Effect.Effect<S["Type"], Problem> => {
    const decoded = decodeResult(input, strict)
    return Result.isSuccess(decoded)
      ? Effect.succeed(decoded.success)
      : Effect.fail(refusedFor(kind, flawsOf(decoded.failure, kind, root)))
  }
}

const mediaTypes = new Set(["application/json", "application/merge-patch+json"])

const isJson = (context: Context) => {
  const [type, ...parameters] = (context.req.header("Content-Type") ?? "").toLowerCase().split(";")
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="))
  const encoding = context.req.header("Content-Encoding") ?? "identity"
  return mediaTypes.has(type?.trim() ?? "") && /^(charset="?utf-8"?)?$/.test(charset ?? "") && encoding === "identity"
}

const notJson = () =>
  new Problem({ kind: "unsupported-media-type", detail: "Send the body as Content-Type: application/json in UTF-8." })

export const malformed = (detail: string) =>
  new Problem({ kind: "malformed-body", detail, errors: [{ path: "", pointer: pointerTo([]), message: detail }] })

/** A header that is not as it should be, or does not fit what else was sent. */
export const refusedHeader = (kind: ProblemKind, name: string, message: string) =>
  new Problem({ kind, detail: `${name}: ${message}`, errors: [{ path: name, message }] })

const utf8 = new TextDecoder("utf-8", { fatal: true })

const readJson = Effect.fnUntraced(function* (context: Context): Effect.fn.Return<unknown, Problem> {
  if (!isJson(context)) return yield* notJson()
  const bytes = yield* Effect.tryPromise({
    try: () => context.req.arrayBuffer(),
    catch: () => malformed("The body broke off.")
  })
  const text = yield* Effect.try({ try: () => utf8.decode(bytes), catch: () => malformed("The body is not UTF-8.") })
  return yield* Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => malformed(text === "" ? "The body is empty; JSON is expected." : "The body is not JSON.")
  })
})

/** Texts are tidied before the schema sees them. */
export const bodyOf = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) => {
  const decodeBody = decode(schema, "invalid-body", "")
  return (context: Context) => readJson(context).pipe(Effect.flatMap((json) => decodeBody(tidyFields(json))))
}

/** A name that the schema does not know is refused, and one that comes twice: a typo must not widen a list. */
export const queryOf = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) => {
  const decodeQuery = decode(schema, "invalid-query", "")
  return (context: Context): Effect.Effect<S["Type"], Problem> => {
    const parameters = new URL(context.req.url).searchParams
    const twice = [...new Set(parameters.keys())].filter((name) => parameters.getAll(name).length > 1)
    return twice.length > 0
      ? Effect.fail(
          refusedFor(
            "invalid-query",
            twice.map((path) => ({ path, message: "Given more than once" }))
          )
        )
      : decodeQuery(tidyFields(Object.fromEntries(parameters)))
  }
}

/** Where nothing is asked for, whoever sends a name means something by it all the same. */
export const noQuery = (context: Context): Effect.Effect<Readonly<Record<never, never>>, Problem> => {
  const names = [...new Set(new URL(context.req.url).searchParams.keys())]
  return names.length === 0
    ? Effect.succeed({})
    : Effect.fail(
        refusedFor(
          "invalid-query",
          names.map((name) => ({ path: shortened(name), message: noSuchField }))
        )
      )
}

export const idOf = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, name = "id") => {
  const decodeId = decode(schema, "invalid-id", name)
  return (context: Context) => decodeId(context.req.param(name))
}

/** `limit` of every list. */
export const Limit = Schema.FiniteFromString.check(
  Schema.isInt({ message: "Expected a whole number from 1 to 200" }),
  Schema.isBetween({ minimum: 1, maximum: 200 }, { message: "Expected a whole number from 1 to 200" })
)
export const defaultLimit = 50
