/** Whether VK would take one button. */
import { type Button, type ButtonAction, payloadText } from "../state/keyboard.ts"
import { VkError } from "./vk-error.ts"

const labelLimit = 40
const payloadLimit = 255
const knownColors = new Set(["primary", "secondary", "positive", "negative"])

/** The fields each kind of action may have. */
const fieldsByType: Readonly<Record<string, ReadonlyArray<string>>> = {
  text: ["label", "payload"],
  callback: ["label", "payload"],
  open_link: ["link", "label", "payload"],
  open_app: ["app_id", "owner_id", "label", "hash", "payload"],
  location: ["payload"],
  vkpay: ["hash", "payload"],
  open_photo: [],
  intent_subscribe: ["label", "payload", "intent", "subscribe_id", "peer_id"],
  intent_unsubscribe: ["label", "payload", "intent", "peer_id"]
}
const oneTimeTypes = new Set(["text", "location"])
const labelled = new Set(["text", "callback", "open_link", "open_app"])
const colored = new Set(["text", "callback"])

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const checkPayload = (payload: unknown, where: string): void => {
  // Null was refused for some days in VK's history, and is taken as none.
  if (payload === undefined || payload === null || payload === "") return
  if ((payloadText(payload) ?? "").length > payloadLimit) throw new VkError(911, `${where} has too long payload`)
  if (typeof payload !== "string") return
  try {
    JSON.parse(payload)
  } catch {
    throw new VkError(911, `${where} has payload with incorrect JSON`)
  }
}

const checkLabel = (action: Readonly<Record<string, unknown>>, where: string): void => {
  const label = action["label"]
  if (typeof label !== "string" || label.trim() === "") {
    throw new VkError(911, `${where} label should be at least 1 letters length`)
  }
  if (label.length > labelLimit) throw new VkError(911, `${where} label is too long`)
}

const checkLink = (link: unknown, where: string): void => {
  if (typeof link !== "string" || !URL.canParse(link)) throw new VkError(911, `${where} has invalid link`)
}

const checkAction = (action: unknown, where: string, oneTime: boolean): ButtonAction => {
  if (!isRecord(action)) throw new VkError(911, `${where} has no action`)
  const type = action["type"]
  const fields = typeof type === "string" ? fieldsByType[type] : undefined
  if (typeof type !== "string" || fields === undefined) throw new VkError(911, `${where} has unknown action type`)
  if (oneTime && !oneTimeTypes.has(type)) throw new VkError(911, `${where} is not supported in one_time keyboard`)
  if (Object.keys(action).some((field) => field !== "type" && !fields.includes(field))) {
    throw new VkError(911, "action contains unknown fields")
  }
  if (labelled.has(type)) checkLabel(action, where)
  if (type === "open_link") checkLink(action["link"], where)
  checkPayload(action["payload"], where)
  const payload = payloadText(action["payload"] ?? undefined)
  // VK keeps a payload as text, whichever form it came in.
  const { payload: _asSent, ...rest } = action
  return { ...rest, type, ...(payload === undefined ? {} : { payload }) }
}

export const checkButton = (button: unknown, where: string, oneTime: boolean): Button => {
  if (!isRecord(button)) throw new VkError(911, `${where} should be object`)
  const action = checkAction(button["action"], where, oneTime)
  const color = button["color"]
  if (color === undefined) return { action }
  if (typeof color !== "string" || !knownColors.has(color)) throw new VkError(911, `${where} has invalid color`)
  if (!colored.has(action.type))
    throw new VkError(911, `${where} has action type which is not compatible with setting colors`)
  return { action, color }
}
