/** What each error code of VK means for whoever called, and what a person can do about it: one row for each code. */
import { groupPlace, tokenPlace } from "./vk-config.ts"

export interface Policy {
  /** `again`: the same call may succeed later; `stop`: nothing works until the operator did something; `never`: not this call. */
  readonly fate: "again" | "stop" | "never"
  /** VK names no delays; these follow from what each limit is counted over. */
  readonly afterMs?: number
  /** What of the call VK does not want; the rest of it may be asked for alone. */
  readonly because?: "chat" | "buttons" | "change" | "quote"
  readonly advice: string
  /** The operator hears of it, for it stands for more than one conversation. */
  readonly isTold?: true
}

export const tooManyPerSecond = 6
export const interrupted = 36
export const invalidParameter = 100
export const captchaNeeded = 14
export const botFeaturesOff = 912

const again = (afterMs: number, advice: string): Policy => ({ fate: "again", afterMs, advice })
const stop = (advice: string): Policy => ({ fate: "stop", advice, isTold: true })
const never = (advice: string, because?: Policy["because"]): Policy =>
  because === undefined ? { fate: "never", advice } : { fate: "never", because, advice }
const neverTold = (advice: string, because?: Policy["because"]): Policy => ({ ...never(advice, because), isTold: true })
const gone = (advice: string): Policy => never(advice, "chat")

const newToken = `Create a new community token (community settings, API usage, access tokens) and set ${tokenPlace} to it.`
const moreRights = `The community token needs the rights "messages" and "community management": create one with both and set ${tokenPlace} to it.`
const notKnown =
  "VK does not know a call of the bot as it knew it before: see that VK_API_URL is right, and whether there is a newer version of the bot."
const passes = "It passes by itself; if it does not, see VK's own news."
const newer = "See whether there is a newer version of the bot."
const toAllow = "The person has to allow messages of the community, or to write to it first."
const toLetIn = "The game goes on when the bot is in the chat again: somebody there has to add it."

const policies: ReadonlyMap<number, Policy> = new Map([
  // It passes.
  [1, again(1_000, passes)],
  [tooManyPerSecond, again(500, "If it comes often, another program uses the same token: give it one of its own.")],
  [
    9,
    again(
      60_000,
      "VK takes about 1,000 messages an hour in one conversation: VK_MESSAGES_PER_HOUR keeps the bot below."
    )
  ],
  [10, again(1_000, passes)],
  [
    captchaNeeded,
    again(600_000, "VK takes the bot for a spammer: see whether another program writes with the same token.")
  ],
  [29, again(60_000, "VK limits this method: see whether another program calls it with the same token.")],
  [interrupted, again(1_000, passes)],
  [43, again(30_000, passes)],
  // Nothing works.
  [5, stop(newToken)],
  [7, stop(moreRights)],
  [15, stop(moreRights)],
  [
    17,
    stop(
      "VK wants the owner of the token to confirm who they are: log in to VK as an administrator of the community, and follow what it asks."
    )
  ],
  [27, stop(moreRights)],
  [28, stop("The token must be one of the community, not a service token of an application. " + newToken)],
  [42, stop("The token does not allow this machine's IP address: remove the restriction in the token's settings.")],
  [
    915,
    stop(
      "Messages of the community are switched off: «Управление» → «Сообщения» → «Сообщения сообщества» → «Включены»."
    )
  ],
  [1117, stop("The token has expired. " + newToken)],
  // Not this call, and not its like.
  [3, neverTold(notKnown)],
  [8, neverTold(notKnown)],
  [24, neverTold("VK wants this to be confirmed by a person: do by hand in the community what the bot could not.")],
  [invalidParameter, neverTold(notKnown, "quote")],
  [
    113,
    neverTold("VK does not know a person the bot asked for: see that VK_API_URL is the VK that the events come from.")
  ],
  [
    125,
    neverTold(`VK does not know the community: ${groupPlace} must be the number of the one that the token belongs to.`)
  ],
  [
    911,
    neverTold(
      "VK does not take the bot's buttons as they are, messages go without them: see whether there is a newer version of the bot.",
      "buttons"
    )
  ],
  [
    botFeaturesOff,
    neverTold(
      "Buttons are switched off in the community, messages go without them: «Управление» → «Сообщения» → «Настройки для бота» → «Возможности ботов» → «Включены».",
      "buttons"
    )
  ],
  // Nothing can be said in this conversation.
  [18, gone("The person's page was deleted or blocked by VK.")],
  [203, gone("The bot may not write in the chat: an administrator of the chat has to allow it.")],
  [900, gone("The person has the community on their blacklist.")],
  [901, gone(toAllow)],
  [902, gone(toAllow)],
  [916, gone("The bot is blocked in the chat: an administrator of the chat has to unblock it.")],
  [917, gone(toLetIn)],
  [918, gone(toLetIn)],
  [922, gone(toLetIn)],
  [925, gone("Only administrators may write in the chat: one of them has to make the bot one, or allow it to write.")],
  [927, gone("There is no such chat any more.")],
  [932, gone("The community may not write there: an administrator of the chat has to allow it.")],
  [936, gone("There is no such person or conversation any more.")],
  [945, gone("The chat was disabled by VK.")],
  [946, gone("VK lets no bot into chats of this kind: play in another one.")],
  [950, gone("The person has not written for too long: they have to write first.")],
  [962, gone("Only subscribers may write in the chat.")],
  [983, gone("The bot may not write in the chat: an administrator of the chat has to allow it.")],
  [985, gone("Nobody can write to communities of this kind.")],
  [987, gone("The person has to accept a request for messages first.")],
  [988, gone("The person has not accepted the request for messages yet.")],
  [1012, gone("Writing is disabled in the chat: an administrator of the chat has to allow it.")],
  [1021, gone("There is no such conversation any more.")],
  // The message that was said can be changed no more; a new one can be said.
  [909, never("It is said anew.", "change")],
  [910, never("It is said anew.", "change")],
  [920, never("It is said anew.", "change")],
  [923, never("The message is not there any more; it is said anew.", "change")],
  [949, never("It is said anew.", "change")],
  // The message it would stand beside was deleted, or is not shown to us.
  [104, never("It is said alone.", "quote")],
  [913, never("It is said alone.", "quote")],
  [921, never("It is said alone.", "quote")],
  // This message alone.
  [914, never(`The text is longer than VK takes. ${newer}`)],
  [924, never("VK lets it be deleted for everybody for a day only.")],
  [935, never("The person is not in the chat any more.")],
  [940, never(`The message carries too much. ${newer}`)],
  [942, never("VK lets a story that is seen once not be pinned.")],
  [943, never(newer)],
  [944, never("VK allows no more messages of this kind to the person for now.")],
  [969, never("VK lets this message not be forwarded.")],
  [970, never("VK lets a message that vanishes not be pinned.")],
  [979, never("VK does not allow this in the chat.")],
  [984, never("VK takes the message for spam: see what the question says.")]
])

export const policyOf = (code: number): Policy | undefined => policies.get(code)
