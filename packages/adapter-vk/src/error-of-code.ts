/** Which of the three errors a VK error code is, how long to wait, and what the operator should do. */
import { VkForbidden, VkRefused, VkUnavailable, type VkError } from "./vk-error.ts"

export interface VkErrorBody {
  readonly code: number
  readonly message: string
}

const TOO_MANY_PER_SECOND = 6
const FLOOD_CONTROL = 9
const INTERRUPTED = 36
export const CAPTCHA_NEEDED = 14

/** VK names no delays; these follow from what each limit is counted over. */
const waitMsByCode: ReadonlyMap<number, number> = new Map([
  [1, 1_000],
  [TOO_MANY_PER_SECOND, 500],
  [FLOOD_CONTROL, 60_000],
  [10, 1_000],
  [CAPTCHA_NEEDED, 600_000],
  [29, 60_000],
  [INTERRUPTED, 1_000],
  [43, 30_000]
])

const newToken = "Create a new community token (community settings, API usage, access tokens) and set VK_TOKEN to it."
const moreRights =
  'The community token needs the rights "messages" and "community management": create one with both and set VK_TOKEN.'

const adviceByCode: ReadonlyMap<number, string> = new Map([
  [5, newToken],
  [7, moreRights],
  [15, moreRights],
  [27, "VK_TOKEN must be a community token with this right. " + moreRights],
  [28, "VK_TOKEN must be a community token, not a service token of an application. " + newToken],
  [42, "The token does not allow this machine's IP address: remove the restriction in the token's settings."],
  [1117, "The token has expired. " + newToken]
])

export const isTooManyPerSecond = (error: VkError): boolean => error.code === TOO_MANY_PER_SECOND

export const errorOfCode = (method: string, { code, message }: VkErrorBody): VkError => {
  const afterMs = waitMsByCode.get(code)
  if (afterMs !== undefined) {
    const timedOut = code === INTERRUPTED
    return new VkUnavailable({ method, code, reason: `VK error ${code}, ${message}`, afterMs, timedOut })
  }
  const advice = adviceByCode.get(code)
  if (advice !== undefined) return new VkForbidden({ method, code, message, advice })
  return new VkRefused({ method, code, message })
}
