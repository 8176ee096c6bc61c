/** What became of a delivery, told from VK's answer to its call. */
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import { Option, Schema } from "effect"
import { errorOfCode } from "../api/error-of-code.ts"
import { invalidParameter, policyOf } from "../api/policy-of-code.ts"
import type { CallOutcome } from "../api/execute-batch.ts"
import type { ReadyDelivery } from "./with-media.ts"
import { sayError, type VkError } from "../api/vk-error.ts"

/** A wrong token is the operator's to change; until then a delivery asks once a minute. */
const operatorMs = 60_000
/** So VK says, of a change, that the message is not there any more: «access denied», or a parameter that is wrong. */
const notThere: ReadonlySet<number | null> = new Set([15, invalidParameter])
/** Rights may be missing for one call only; then waiting would hold up the conversation for ever. */
const notForThisCall: ReadonlySet<number> = new Set([7, 15])

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

/** Whoever reads it later finds what to do beside it. */
const reasonOf = (error: VkError): string => {
  const advice = error.code === null ? undefined : policyOf(error.code)?.advice
  return advice === undefined ? sayError(error) : `${sayError(error)}. ${advice}`
}

export const resultOfError = (error: VkError): DeliveryResult => {
  const reason = reasonOf(error)
  switch (error._tag) {
    case "VkUnavailable":
      return { _tag: "Later", reason, afterMs: error.afterMs, timedOut: error.timedOut ?? false }
    case "VkRefused":
      return policyOf(error.code)?.because === "chat" ? { _tag: "Gone", reason } : { _tag: "Refused", reason }
    case "VkForbidden":
      return notForThisCall.has(error.code)
        ? { _tag: "Refused", reason }
        : { _tag: "Later", reason, afterMs: operatorMs }
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
  // Somebody may have deleted the picture in VK.
  if (error.code === invalidParameter && delivery.attachment !== null) return { ...delivery, attachment: null }
  const because = error.code === null ? undefined : policyOf(error.code)?.because
  if (because === "buttons" && message.keyboard !== null) return withoutButtons(delivery)
  if (because === "quote" && message._tag === "Say" && message.about !== undefined) {
    const { about: _, ...alone } = message
    return { ...delivery, message: alone }
  }
  return because === "change" || isOfDeleted(delivery, error) ? saidAnew(delivery) : null
}

const saidAnew = (delivery: ReadyDelivery): ReadyDelivery | null => {
  const { message } = delivery
  return message._tag === "Amend" ? { ...delivery, message: { ...message, _tag: "Say" }, amends: null } : null
}

/** Somebody deleted the bot's message: nobody has to look at anything. */
export const isOfDeleted = ({ message }: ReadyDelivery, { code }: VkError): boolean =>
  message._tag === "Amend" && notThere.has(code)

export const withoutButtons = (delivery: ReadyDelivery): ReadyDelivery => ({
  ...delivery,
  message: { ...delivery.message, keyboard: null }
})
