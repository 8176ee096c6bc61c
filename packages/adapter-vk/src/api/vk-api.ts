/** The only file that calls VK's methods: limits, retries, and every failure typed. */
import { Context, Effect, Layer, Metric, Random, Redacted, Schema } from "effect"
import { timed } from "@znatoki/ports/metrics"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { calls, callTime, limitWait, retries, tokenRefusals } from "./measured.ts"
import { errorOfCode, isTooManyPerSecond, type VkErrorBody } from "./error-of-code.ts"
import { fetchJson } from "./fetch-json.ts"
import { makeRateLimit } from "./rate-limit.ts"
import { VkConfig } from "./vk-config.ts"
import { notUnderstood, VkRefused, VkUnavailable, type VkError } from "./vk-error.ts"

export type VkParams = Readonly<Record<string, string>>

export interface VkAnswer {
  readonly response: unknown
  /** Only `execute` has them: one for each inner call that failed, in order. */
  readonly executeErrors: ReadonlyArray<VkErrorBody>
}

export interface CallOptions {
  /** How often to try before giving up. */
  readonly attempts?: number
  readonly timeoutMs?: number
  /** What hangs is not tried again here, however many attempts are left: the caller has others to ask for meanwhile. */
  readonly endAtTimeout?: boolean
}

export class VkApi extends Context.Service<
  VkApi,
  {
    /** Whether a call would keep nobody waiting. */
    readonly isSpare: Effect.Effect<boolean>
    /** VK's answer as it is. */
    ask(method: string, params: VkParams, options?: CallOptions): Effect.Effect<VkAnswer, VkError>
    /** VK's answer by schema. */
    call<A>(
      method: string,
      params: VkParams,
      result: Schema.Decoder<A>,
      options?: CallOptions
    ): Effect.Effect<A, VkError>
  }
>()("@znatoki/adapter-vk/VkApi") {}

const attemptsMax = 4
const waitMaxMs = 10_000
const silentMs = 1_000
/** A cut connection is mostly a matter of one connection: the first new try is made soon. */
const silentRetryMs = 250
/** A caller is kept waiting inside a call for a short while only; a longer one is the caller's to plan. */
const patienceMs = 5_000

const ErrorBody = Schema.Struct({ error_code: Schema.Int, error_msg: Schema.optionalKey(Schema.String) })
const Envelope = Schema.Union([
  Schema.Struct({ error: ErrorBody }),
  Schema.Struct({ response: Schema.Unknown, execute_errors: Schema.optionalKey(Schema.Array(ErrorBody)) })
])
const decodeEnvelope = Schema.decodeUnknownEffect(Envelope)

const silent = (method: string, reason: string, timedOut = false): VkUnavailable =>
  new VkUnavailable({ method, code: null, reason, afterMs: silentMs, timedOut })

/** What VK says of a token that was revoked, has expired, or is of another kind. */
const ofToken: ReadonlySet<number | null> = new Set([5, 27, 28])

const codeOf = ({ code }: Pick<VkError, "code">): string => String(code ?? "silent")

const counted = (method: string, attempt: Effect.Effect<VkAnswer, VkError>) =>
  attempt.pipe(
    Effect.tap(() => Metric.update(calls(method, "ok"), 1)),
    Effect.tapError(({ code }) =>
      Effect.andThen(
        Metric.update(calls(method, codeOf({ code })), 1),
        Metric.update(tokenRefusals, ofToken.has(code) ? 1 : 0)
      )
    )
  )

export const layer = Layer.effect(
  VkApi,
  Effect.gen(function* () {
    const { apiUrl, apiVersion, token } = yield* VkConfig
    const limit = makeRateLimit()
    yield* Metric.update(tokenRefusals, 0)
    const base = apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`
    const secret = Redacted.value(token)

    const errorBody = (body: typeof ErrorBody.Type): VkErrorBody => ({
      code: body.error_code,
      message: (body.error_msg ?? "no words").replaceAll(secret, "***")
    })

    const askOnce = Effect.fnUntraced(function* (method: string, params: VkParams, timeoutMs: number) {
      const answered = yield* timed(limitWait, steadyMs)(limit.turn)
      const init = {
        method: "POST",
        body: new URLSearchParams({ ...params, access_token: secret, v: apiVersion })
      } as const
      const json = yield* fetchJson(base + method, init, timeoutMs).pipe(
        timed(callTime(method), steadyMs),
        Effect.ensuring(answered),
        Effect.mapError(({ reason, timedOut }) => silent(method, reason, timedOut))
      )
      const envelope = yield* decodeEnvelope(json).pipe(
        Effect.mapError(() => silent(method, "an answer without response or error"))
      )
      if ("response" in envelope) {
        const executeErrors = (envelope.execute_errors ?? []).map(errorBody)
        return { response: envelope.response, executeErrors }
      }
      const error = errorOfCode(method, errorBody(envelope.error))
      if (isTooManyPerSecond(error) && error._tag === "VkUnavailable") yield* limit.pause(error.afterMs)
      return yield* error
    })

    const tryOn = (
      attempt: Effect.Effect<VkAnswer, VkError>,
      { attempts = attemptsMax, endAtTimeout = false }: CallOptions,
      failed: number
    ): Effect.Effect<VkAnswer, VkError> =>
      attempt.pipe(
        Effect.catchTag("VkUnavailable", (error) => {
          if (attempts <= failed + 1 || error.afterMs > patienceMs) return Effect.fail(error)
          if (endAtTimeout && error.timedOut === true) return Effect.fail(error)
          const waitMs = (error.code === null ? silentRetryMs : error.afterMs) * 2 ** failed
          return Random.nextBetween(0.5, 1.5).pipe(
            Effect.flatMap((jitter) => Effect.sleep(Math.min(patienceMs, waitMs) * jitter)),
            Effect.andThen(Metric.update(retries(error.method, codeOf(error)), 1)),
            Effect.andThen(tryOn(attempt, { attempts, endAtTimeout }, failed + 1))
          )
        })
      )

    const ask = Effect.fnUntraced(function* (method: string, params: VkParams, options: CallOptions = {}) {
      return yield* tryOn(counted(method, askOnce(method, params, options.timeoutMs ?? waitMaxMs)), options, 0)
    })

    const call = Effect.fnUntraced(function* <A>(
      method: string,
      params: VkParams,
      result: Schema.Decoder<A>,
      options?: CallOptions
    ): Effect.fn.Return<A, VkError> {
      const { response } = yield* ask(method, params, options)
      return yield* Schema.decodeUnknownEffect(result)(response).pipe(
        // What VK sent may be people's words, so only the fact is told.
        Effect.mapError(
          () => new VkRefused({ method, code: notUnderstood, message: "the answer has a shape we do not know" })
        )
      )
    })

    return VkApi.of({ ask, call, isSpare: limit.isSpare })
  })
)
