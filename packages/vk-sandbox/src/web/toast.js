/** Short notes over the page: what the bot whispers to one person. */
import { byId, h } from "./dom.js"

const SHOWN_MS = 5000
const MAX_SHOWN = 4

export const toast = (text, title) => {
  const place = byId("toasts")
  const close = () => note.remove()
  const note = h(
    "div",
    { class: "toast" },
    h("div", {}, title === undefined ? null : h("strong", {}, title), h("span", {}, text)),
    h("button", { type: "button", "aria-label": "Закрыть", onclick: close }, "×")
  )
  place.append(note)
  while (place.children.length > MAX_SHOWN) place.firstElementChild.remove()
  setTimeout(close, SHOWN_MS)
}
