/** A message's text: mentions and links inside plain text. */
import { h } from "./dom.js"

const PART = /\[(?:id|club|public)(\d+)\|([^\]\n]+)\]|(https?:\/\/[^\s<>«»"]+[^\s<>«»".,;:!?)])/g

export const richText = (text) => {
  const nodes = []
  let at = 0
  for (const match of text.matchAll(PART)) {
    const [whole, , name, link] = match
    nodes.push(text.slice(at, match.index))
    nodes.push(
      link === undefined
        ? h("span", { class: "mention" }, name)
        : h("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, link)
    )
    at = match.index + whole.length
  }
  nodes.push(text.slice(at))
  return nodes
}

export const plainText = (text) => text.replace(/\[(?:id|club|public)\d+\|([^\]\n]+)\]/g, "$1")

const KINDS = {
  photo: "Фотография",
  sticker: "Стикер",
  doc: "Документ",
  video: "Видео",
  audio: "Аудиозапись",
  audio_message: "Голосовое сообщение"
}

export const attachmentName = (attachment) => KINDS[attachment.type] ?? `Вложение: ${attachment.type}`

const picture = (attachment) => {
  const { photo, sticker } = attachment
  const sizes = photo?.sizes ?? sticker?.images ?? []
  return sizes.at(-1)?.url
}

export const attachmentNode = (attachment) => {
  const url = picture(attachment)
  const name = attachmentName(attachment)
  if (url !== undefined) return h("img", { class: attachment.type, src: url, alt: name, loading: "lazy" })
  return h("span", { class: "attachment" }, name)
}

/** What a service message says. */
export const serviceText = (message, nameOf) => {
  const who = nameOf(message.from_id)
  const { member_id, text, type } = message.action
  switch (type) {
    case "chat_create":
      return `${who} создаёт беседу «${text}»`
    case "chat_title_update":
      return `${who} меняет название беседы на «${text}»`
    case "chat_photo_update":
      return `${who} меняет картинку беседы`
    case "chat_photo_remove":
      return `${who} убирает картинку беседы`
    case "chat_invite_user":
      return member_id === message.from_id ? `${who} возвращается в беседу` : `${who} приглашает: ${nameOf(member_id)}`
    case "chat_invite_user_by_link":
      return `${who} входит по ссылке`
    case "chat_pin_message":
      return `${nameOf(member_id)} закрепляет сообщение${message.action.message ? ` «${plainText(message.action.message)}»` : ""}`
    case "chat_unpin_message":
      return `${nameOf(member_id)} открепляет сообщение`
    case "chat_kick_user":
      return member_id === message.from_id ? `${who} выходит из беседы` : `${who} исключает: ${nameOf(member_id)}`
    default:
      return `${who}: ${type}`
  }
}
