/** Many calls in one request to VK, and what became of each: the answer, or its own error. */
import { Effect } from "effect"
import { errorOfCode } from "./error-of-code.ts"
import type { CallOptions, VkAnswer, VkApi, VkParams } from "./vk-api.ts"
import { sayCode, VkUnavailable, type VkError } from "./vk-error.ts"

export interface VkCall {
  readonly method: string
  readonly params: VkParams
}

export type CallOutcome =
  | { readonly _tag: "Answered"; readonly response: unknown }
  | { readonly _tag: "Failed"; readonly error: VkError }

/** VK's own limit. */
export const callsInExecute = 25
/** VK does not say how long a script may be; what is longer is cut in two. */
const codeMax = 60_000
const singlesAtOnce = 5
const againMs = 1_000

const failed = (error: VkError): CallOutcome => ({ _tag: "Failed", error })

/** JSON is a literal of VK's script language too, but for two line ends that JSON leaves as they are. */
const literal = (params: VkParams): string =>
  JSON.stringify(params).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")

export const executeCode = (calls: ReadonlyArray<VkCall>): string =>
  `return [${calls.map(({ method, params }) => `API.${method}(${literal(params)})`).join(",")}];`

/** A failed call leaves `false` in its place; the errors stand apart, in the order of the failures. */
export const matchOutcomes = (calls: ReadonlyArray<VkCall>, answer: VkAnswer): ReadonlyArray<CallOutcome> => {
  const responses: ReadonlyArray<unknown> = Array.isArray(answer.response) ? answer.response : []
  let failures = 0
  return calls.map(({ method }, place) => {
    const response = responses[place]
    if (response !== undefined && response !== false) return { _tag: "Answered", response }
    const error = response === false ? answer.executeErrors[failures++] : undefined
    if (error !== undefined) return failed(errorOfCode(method, error))
    return failed(
      new VkUnavailable({ method, code: null, reason: "execute did not tell of this call", afterMs: againMs })
    )
  })
}

const askOne = (vk: VkApi["Service"], { method, params }: VkCall, options: CallOptions): Effect.Effect<CallOutcome> =>
  vk.ask(method, params, options).pipe(
    Effect.map(({ response }): CallOutcome => ({ _tag: "Answered", response })),
    Effect.catch((error) => Effect.succeed(failed(error)))
  )

const askSingly = (
  vk: VkApi["Service"],
  calls: ReadonlyArray<VkCall>,
  options: CallOptions
): Effect.Effect<ReadonlyArray<CallOutcome>> =>
  Effect.forEach(calls, (call) => askOne(vk, call, options), { concurrency: singlesAtOnce })

/** Repeating a call must be harmless: a script that broke half-way is done again call by call. */
export const executeBatch = (
  vk: VkApi["Service"],
  calls: ReadonlyArray<VkCall>,
  options: CallOptions = {}
): Effect.Effect<ReadonlyArray<CallOutcome>> => {
  const [only] = calls
  if (only === undefined) return Effect.succeed([])
  if (calls.length === 1) return Effect.map(askOne(vk, only, options), (outcome) => [outcome])
  const code = executeCode(calls)
  if (calls.length > callsInExecute || code.length > codeMax) {
    const middle = Math.min(callsInExecute, Math.ceil(calls.length / 2))
    const halves = [calls.slice(0, middle), calls.slice(middle)]
    return Effect.map(
      Effect.forEach(halves, (half) => executeBatch(vk, half, options), { concurrency: "unbounded" }),
      (parts) => parts.flat()
    )
  }
  return vk.ask("execute", { code }, options).pipe(
    Effect.map((answer) => matchOutcomes(calls, answer)),
    Effect.catchTag("VkRefused", (error) =>
      Effect.logWarning(`execute was refused, the calls go one by one: ${sayCode(error.code, error.message)}`).pipe(
        Effect.andThen(askSingly(vk, calls, options))
      )
    ),
    Effect.catch((error) => Effect.succeed(calls.map(() => failed(error))))
  )
}
