/** Finding a message of an open conversation by its words. */
import { h } from "./dom.js"
import { plainText } from "./text.js"

/** `find`: all messages that are there, oldest first; `reveal`: brings one into sight. */
export const makeSearch = ({ find, reveal }) => {
  const input = h("input", {
    type: "search",
    "aria-label": "Поиск по беседе",
    placeholder: "Поиск",
    autocomplete: "off"
  })
  const count = h("span", { class: "found", role: "status" })
  const step = (label, glyph, by) =>
    h("button", { type: "button", class: "tool", title: label, "aria-label": label, onclick: () => go(by) }, glyph)
  const close = h(
    "button",
    { type: "button", class: "tool", "aria-label": "Закрыть поиск", onclick: () => toggle() },
    "✕"
  )
  const node = h(
    "div",
    { class: "search", hidden: true },
    input,
    count,
    step("Выше", "↑", -1),
    step("Ниже", "↓", 1),
    close
  )
  let found = []
  let at = -1

  const show = () => {
    count.textContent = found.length === 0 ? "ничего нет" : `${at + 1} из ${found.length}`
    if (found.length > 0) reveal(found[at])
  }
  const look = () => {
    const words = input.value.trim().toLowerCase()
    found =
      words === ""
        ? []
        : find().filter(({ deleted, text }) => !deleted && plainText(text).toLowerCase().includes(words))
    at = found.length - 1
    if (words === "") count.textContent = ""
    else show()
  }
  const go = (by) => {
    if (found.length === 0) return
    at = (at + by + found.length) % found.length
    show()
  }
  const toggle = () => {
    node.hidden = !node.hidden
    input.value = ""
    look()
    if (!node.hidden) input.focus()
  }
  input.addEventListener("input", look)
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return toggle()
    if (event.key !== "Enter") return undefined
    event.preventDefault()
    return go(event.shiftKey ? 1 : -1)
  })
  return { node, toggle }
}
