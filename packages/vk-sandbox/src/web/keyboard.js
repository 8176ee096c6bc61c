/** Buttons: under a message or under the input, and what a press shows until it is answered. */
import { api } from "./api.js"
import { h } from "./dom.js"
import { toast } from "./toast.js"

/** VK stops the spinner by itself when a minute passes without an answer. */
const ANSWER_MS = 60_000

const waiting = new Map()
const answered = new Set()

/** Whose presses of a button are not over: the same person waits, another one need not. */
const pressing = new WeakMap()

const makeBusy = (button) => {
  button.setAttribute("aria-busy", "true")
  button.classList.add("busy")
}

const release = (button, who) => {
  const people = pressing.get(button)
  people.delete(who)
  if (people.size > 0) return
  button.removeAttribute("aria-busy")
  button.classList.remove("busy")
}

const spin = (eventId, button, who) => {
  if (answered.delete(eventId)) return release(button, who)
  makeBusy(button)
  const timer = setTimeout(() => pressAnswered({ event_id: eventId }), ANSWER_MS)
  waiting.set(eventId, { button, timer, who })
}

/** The bot has answered; the answer may come before the press itself has returned. */
export const pressAnswered = ({ event_id, link }) => {
  const found = waiting.get(event_id)
  if (found === undefined) answered.add(event_id)
  else {
    clearTimeout(found.timer)
    release(found.button, found.who)
    waiting.delete(event_id)
  }
  if (typeof link === "string") toast(link, "Бот предлагает открыть ссылку")
}

const press = (button, peer, place, cmid, speaker) => async () => {
  const who = speaker()
  const people = pressing.get(button)
  if (people.has(who)) return
  people.add(who)
  try {
    const where = cmid === undefined ? {} : { conversation_message_id: cmid }
    const result = await api.press(peer, { from_id: who, button: place, ...where })
    if (result.link !== undefined) window.open(result.link, "_blank", "noopener")
    if (result.event_id === undefined) release(button, who)
    else spin(result.event_id, button, who)
  } catch (error) {
    release(button, who)
    toast(error.message, "Кнопка не сработала")
  }
}

export const keyboardNode = (keyboard, { cmid, peer, speaker }) =>
  h(
    "div",
    { class: "keyboard", role: "group", "aria-label": "Кнопки" },
    keyboard.buttons.map((row, y) =>
      h(
        "div",
        { class: "keyboard-row" },
        row.map(({ action, color }, x) => {
          const tone = action.type === "open_link" ? "link" : (color ?? "secondary")
          const button = h("button", { type: "button", class: `key ${tone}` }, action.label ?? action.type)
          pressing.set(button, new Set())
          button.addEventListener("click", press(button, peer, { row: y, column: x }, cmid, speaker))
          return button
        })
      )
    )
  )
