/** What can be done with a message: answered, pinned, and by its author changed or deleted. */
import { h } from "./dom.js"

const item = (label, glyph, onclick) =>
  h("button", { type: "button", class: "tool", title: label, "aria-label": label, onclick }, glyph)

/** Nodes of the buttons; a deleted message has none. */
export const messageTools = (message, { acts, isPinned, speaker }) => {
  const own = message.from_id === speaker()
  return h(
    "div",
    { class: "tools", role: "group", "aria-label": "Действия" },
    item("Ответить", "↩", () => acts.reply(message)),
    acts.canPin() ? item(isPinned ? "Открепить" : "Закрепить", "📌", () => acts.pin(message, !isPinned)) : null,
    own ? item("Изменить", "✎", () => acts.edit(message)) : null,
    own ? item("Удалить", "✕", () => acts.remove(message)) : null
  )
}
