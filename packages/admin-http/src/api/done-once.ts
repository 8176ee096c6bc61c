/** A request that carries a key of its sender is done once: whoever sends it again, not knowing whether it arrived, gets the same answer. */
import { IdempotencyKeys, type KeptAnswer } from "@znatoki/ports/idempotency-keys"
import type { StoreError } from "@znatoki/ports/store-error"
import { Clock, Effect } from "effect"
import type { StatusCode } from "hono/utils/http-status"
import type { AdminContext, AdminServices } from "../answer.ts"
import { sha256 } from "../auth/secret.ts"
import { refusedHeader } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import type { Prepared, Spec } from "./route.ts"

/** How long an answer is kept. */
const keptMs = 24 * 3_600_000

const header = "Idempotency-Key"
const badKey = () => refusedHeader("invalid-header", header, "Expected 1 to 100 printable ASCII characters.")
const underWay = () =>
  new Problem({
    kind: "under-way",
    detail: "The request with this key is being done.",
    headers: { "Retry-After": "2" }
  })
const another = () =>
  refusedHeader("key-reused", header, "Another request was sent with this key. Give each request its own.")
const toldOnce = () =>
  new Problem({
    kind: "done-already",
    detail: "The request with this key was done. What it was answered has a secret in it, which is told once."
  })

const again = (context: AdminContext, { body, headers, status }: KeptAnswer): Response =>
  context.newResponse(body, status as StatusCode, { ...headers, "Idempotency-Replayed": "true" })

/** A secret is kept neither as it was asked nor as it was answered: of such a request it is known which fields it had. */
const fingerprint = ({ operationId, secret = false }: Spec, { asked, fields, to }: Prepared): string =>
  sha256(JSON.stringify(secret ? [operationId, to, fields] : [operationId, asked]))

/** Of the headers those that belong to the answer itself. */
const ownHeaders = ["Content-Type", "Location", "ETag"]

const keptOf = async (response: Response, { secret = false }: Spec): Promise<KeptAnswer> => {
  if (secret) return { status: response.status, body: null, headers: {} }
  const headers = ownHeaders.flatMap((name) => {
    const value = response.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const body = response.body === null ? null : await response.clone().text()
  return { status: response.status, body, headers: Object.fromEntries(headers) }
}

export const doneOnce = Effect.fnUntraced(function* (
  context: AdminContext,
  spec: Spec,
  prepared: Prepared,
  done: Effect.Effect<Response, Problem | StoreError, AdminServices>
) {
  const key = context.req.header(header)
  if (key === undefined) return yield* done
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) return yield* badKey()
  const keys = yield* IdempotencyKeys
  const request = { who: context.get("who")?.name ?? "", key, request: fingerprint(spec, prepared) }
  const nowMs = yield* Clock.currentTimeMillis
  const begun = yield* keys.begin(request, nowMs, nowMs - keptMs)
  if (begun === "under way") return yield* underWay()
  if (begun === "another request") return yield* another()
  if (begun !== "new") return spec.secret === true ? yield* toldOnce() : again(context, begun)
  const response = yield* Effect.onError(done, () => Effect.ignore(keys.failed(request)))
  yield* keys.answered(request, yield* Effect.promise(() => keptOf(response, spec)))
  return response
})
