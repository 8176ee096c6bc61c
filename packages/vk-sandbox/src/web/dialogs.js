/** The dialogs: a new conversation, and who is in one. */
import { api } from "./api.js"
import { avatar, byId, h } from "./dom.js"

const nameOf = (text) => {
  const [first_name = "", ...rest] = text.trim().split(/\s+/)
  return { first_name, last_name: rest.join(" ") }
}

const showError = (dialog, text) => {
  const place = dialog.querySelector(".error")
  place.hidden = text === undefined
  place.textContent = text ?? ""
}

/** Runs what a form asks; a refusal is shown in the dialog, which stays. */
const attempt = async (dialog, action) => {
  try {
    await action()
    showError(dialog)
    return true
  } catch (error) {
    showError(dialog, error.message)
    return false
  }
}

export const closeButtons = () => {
  for (const dialog of document.querySelectorAll("dialog")) {
    for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close())
    dialog.addEventListener("pointerdown", (event) => {
      if (event.target === dialog) dialog.close()
    })
  }
}

export const newChatDialog = (onCreated) => {
  const dialog = byId("new-chat-dialog")
  const form = dialog.querySelector("form")
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const members = form.elements.members.value
      .split(/[\n,]/)
      .filter((line) => line.trim() !== "")
      .map(nameOf)
    const done = await attempt(dialog, async () => {
      const { peer_id } = await api.create({
        title: form.elements.title.value.trim(),
        members,
        full_access: form.elements.full_access.checked,
        admin: form.elements.admin.checked
      })
      onCreated(peer_id)
    })
    if (!done) return
    form.reset()
    dialog.close()
  })
  return () => {
    showError(dialog)
    dialog.showModal()
  }
}

const personRow = (conversation, { id, name }, remove, talk) =>
  h(
    "li",
    {},
    avatar(id, name, true),
    h("span", {}, name),
    id === conversation.owner_id ? h("span", { class: "badge" }, "создатель") : null,
    talk === undefined
      ? null
      : h("button", { type: "button", "aria-label": `Написать боту лично: ${name}`, onclick: talk }, "Лично"),
    h("button", { type: "button", "aria-label": `Исключить: ${name}`, onclick: remove }, "Исключить")
  )

/** An empty dialog has VK's own button «Начать». */
const beginTalk = async (id) => {
  const { last_conversation_message_id: last } = await api.messages(id, 0)
  if (last === 0) await api.write(id, { from_id: id, text: "Начать", payload: { command: "start" } })
}

/** `onTalk`: somebody's private dialog with the bot is to be shown. */
export const membersDialog = (onTalk) => {
  const dialog = byId("members-dialog")
  const form = dialog.querySelector("form")
  const people = dialog.querySelector(".people")
  let conversation

  const draw = (next) => {
    conversation = next
    const change = (body) => () => act(() => api.members(next.peer_id, body))
    const rows = next.members.map(({ first_name, id, last_name }) =>
      personRow(next, { id, name: `${first_name} ${last_name}`.trim() }, change({ remove: id }), () => talk(id))
    )
    const bot = next.bot_inside
      ? personRow(next, { id: -1, name: "Бот" }, change({ remove: botId }))
      : h(
          "li",
          {},
          avatar(-1, "Бот", true),
          h("span", {}, "Бот не в беседе"),
          h("button", { type: "button", onclick: change({ add: botId }) }, "Пригласить")
        )
    people.replaceChildren(...rows, bot)
    form.elements.full_access.checked = next.full_access
    form.elements.admin.checked = next.admin
  }

  const act = async (action) => {
    await attempt(dialog, action)
    draw(await api.conversation(conversation.peer_id))
  }

  const talk = async (id) => {
    if (!(await attempt(dialog, () => beginTalk(id)))) return
    dialog.close()
    onTalk(id)
  }

  for (const name of ["full_access", "admin"]) {
    const box = form.elements[name]
    box.addEventListener("change", () => act(() => api.change(conversation.peer_id, { [name]: box.checked })))
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const name = form.elements.name.value.trim()
    if (name === "") return
    form.elements.name.value = ""
    act(() => api.members(conversation.peer_id, { add: nameOf(name) }))
  })
  let botId = -1
  return async (peer, group) => {
    botId = -group
    showError(dialog)
    draw(await api.conversation(peer))
    dialog.showModal()
  }
}
