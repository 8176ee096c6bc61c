/** What a server says as JSON; or what went wrong, in words that hold no address, key or token. */
import { Effect, Schema } from "effect"

export class HttpTrouble extends Schema.TaggedError<HttpTrouble>()("HttpTrouble", {
  reason: Schema.String,
  timedOut: Schema.optionalKey(Schema.Boolean)
}) {}

/** Far more than VK's longest answer; whatever comes after it is no answer to us. */
const bytesMax = 16 * 1024 * 1024
const tooLong = "the answer is too long"

const trouble = (reason: string): HttpTrouble => new HttpTrouble({ reason })

const WithCode = Schema.Struct({ cause: Schema.Struct({ code: Schema.String }) })
const isWithCode = Schema.is(WithCode)
const decodeJson = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown))

/** Messages of network errors may quote the address, so only the code is kept. */
const reasonOf = (cause: unknown): string => (isWithCode(cause) ? `network error ${cause.cause.code}` : "network error")

/** Null: longer than anybody may talk. */
const readText = async ({ body }: Response): Promise<string | null> => {
  if (body === null) return ""
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ""
  // Leaving the loop cancels the body.
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > bytesMax) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

export const fetchJson = Effect.fnUntraced(function* (url: string, init: RequestInit, timeoutMs: number) {
  const { body, ok, status } = yield* Effect.tryPromise({
    try: async (signal) => {
      // Another address must be handed neither a token nor a key.
      const response = await fetch(url, { ...init, redirect: "manual", signal })
      return { ok: response.ok, status: response.status, body: await readText(response) }
    },
    catch: (cause) => trouble(reasonOf(cause))
  }).pipe(
    Effect.timeoutOrElse({
      duration: timeoutMs,
      orElse: () => Effect.fail(new HttpTrouble({ reason: "no answer in time", timedOut: true }))
    })
  )
  if (body === null) return yield* trouble(tooLong)
  if (status >= 300 && status < 400) return yield* trouble(`HTTP ${status}, and redirects are not followed`)
  return yield* decodeJson(body).pipe(Effect.mapError(() => trouble(ok ? "the answer is not JSON" : `HTTP ${status}`)))
})
