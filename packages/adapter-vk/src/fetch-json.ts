/** What a server says as JSON; or what went wrong, in words that hold no address, key or token. */
import { Effect, Schema } from "effect"

export class HttpTrouble extends Schema.TaggedError<HttpTrouble>()("HttpTrouble", {
  reason: Schema.String,
  timedOut: Schema.optionalKey(Schema.Boolean)
}) {}

const WithCode = Schema.Struct({ cause: Schema.Struct({ code: Schema.String }) })
const isWithCode = Schema.is(WithCode)
const decodeJson = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown))

/** Messages of network errors may quote the address, so only the code is kept. */
const reasonOf = (cause: unknown): string => (isWithCode(cause) ? `network error ${cause.cause.code}` : "network error")

export const fetchJson = Effect.fnUntraced(function* (url: string, init: RequestInit, timeoutMs: number) {
  const { body, ok, status } = yield* Effect.tryPromise({
    try: async (signal) => {
      const response = await fetch(url, { ...init, signal })
      return { ok: response.ok, status: response.status, body: await response.text() }
    },
    catch: (cause) => new HttpTrouble({ reason: reasonOf(cause) })
  }).pipe(
    Effect.timeoutOrElse({
      duration: timeoutMs,
      orElse: () => Effect.fail(new HttpTrouble({ reason: "no answer in time", timedOut: true }))
    })
  )
  return yield* decodeJson(body).pipe(
    Effect.mapError(() => new HttpTrouble({ reason: ok ? "the answer is not JSON" : `HTTP ${status}` }))
  )
})
