/** What is measured of VK: its calls by method and answer, those made once more, and the waiting for its limit. */
import { by, counterOf, secondsOf } from "@znatoki/ports/metrics"

/** `code`: VK's error code; `ok`; `silent` where there was no answer, or none that is one. */
export const calls = (method: string, code: string) => callsOf(method)(code)
const callsOf = by((method) =>
  by((code) => counterOf("znatoki_vk_calls_total", "Calls of VK's methods", { method, code }))
)
/** By what the call before came to, named alike. What a caller plans by itself, as a message that is put off, is none. */
export const retries = (method: string, code: string) => retriesOf(method)(code)
const retriesOf = by((method) =>
  by((code) =>
    counterOf("znatoki_vk_retries_total", "Calls of VK's methods that were made once more", { method, code })
  )
)
/** Told of from the beginning, so that the first one is an increase. */
export const tokenRefusals = counterOf("znatoki_vk_token_refusals_total", "Calls for which VK refused the token")
export const callTime = by((method) =>
  secondsOf("znatoki_vk_call_seconds", "A call of VK, without the waiting for its limit", { method })
)
export const limitWait = secondsOf(
  "znatoki_vk_limit_wait_seconds",
  "How long a call waited for its turn under VK's limit"
)
