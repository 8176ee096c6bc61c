/** messages.sendMessageEventAnswer: stops a pressed button's spinner, and may show a short text. */
import type { Vk } from "../../state/vk.ts"
import type { Press } from "../../state/presses.ts"
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { isRecord } from "../check-button.ts"
import { type Params, required } from "../params.ts"
import { invalid } from "../vk-error.ts"

const dataLimit = 1000
const snackbarLimit = 90
const snackbarsKept = 500
const types = new Set(["show_snackbar", "open_link", "open_app"])

interface Answer {
  readonly text?: string
  readonly link?: string
}

const readAnswer = (params: Params): Answer => {
  const data = params.json("event_data", dataLimit)
  if (data === undefined) return {}
  if (!isRecord(data) || typeof data["type"] !== "string" || !types.has(data["type"])) {
    throw invalid("event_data has unknown type")
  }
  if (data["type"] === "show_snackbar") {
    const text = data["text"]
    if (typeof text !== "string" || text === "") throw invalid("event_data: text is required")
    if (text.length > snackbarLimit) throw invalid(`event_data: text is longer than ${snackbarLimit}`)
    return { text }
  }
  if (data["type"] === "open_app") return {}
  const link = data["link"]
  if (typeof link !== "string" || !URL.canParse(link)) throw invalid("event_data: link is invalid")
  return { link }
}

const show = (vk: Vk, press: Press, answer: Answer): void => {
  const { event_id, peer_id, user_id } = press
  const conversation = reachable(vk, peer_id)
  if (answer.text !== undefined) {
    const snackbar = {
      event_id,
      user_id,
      conversation_message_id: press.conversation_message_id ?? null,
      text: answer.text,
      at: vk.clock.now()
    }
    conversation.snackbars.push(snackbar)
    if (conversation.snackbars.length > snackbarsKept * 2) {
      conversation.snackbars = conversation.snackbars.slice(-snackbarsKept)
    }
    vk.feed.tell({ type: "snackbar", peer_id, snackbar })
  }
  vk.feed.tell({ type: "answer", peer_id, event_id, link: answer.link ?? null })
}

export const sendMessageEventAnswer = ({ params, vk }: Call): unknown => {
  const eventId = required("event_id", params.text("event_id"))
  const userId = required("user_id", params.int("user_id"))
  const peerId = required("peer_id", params.int("peer_id"))
  const answer = readAnswer(params)
  reachable(vk, peerId)
  const press = vk.presses.take(eventId, userId, peerId, vk.clock.now())
  if (press === undefined) throw invalid("event_id is invalid")
  show(vk, press, answer)
  return 1
}
