/** The input: a text with Enter, a sticker with a click. */
import { h } from "./dom.js"

const MAX_HEIGHT = 160

const sticker = () => {
  const image = { url: `${location.origin}/sticker.svg`, width: 128, height: 128 }
  return { type: "sticker", sticker: { sticker_id: 1, product_id: 1, images: [image] } }
}

export const makeComposer = (onWrite) => {
  const input = h("textarea", {
    rows: "1",
    maxlength: "4096",
    "aria-label": "Сообщение",
    placeholder: "Сообщение",
    enterkeyhint: "send"
  })
  const stickerButton = h(
    "button",
    {
      type: "button",
      class: "round",
      "aria-label": "Отправить стикер",
      onclick: () => onWrite({ text: "", attachments: [sticker()] })
    },
    h("img", { src: "/sticker.svg", alt: "" })
  )
  const send = h("button", { type: "submit", class: "main" }, "Отправить")
  const node = h("form", { class: "composer" }, stickerButton, input, send)

  const submit = () => {
    const text = input.value.trim()
    if (text === "") return
    input.value = ""
    input.style.height = ""
    onWrite({ text })
  }
  node.addEventListener("submit", (event) => {
    event.preventDefault()
    submit()
  })
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  input.addEventListener("input", () => {
    input.style.height = "auto"
    input.style.height = `${Math.min(input.scrollHeight, MAX_HEIGHT)}px`
  })
  return { node, focus: () => input.focus() }
}
