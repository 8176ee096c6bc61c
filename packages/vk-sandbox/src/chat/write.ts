/** A person writes: a text, a sticker, a picture. */
import { isRecord } from "../api/check-button.ts"
import { ControlError } from "../control/control-error.ts"
import { type Conversation, isChat } from "../state/conversation.ts"
import { payloadText } from "../state/keyboard.ts"
import type { Attachment, Message } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { requireMember } from "./find-conversation.ts"
import { postMessage } from "./post-message.ts"

export const textLimit = 4096

export interface WrittenMessage {
  readonly from_id: number
  readonly text?: string
  readonly payload?: unknown
  readonly attachments?: ReadonlyArray<Attachment>
  readonly reply_to?: number
  /** Messages of this conversation that it carries along. */
  readonly forwards?: ReadonlyArray<number>
}

/** Nobody recorded anything: what VK tells of a voice, but where to hear it. */
const noVoice = { id: 1, owner_id: 1, duration: 3, waveform: [], link_mp3: "", link_ogg: "" }

/** What VK tells of an attachment, as far as the writer leaves it out. */
const usual: Readonly<Record<string, object>> = {
  sticker: { inner_type: "base_sticker_new", sticker_id: 1, product_id: 1, images: [], is_allowed: true },
  audio_message: noVoice,
  photo: { id: 1, owner_id: 1, album_id: -3, date: 0, has_tags: false, sizes: [], text: "" }
}

/** `{type: "sticker"}` is short for a sticker of which nothing is told. */
const withBody = (item: Attachment): Attachment => {
  const told = item[item.type]
  return { ...item, [item.type]: { ...usual[item.type], ...(isRecord(told) ? told : {}) } }
}

/** Whoever writes to the community allows it to write back. */
const allowByWriting = (vk: Vk, dialog: Conversation): void => {
  const isFirst = dialog.log.lastId() === 0
  if (!isFirst && dialog.bot_inside) return
  dialog.bot_inside = true
  vk.events.publish("message_allow", { user_id: dialog.peer_id, key: "" })
}

const requireThere = (conversation: Conversation, field: string, cmids: ReadonlyArray<number>): void => {
  for (const cmid of cmids) {
    if (conversation.log.get(cmid) === undefined) throw new ControlError(`${field}: no message ${cmid}`)
  }
}

export const write = (vk: Vk, conversation: Conversation, written: WrittenMessage): Message => {
  const { forwards = [], from_id, reply_to, text = "" } = written
  requireMember(conversation, from_id)
  const attachments = (written.attachments ?? []).map(withBody)
  if (text.trim() === "" && attachments.length + forwards.length === 0) {
    throw new ControlError("text: empty, and nothing is attached")
  }
  if (text.length > textLimit) throw new ControlError(`text: longer than ${textLimit} characters`)
  requireThere(conversation, "reply_to", [reply_to ?? []].flat())
  requireThere(conversation, "forwards", forwards)
  if (!isChat(conversation)) allowByWriting(vk, conversation)
  const payload = payloadText(written.payload)
  return postMessage(vk, conversation, { from_id, text, attachments, payload, reply_to, forwards })
}
