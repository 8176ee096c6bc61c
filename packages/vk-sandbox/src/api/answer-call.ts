/** From a request's parameters to VK's answer: who asks, how often, and what came of it. */
import { minorOf } from "../state/api-version.ts"
import type { Vk } from "../state/vk.ts"
import { refuseEach } from "./methods/messages-send.ts"
import { methodTable } from "./method-table.ts"
import { userOnly } from "./user-only-methods.ts"
import { readParams, required } from "./params.ts"
import { methodsIn, parseScript } from "./script/parse-script.ts"
import { callsPerSecond } from "../state/rate-limit.ts"
import { runScript } from "./script/run-script.ts"
import { errorBody, VkError } from "./vk-error.ts"

const oldestMinor = 81

export interface ApiRequest {
  readonly method: string
  readonly params: ReadonlyMap<string, string>
  readonly token: string | undefined
  readonly origin: string
}

/** Thrown by a call that is never to be answered; what a script did before it is done. */
export class Hanging extends Error {}

const checkVersion = (version: string): void => {
  if (version === "") throw new VkError(8, "v (version) is required")
  if (minorOf(version) < oldestMinor) throw new VkError(8, `versions below 5.${oldestMinor} are deprecated`)
}

const isKnown = (method: string): boolean => method === "execute" || methodTable.has(method) || userOnly.has(method)

const checkCaller = (vk: Vk, { method, params, token }: ApiRequest): void => {
  if (!isKnown(method)) throw new VkError(3)
  checkVersion(params.get("v") ?? "")
  if (token === undefined || token === "") throw new VkError(5, "no access_token passed.")
  if (token !== vk.token) throw new VkError(5, "invalid access_token (4).")
  if (!vk.rateLimit.allow(vk.faults().plan.rateLimit ?? callsPerSecond)) throw new VkError(6)
}

/** The conversations a call is about, as its parameters name them. */
const peersOf = (params: ReadonlyMap<string, string>): ReadonlyArray<number> =>
  [params.get("peer_id") ?? "", ...(params.get("peer_ids") ?? "").split(",")].filter((id) => id !== "").map(Number)

/** Runs one method, directly or from a script. */
const callMethod =
  (vk: Vk, { origin, params: whole }: ApiRequest) =>
  (name: string, raw: ReadonlyMap<string, string>): unknown => {
    try {
      const params = readParams(raw)
      const about = { method: name, peers: peersOf(raw) }
      if (vk.faults().hang(about)) throw new Hanging(name)
      const planned = vk.faults().error(about)
      if (planned !== undefined) {
        const error = new VkError(planned)
        if (name !== "messages.send") throw error
        return refuseEach(params, error)
      }
      if (userOnly.has(name)) throw new VkError(27, "method is unavailable with group auth.")
      const method = methodTable.get(name)
      if (method === undefined) throw new VkError(3)
      const version = minorOf(whole.get("v") ?? "")
      const response = method({ vk, params, origin, version })
      vk.inspector?.call({ method: name, params: raw, version, response })
      return response
    } catch (error) {
      if (error instanceof VkError) vk.stats.error(error.code)
      throw error
    }
  }

const execute = (vk: Vk, request: ApiRequest): object => {
  const planned = vk.faults().error({ method: "execute", peers: [] })
  if (planned !== undefined) throw new VkError(planned)
  const call = callMethod(vk, request)
  return runScript(parseScript(required("code", readParams(request.params).text("code"))), (method, inner) => {
    vk.stats.call(method)
    return call(method, inner)
  })
}

/** Every method a request is about: faults of a method also strike the script that calls it. */
export const methodsOf = ({ method, params }: ApiRequest): ReadonlyArray<string> => {
  if (method !== "execute") return [method]
  try {
    return [method, ...methodsIn(parseScript(params.get("code") ?? ""))]
  } catch {
    return [method]
  }
}

export const answerCall = (vk: Vk, request: ApiRequest): object => {
  const answer = answerOf(vk, request)
  const complaints = vk.inspector?.news() ?? []
  vk.calls.add({ at: vk.clock.now(), method: request.method, params: request.params, answer, complaints })
  return answer
}

const answerOf = (vk: Vk, request: ApiRequest): object => {
  let counted = false
  vk.stats.call(request.method)
  try {
    checkCaller(vk, request)
    if (request.method === "execute") return execute(vk, request)
    counted = true
    return { response: callMethod(vk, request)(request.method, request.params) }
  } catch (error) {
    if (!(error instanceof VkError)) throw error
    if (!counted) vk.stats.error(error.code)
    const body = errorBody(error, request.method, request.params)
    vk.inspector?.refusal(body)
    return body
  }
}
