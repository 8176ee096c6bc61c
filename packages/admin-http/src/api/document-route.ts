/** `/api/v1/openapi.json`: what the API is. */
import { Effect, Schema } from "effect"
import { makeDocument } from "./document.ts"
import { named, reply, type Route, route, says } from "./route.ts"

const Document = named("OpenApi", Schema.Record(Schema.String, Schema.Unknown))

export const documentRoute = (others: ReadonlyArray<Route>): Route<never> => {
  let made: ReturnType<typeof makeDocument> | undefined
  const own: Route<never> = route({
    method: "GET",
    path: "/api/v1/openapi.json",
    operationId: "describe",
    summary: "This document",
    tag: "the API itself",
    role: "viewer",
    answers: { 200: says("OpenAPI 3.1", Document) },
    /** Made for the first who asks: most processes are never asked. */
    handle: () => Effect.sync(() => reply(200, (made ??= makeDocument([...others, own]))))
  })
  return own
}
