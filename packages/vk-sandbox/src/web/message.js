/** One message as a node: a bubble with its author, buttons and time, or a line of service text. */
import { avatar, clock, dayOf, h } from "./dom.js"
import { keyboardNode } from "./keyboard.js"
import { messageTools } from "./message-menu.js"
import { attachmentName, attachmentNode, plainText, richText, serviceText } from "./text.js"

const GROUP_MS = 5 * 60_000

const sameAuthor = (a, b) =>
  b !== undefined && b.action === null && a.from_id === b.from_id && Math.abs(a.at - b.at) < GROUP_MS

const quote = (message, view) => {
  const replied = message.reply_to === null ? undefined : view.get(message.reply_to)
  if (replied === undefined) return null
  const text = plainText(replied.text) || replied.attachments.map(attachmentName).join(", ")
  return h("blockquote", {}, h("b", {}, view.nameOf(replied.from_id)), h("span", {}, text))
}

const forwarded = (message, view) => {
  const known = message.forwards.map(view.get).filter((each) => each !== undefined)
  return known.map((each) =>
    h("blockquote", {}, h("b", {}, view.nameOf(each.from_id)), h("span", {}, plainText(each.text)))
  )
}

/** VK's clients draw a picture for each; the sandbox knows their numbers. */
const REACTIONS = ["❤️", "🔥", "😂", "👍", "💩", "❓", "😢", "😡", "👎", "👌", "😀", "🤔", "🙏", "😘", "😍", "🎉"]

const reactions = (message) =>
  message.reactions.length === 0 || message.deleted
    ? null
    : h(
        "div",
        { class: "reactions", "aria-label": "Реакции" },
        message.reactions.map(({ reaction_id }) => h("span", {}, REACTIONS[reaction_id - 1] ?? `№ ${reaction_id}`))
      )

const body = (message, view) => {
  if (message.deleted) return [h("p", { class: "gone" }, "Сообщение удалено")]
  return [
    quote(message, view),
    forwarded(message, view),
    message.text === "" ? null : h("div", { class: "text" }, richText(message.text)),
    message.attachments.length === 0
      ? null
      : h("div", { class: "attachments" }, message.attachments.map(attachmentNode))
  ]
}

const meta = (message) =>
  h(
    "span",
    { class: "meta" },
    message.edited_at !== null && !message.deleted ? h("span", { class: "edited" }, "изменено") : null,
    h("time", { datetime: new Date(message.at).toISOString() }, clock(message.at))
  )

const bubble = (message, previous, view) => {
  const fromBot = message.from_id < 0
  const first = !sameAuthor(message, previous)
  const name = view.nameOf(message.from_id)
  const bare = message.text === "" && message.attachments.length > 0 && message.attachments[0].type === "sticker"
  const inline = message.keyboard?.inline === true && !message.deleted
  return h(
    "article",
    {
      class: `message ${fromBot ? "bot" : "person"}${first ? " first" : ""}${bare ? " bare" : ""}`,
      "aria-label": `${name}, ${clock(message.at)}`
    },
    avatar(message.from_id, name, true),
    h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "bubble" },
        first ? h("span", { class: "author" }, name) : null,
        body(message, view),
        meta(message),
        reactions(message)
      ),
      message.deleted
        ? null
        : messageTools(message, { ...view, isPinned: view.pinned() === message.conversation_message_id }),
      inline
        ? keyboardNode(message.keyboard, {
            peer: view.peer,
            cmid: message.conversation_message_id,
            speaker: view.speaker
          })
        : null
    )
  )
}

export const messageNode = (message, previous, view) => {
  const newDay = previous === undefined || dayOf(previous.at) !== dayOf(message.at)
  const node =
    message.action === null
      ? bubble(message, previous, view)
      : h("p", { class: "service" }, serviceText(message, view.nameOf))
  const item = h("li", { dataset: { cmid: message.conversation_message_id } })
  if (newDay) item.append(h("p", { class: "day" }, dayOf(message.at)))
  item.append(node)
  return item
}
