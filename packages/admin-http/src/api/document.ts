/** The API described in OpenAPI 3.1, from the same routes that answer. */
import { Schema } from "effect"
import { defaultLimit } from "../parse-request.ts"
import { ProblemJson, titleOf } from "../problem.ts"
import { uploadMedia } from "../upload.ts"
import { refusalsOf } from "./refusals.ts"
import { tags } from "./tags.ts"
import { isKeyed, type Named, named, type Route, type Says, type Spec } from "./route.ts"

/** Whole in one place: nothing is left to references. */
const jsonSchema = (schema: Schema.Constraint, onExcessProperty: "error" | "ignore") =>
  Schema.toJsonSchemaDocument(schema, { onExcessProperty, referencePolicy: () => undefined }).schema

const problem = named("Problem", ProblemJson)

const referenceTo = ({ name }: Named) => ({ schema: { $ref: `#/components/schemas/${name}` } })

const headersOf = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }])
  )

const answerOf = ({ description, headers = {}, json, media }: Says) => ({
  description,
  ...(Object.keys(headers).length === 0 ? {} : { headers: headersOf(headers) }),
  ...(json === null ? {} : { content: { "application/json": referenceTo(json) } }),
  ...(media === undefined
    ? {}
    : { content: Object.fromEntries(media.map((each) => [each, { schema: { type: "string" } }])) })
})

const refusalOf = (titles: ReadonlyArray<string>) => ({
  description: titles.join("; "),
  content: { "application/problem+json": referenceTo(problem) }
})

const responsesOf = (spec: Spec) => ({
  ...Object.fromEntries(Object.entries(spec.answers).map(([status, said]) => [status, answerOf(said)])),
  ...Object.fromEntries(
    [...refusalsOf(spec)].map(([status, kinds]) => [
      status,
      // Readiness tells with 503 more than that it is one.
      spec.answers[status] === undefined ? refusalOf(kinds.map(titleOf)) : answerOf(spec.answers[status])
    ])
  )
})

/** A query is text; what the text of `limit` has to say is a number. */
const limit = { type: "integer", minimum: 1, maximum: 200, default: defaultLimit }

const key = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Chosen by the sender; a request that comes again with it within a day gets the first one's answer.",
  schema: { type: "string", minLength: 1, maxLength: 100 }
}

const ifMatch = {
  name: "If-Match",
  in: "header",
  required: true,
  description: "The ETag of what was looked at, or * for whatever it is now.",
  schema: { type: "string" },
  example: '"1"'
}

const ofHeaders = (spec: Spec) => [...(isKeyed(spec) ? [key] : []), ...(spec.versioned === true ? [ifMatch] : [])]

const parametersOf = (spec: Spec) => [...ofAddress(spec), ...ofHeaders(spec)]

const ofAddress = ({ example = {}, params, query }: Spec) => [
  ...Object.entries(params).map(([name, schema]) => ({
    name,
    in: "path",
    required: true,
    schema: jsonSchema(schema, "ignore"),
    example: example.params?.[name]
  })),
  ...Object.entries(query?.fields ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: name === "limit" ? limit : jsonSchema(schema, "ignore"),
    ...(example.query?.[name] === undefined ? {} : { example: example.query[name] })
  }))
]

const takenBy = ({ body, example, upload }: Spec) => {
  if (upload !== undefined) {
    return {
      requestBody: { required: true, content: { [uploadMedia]: { schema: { type: "string", format: "binary" } } } }
    }
  }
  const content = body === null ? null : { "application/json": { ...referenceTo(body), example: example?.body } }
  return content === null ? {} : { requestBody: { required: true, content } }
}

const operationOf = (spec: Spec) => ({
  operationId: spec.operationId,
  summary: spec.summary,
  description: spec.role === "anyone" ? "Open to anybody." : `For the role ${spec.role} and those above.`,
  tags: [spec.tag],
  ...(spec.role === "anyone" ? { security: [] } : {}),
  parameters: parametersOf(spec),
  ...takenBy(spec),
  responses: responsesOf(spec)
})

const pathsOf = (specs: ReadonlyArray<Spec>) =>
  Object.fromEntries(
    [...Map.groupBy(specs, ({ path }) => path)].map(([path, those]) => [
      path,
      Object.fromEntries(those.map((spec) => [spec.method.toLowerCase(), operationOf(spec)]))
    ])
  )

/** What is sent is closed, for a name that is not known is refused. `closed`: so is what is answered. */
const schemasOf = (specs: ReadonlyArray<Spec>, closed: boolean) => {
  const answered = specs.flatMap(({ answers }) => Object.values(answers).flatMap(({ json }) => json ?? []))
  const sent = specs.flatMap(({ body }) => body ?? [])
  return Object.fromEntries([
    ...[problem, ...answered].map(({ name, schema }) => [name, jsonSchema(schema, closed ? "error" : "ignore")]),
    ...sent.map(({ name, schema }) => [name, jsonSchema(schema, "error")])
  ])
}

const license = { name: "MIT", identifier: "MIT" }
const info = { title: "Znatoki admin API", version: "1", license }

export const makeDocument = (routes: ReadonlyArray<Pick<Route, "spec">>, { closed = false } = {}) => {
  const specs = routes.map(({ spec }) => spec)
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: "/" }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(specs.map(({ tag }) => tag))].map((name) => ({ name, description: tags[name] })),
    paths: pathsOf(specs),
    components: {
      schemas: schemasOf(specs, closed),
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "For programs: ADMIN_TOKEN, or one made at /api/v1/tokens."
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-znatoki",
          description: "Of who signed in, in a browser."
        }
      }
    }
  }
}
