/** How VK refuses: a code, its text, and a detail after a colon. */

const texts: Readonly<Record<number, string>> = {
  1: "Unknown error occurred",
  3: "Unknown method passed",
  5: "User authorization failed",
  6: "Too many requests per second",
  7: "Permission to perform this action is denied",
  8: "Invalid request",
  9: "Flood control",
  10: "Internal server error",
  12: "Unable to compile code",
  13: "Runtime error occurred during code invocation",
  14: "Captcha needed",
  15: "Access denied",
  18: "User was deleted or banned",
  17: "Validation required",
  27: "Group authorization failed",
  28: "Application authorization failed",
  29: "Rate limit reached",
  36: "Method execution was interrupted due to timeout",
  42: "IP is not allowed",
  43: "This section is temporary unavailable",
  100: "One of the parameters specified was missing or invalid",
  105: "Couldn't save file",
  113: "Invalid user id",
  118: "Invalid server",
  121: "Invalid hash",
  125: "Invalid group id",
  129: "Invalid photo",
  203: "Access to group denied",
  900: "Can't send messages for users from blacklist",
  901: "Can't send messages for users without permission",
  902: "Can't send messages to this user due to their privacy settings",
  909: "Can't edit this message, because it's too old",
  910: "Can't send this message, because it's too big",
  911: "Keyboard format is invalid",
  912: "This is a chat bot feature, change this status in settings",
  913: "Too many forwarded messages",
  914: "Message is too long",
  917: "You don't have access to this chat",
  919: "You can't see invite link for this chat",
  920: "Can't edit this kind of message",
  921: "Can't forward these messages",
  922: "You left this chat",
  924: "Can't delete this message for everybody",
  925: "You are not admin of this chat",
  927: "Chat does not exist",
  932: "Your community can't interact with this peer",
  935: "User not found in chat",
  936: "Contact not found",
  940: "Too many posts in messages",
  945: "Chat was disabled",
  946: "Chat not supported",
  949: "Can't edit pinned message yet",
  950: "Can't send message, reply timed out",
  962: "You can't access donut chat without subscription",
  983: "Access denied: user is restricted to write to this chat",
  985: "Cannot write to notifications only groups",
  987: "Need message request",
  988: "Pending message request",
  1009: "Unknown reaction passed",
  1012: "Writing is disabled for this chat",
  1117: "Access token has expired",
  2000: "Servers number limit is reached"
}

/** Refusals of one addressee: with peer_ids they sit in that addressee's item. */
const peerCodes = new Set([
  18, 203, 900, 901, 902, 917, 922, 925, 927, 932, 935, 936, 945, 946, 950, 962, 983, 985, 987, 988, 1012
])

export const concernsPeer = (code: number): boolean => peerCodes.has(code)

export class VkError extends Error {
  readonly code: number

  constructor(code: number, detail?: string) {
    const text = texts[code] ?? `Error ${code}`
    super(detail === undefined ? text : `${text}: ${detail}`)
    this.name = "VkError"
    this.code = code
  }
}

/** 100, the refusal of a parameter. */
export const invalid = (detail: string): VkError => new VkError(100, detail)

/** What a captcha adds to its error. */
const extras = (code: number): object =>
  code === 14 ? { captcha_sid: "239633676097", captcha_img: "https://api.vk.ru/captcha.php?sid=239633676097&s=1" } : {}

export interface Param {
  readonly key: string
  readonly value: string
}

export const errorBody = (error: VkError, method: string, params: ReadonlyMap<string, string>): object => ({
  error: {
    error_code: error.code,
    error_msg: error.message,
    ...extras(error.code),
    request_params: [
      { key: "method", value: method },
      { key: "oauth", value: "1" },
      ...[...params].filter(([key]) => key !== "access_token").map(([key, value]): Param => ({ key, value }))
    ]
  }
})
