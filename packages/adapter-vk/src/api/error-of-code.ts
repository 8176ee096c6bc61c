/** Which of the three errors a VK error code is, how long to wait, and what the operator should do. */
import { sayCode, VkForbidden, VkRefused, VkUnavailable, type VkError } from "./vk-error.ts"

export interface VkErrorBody {
  readonly code: number
  readonly message: string
}

const TOO_MANY_PER_SECOND = 6
const FLOOD_CONTROL = 9
const INTERRUPTED = 36
export const INVALID_PARAMETER = 100
export const CAPTCHA_NEEDED = 14
export const BOT_FEATURES_OFF = 912

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
const notKnown =
  "VK does not know a call of the bot as it knew it before: see that VK_API_URL is right, and whether there is a newer version of the bot."

/** Nothing works until the operator did something. */
const stopByCode: ReadonlyMap<number, string> = new Map([
  [5, newToken],
  [7, moreRights],
  [15, moreRights],
  [
    17,
    "VK wants the owner of the token to confirm who they are: log in to VK as an administrator of the community, and follow what it asks."
  ],
  [27, "VK_TOKEN must be a community token with this right. " + moreRights],
  [28, "VK_TOKEN must be a community token, not a service token of an application. " + newToken],
  [42, "The token does not allow this machine's IP address: remove the restriction in the token's settings."],
  [
    915,
    "Messages of the community are switched off: «Управление» → «Сообщения» → «Сообщения сообщества» → «Включены»."
  ],
  [1117, "The token has expired. " + newToken]
])

/** This call never works, and the operator should know why. */
const adviceByCode: ReadonlyMap<number, string> = new Map([
  [3, notKnown],
  [8, notKnown],
  [24, "VK wants this to be confirmed by a person: do by hand in the community what the bot could not."],
  [INVALID_PARAMETER, notKnown],
  [113, "VK does not know a person the bot asked for: see that VK_API_URL is the VK that the events come from."],
  [125, "VK does not know the community: VK_GROUP_ID must be the number of the community VK_TOKEN belongs to."],
  [
    911,
    "VK does not take the bot's buttons as they are, messages go without them: see whether there is a newer version of the bot."
  ],
  [
    BOT_FEATURES_OFF,
    "Buttons are switched off in the community, messages go without them: «Управление» → «Сообщения» → «Настройки для бота» → «Возможности ботов» → «Включены»."
  ]
])

export const isTooManyPerSecond = (error: VkError): boolean => error.code === TOO_MANY_PER_SECOND

export const errorOfCode = (method: string, { code, message }: VkErrorBody): VkError => {
  const afterMs = waitMsByCode.get(code)
  if (afterMs !== undefined) {
    const timedOut = code === INTERRUPTED
    return new VkUnavailable({ method, code, reason: sayCode(code, message), afterMs, timedOut })
  }
  const stop = stopByCode.get(code)
  if (stop !== undefined) return new VkForbidden({ method, code, message, advice: stop })
  const advice = adviceByCode.get(code)
  return new VkRefused({ method, code, message, ...(advice === undefined ? {} : { advice }) })
}
