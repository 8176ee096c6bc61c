/** What became of a delivery, told from VK's answer to its call. */
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import { Option, Schema } from "effect"
import { BOT_FEATURES_OFF, errorOfCode, INVALID_PARAMETER } from "../api/error-of-code.ts"
import type { CallOutcome } from "../api/execute-batch.ts"
import type { ReadyDelivery } from "./with-media.ts"
import { sayError, type VkError } from "../api/vk-error.ts"

/** A wrong token is the operator's to change; until then a delivery asks once a minute. */
const OPERATOR_MS = 60_000
/** Rights may be missing for one call only; then waiting would hold up the conversation for ever. */
const NOT_FOR_THIS_CALL: ReadonlySet<number> = new Set([7, 15])

/** The bot was put out, blocked, or silenced; or there is no such conversation any more. */
const GONE: ReadonlySet<number> = new Set([
  900, 901, 902, 916, 917, 918, 922, 927, 932, 936, 945, 946, 950, 983, 1012, 1021
])
/** VK takes the message, but not these buttons. */
const NO_BUTTONS: ReadonlySet<number> = new Set([911, BOT_FEATURES_OFF])
/** The message that was said can be changed no more; a new one can be said. */
const NO_CHANGE: ReadonlySet<number> = new Set([909, 910, 920, 949])

/** The message it would stand beside was deleted, or is not shown to us. */
const NO_QUOTE: ReadonlySet<number> = new Set([100, 104, 913, 921])

const SentTo = Schema.Struct({
  conversation_message_id: Schema.optionalKey(Schema.Int),
  error: Schema.optionalKey(
    Schema.Struct({
      code: Schema.Int,
      description: Schema.optionalKey(Schema.String)
    })
  )
})
const decodeSent = Schema.decodeUnknownOption(Schema.Array(SentTo))

export const resultOfError = (error: VkError): DeliveryResult => {
  const reason = sayError(error)
  switch (error._tag) {
    case "VkUnavailable":
      return { _tag: "Later", reason, afterMs: error.afterMs, timedOut: error.timedOut ?? false }
    case "VkRefused":
      return GONE.has(error.code) ? { _tag: "Gone", reason } : { _tag: "Refused", reason }
    case "VkForbidden":
      return NOT_FOR_THIS_CALL.has(error.code)
        ? { _tag: "Refused", reason }
        : { _tag: "Later", reason, afterMs: OPERATOR_MS }
  }
}

/** Each recipient has its own outcome inside an answer that looks like success. */
const resultOfSend = (response: unknown): { readonly result: DeliveryResult; readonly error: VkError | null } => {
  const sent = Option.getOrUndefined(decodeSent(response))?.[0]
  if (sent?.error !== undefined) {
    const { code, description } = sent.error
    const error = errorOfCode("messages.send", { code, message: description ?? "no words" })
    return { result: resultOfError(error), error }
  }
  const number = sent?.conversation_message_id ?? 0
  // Without the number the message is there all the same, it only cannot be changed later.
  return { result: { _tag: "Delivered", externalId: number > 0 ? String(number) : null }, error: null }
}

/** `error` is VK's, when there was one: some of them the operator has to hear of. */
export const deliveryResult = (
  { amends, message }: Delivery,
  outcome: CallOutcome
): { readonly result: DeliveryResult; readonly error: VkError | null } => {
  if (outcome._tag === "Failed") return { result: resultOfError(outcome.error), error: outcome.error }
  if (message._tag === "Say") return resultOfSend(outcome.response)
  return { result: { _tag: "Delivered", externalId: amends }, error: null }
}

/** What to ask for instead of what VK refused; null: nothing. Each may come once, so this ends. */
export const insteadOf = (delivery: ReadyDelivery, error: VkError): ReadyDelivery | null => {
  const { message } = delivery
  if (error.code === null) return null
  // Somebody may have deleted the picture in VK.
  if (error.code === INVALID_PARAMETER && delivery.attachment !== null) return { ...delivery, attachment: null }
  if (NO_BUTTONS.has(error.code) && message.keyboard !== null) return withoutButtons(delivery)
  if (NO_QUOTE.has(error.code) && message._tag === "Say" && message.about !== undefined) {
    const { about: _, ...alone } = message
    return { ...delivery, message: alone }
  }
  if (NO_CHANGE.has(error.code) && message._tag === "Amend") {
    const { keyboard, slot, text } = message
    return { ...delivery, message: { _tag: "Say", text, keyboard, slot }, amends: null }
  }
  return null
}

export const withoutButtons = (delivery: ReadyDelivery): ReadyDelivery => ({
  ...delivery,
  message: { ...delivery.message, keyboard: null }
})
