/** The list of conversations, the liveliest first, with what is not read yet. */
import { avatar, byId, clock, h } from "./dom.js"
import { attachmentName, plainText, serviceText } from "./text.js"

const seenKey = (peer) => `sandbox.seen.${peer}`
const seenOf = (peer) => Number(sessionStorage.getItem(seenKey(peer)) ?? 0)
const markSeen = (peer, cmid) => sessionStorage.setItem(seenKey(peer), String(Math.max(cmid, seenOf(peer))))

const preview = (conversation) => {
  const last = conversation.last_message
  if (last === null) return "Пока пусто"
  const nameOf = (id) => {
    if (id < 0) return "Бот"
    return conversation.members.find((member) => member.id === id)?.first_name ?? `id${id}`
  }
  if (last.action !== null) return serviceText(last, nameOf)
  if (last.deleted) return "Сообщение удалено"
  const text = plainText(last.text) || last.attachments.map(attachmentName).join(", ")
  return `${nameOf(last.from_id)}: ${text}`
}

const contents = (conversation, unread) => {
  const { last_message, peer_id, title } = conversation
  return [
    avatar(peer_id, title),
    h("span", { class: "chat-title" }, title),
    last_message === null ? "" : h("time", {}, clock(last_message.at)),
    h("span", { class: "chat-last" }, preview(conversation)),
    unread === 0
      ? ""
      : h("span", { class: "unread", "aria-label": `Не прочитано: ${unread}` }, unread > 99 ? "99+" : String(unread))
  ]
}

/** Rows live as long as the page: a click must not miss a button that is being replaced. */
const rows = new Map()

const rowOf = (conversation, open, onOpen) => {
  const { last_conversation_message_id: last, peer_id } = conversation
  const row = rows.get(peer_id) ?? h("li", {}, h("button", { type: "button", onclick: () => onOpen(peer_id) }))
  rows.set(peer_id, row)
  const button = row.firstElementChild
  const shown = open.includes(peer_id)
  if (shown) markSeen(peer_id, last)
  button.className = shown ? "chat on" : "chat"
  button.ariaCurrent = shown ? "true" : null
  button.replaceChildren(...contents(conversation, Math.max(0, last - seenOf(peer_id))))
  return row
}

export const drawList = (conversations, open, onOpen) => {
  const sorted = [...conversations.values()].toSorted((a, b) => (b.last_message?.at ?? 0) - (a.last_message?.at ?? 0))
  const drawn = sorted.map((conversation) => rowOf(conversation, open, onOpen))
  const list = byId("list")
  if (drawn.length === 0) {
    list.replaceChildren(h("li", { class: "empty" }, "Бесед пока нет. Создайте первую — бот будет в ней сразу."))
  } else if (drawn.length !== list.children.length || drawn.some((row, index) => list.children[index] !== row)) {
    list.replaceChildren(...drawn)
  }
}
