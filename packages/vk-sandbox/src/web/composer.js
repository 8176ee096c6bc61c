/** The input: a text with Enter, a sticker with a click, a picture by pasting or choosing; an answer, or a change of one's own. */
import { h } from "./dom.js"
import { attachmentName, plainText } from "./text.js"

const MAX_HEIGHT = 160
const VOICE_SECONDS = 3

const sticker = () => {
  const image = { url: `${location.origin}/sticker.svg`, width: 128, height: 128 }
  return { type: "sticker", sticker: { sticker_id: 1, product_id: 1, images: [image] } }
}

/** The sandbox records nothing: the bot sees that somebody spoke, and for how long. */
const voice = () => ({ type: "audio_message", audio_message: { duration: VOICE_SECONDS, waveform: [], link_ogg: "" } })

const round = (label, glyph, onclick) =>
  h("button", { type: "button", class: "round", title: label, "aria-label": label, onclick }, glyph)

/** What the next text is about: an answer to a message, or another wording of one. */
const makeSubject = (nameOf, onEnd) => {
  const node = h("div", { class: "subject", hidden: true })
  let subject = { kind: "new", message: null }
  const set = (kind, message) => {
    subject = { kind, message }
    node.hidden = kind === "new"
    if (kind === "new") return
    const title = kind === "edit" ? "Изменить сообщение" : `Ответ: ${nameOf(message.from_id)}`
    const text = plainText(message.text) || message.attachments.map(attachmentName).join(", ")
    const cancel = h("button", { type: "button", class: "tool", "aria-label": "Отменить", onclick: end }, "✕")
    node.replaceChildren(h("div", {}, h("b", {}, title), h("span", {}, text)), cancel)
  }
  const end = () => {
    const was = subject.kind
    set("new", null)
    onEnd(was)
  }
  return { node, set, end, now: () => subject }
}

export const makeComposer = ({ nameOf, onEdit, onPicture, onWrite }) => {
  const input = h("textarea", {
    rows: "1",
    maxlength: "4096",
    "aria-label": "Сообщение",
    placeholder: "Сообщение",
    enterkeyhint: "send"
  })
  const subject = makeSubject(nameOf, (was) => {
    if (was === "edit") fill("")
    input.focus()
  })
  const file = h("input", {
    type: "file",
    accept: "image/png,image/jpeg,image/gif",
    hidden: true,
    "aria-hidden": "true"
  })
  const bare = (attachments) => onWrite({ text: "", attachments })
  const stickerButton = round("Отправить стикер", h("img", { src: "/sticker.svg", alt: "" }), () => bare([sticker()]))
  const pictureButton = round("Отправить картинку", "🖼", () => file.click())
  const voiceButton = round("Отправить голосовое", "🎤", () => bare([voice()]))
  const send = h("button", { type: "submit", class: "main" }, "Отправить")
  const form = h("form", { class: "composer" }, stickerButton, pictureButton, voiceButton, file, input, send)
  const node = h("div", {}, subject.node, form)

  const fit = () => {
    input.style.height = "auto"
    input.style.height = `${Math.min(input.scrollHeight, MAX_HEIGHT)}px`
  }
  const fill = (text) => {
    input.value = text
    if (text === "") input.style.height = ""
    else fit()
  }
  const replyTo = () => {
    const { kind, message } = subject.now()
    return kind === "reply" ? { reply_to: message.conversation_message_id } : {}
  }
  const submit = () => {
    const text = input.value.trim()
    if (text === "") return
    const { kind, message } = subject.now()
    if (kind === "edit") onEdit(message, text)
    else onWrite({ text, ...replyTo() })
    fill("")
    subject.set("new", null)
  }
  const sendPictures = (files) => {
    for (const picture of files) if (picture.type.startsWith("image/")) onPicture(picture, replyTo())
    subject.set("new", null)
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault()
    submit()
  })
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && subject.now().kind !== "new") return subject.end()
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return undefined
    event.preventDefault()
    return submit()
  })
  input.addEventListener("input", fit)
  input.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    sendPictures(files)
  })
  file.addEventListener("change", () => {
    sendPictures([...file.files])
    file.value = ""
  })
  return {
    node,
    focus: () => input.focus(),
    reply: (message) => {
      subject.set("reply", message)
      input.focus()
    },
    edit: (message) => {
      subject.set("edit", message)
      fill(message.text)
      input.focus()
    }
  }
}
