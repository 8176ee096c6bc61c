/** One open conversation: its head, its messages, who writes, the input and the keyboard under it. */
import { api } from "./api.js"
import { makeComposer } from "./composer.js"
import { avatar, h, plural } from "./dom.js"
import { makeFresher } from "./fresher.js"
import { keyboardNode } from "./keyboard.js"
import { makeMessageList } from "./message-list.js"
import { speakers } from "./speakers.js"
import { toast } from "./toast.js"

const PAGE = 200
const BOT_NAME = "Бот"

const headOf = (conversation, { onBack, onMembers }) => {
  const { bot_inside, kind, members, peer_id, title } = conversation
  const count = plural(members.length, "участник", "участника", "участников")
  return [
    h("button", { type: "button", class: "back round", "aria-label": "К списку бесед", onclick: onBack }, "‹"),
    avatar(peer_id, title),
    h("div", { class: "pane-title" }, h("h2", {}, title), h("p", {}, bot_inside ? `${count} и бот` : count)),
    kind === "chat" ? h("button", { type: "button", onclick: () => onMembers(conversation.peer_id) }, "Участники") : ""
  ]
}

export const makePane = (peer, { onActive, onBack, onMembers }) => {
  const names = new Map()
  const fresher = makeFresher()
  const nameOf = (id) => (id < 0 ? BOT_NAME : (names.get(id) ?? `id${id}`))

  const write = async (body) => {
    try {
      await api.write(peer, { from_id: pills.current(), ...body })
      list.toBottom()
    } catch (error) {
      toast(error.message, "Не отправлено")
    }
  }
  const loadEarlier = async () => {
    const first = list.firstId()
    const { items } = await api.messages(peer, Math.max(0, first - 1 - PAGE))
    list.prepend(items.filter((message) => message.conversation_message_id < first))
  }

  const composer = makeComposer(write)
  const pills = speakers(peer, composer.focus)
  const list = makeMessageList({ peer, nameOf, speaker: pills.current }, loadEarlier)
  const head = h("header", { class: "pane-head" })
  const keys = h("div", { class: "persistent" })
  const node = h("section", { class: "pane" }, head, list.node, h("footer", {}, pills.node, composer.node, keys))
  node.addEventListener("pointerdown", onActive)
  node.addEventListener("focusin", onActive)

  const showKeyboard = (keyboard) => {
    keys.replaceChildren(keyboard === null ? "" : keyboardNode(keyboard, { peer, speaker: pills.current }))
  }

  let drawn = ""
  const showConversation = (conversation) => {
    const { bot_inside, members, title } = conversation
    const now = JSON.stringify([title, bot_inside, members])
    // Drawn again only when it changed: a click must not miss a button that is being replaced.
    if (now === drawn) return
    drawn = now
    for (const { first_name, id, last_name } of conversation.members) names.set(id, `${first_name} ${last_name}`.trim())
    head.replaceChildren(...headOf(conversation, { onBack, onMembers }))
    node.setAttribute("aria-label", `Беседа ${conversation.title}`)
    pills.show(conversation.members)
  }

  const snapshot = async () => {
    const conversation = await api.conversation(peer)
    const after = Math.max(0, conversation.last_conversation_message_id - PAGE)
    return { conversation, ...(await api.messages(peer, after)) }
  }
  const load = () =>
    fresher.read(snapshot, ({ conversation, items, keyboard }, isNews) => {
      if (isNews("conversation")) showConversation(conversation)
      list.show(items.filter((message) => isNews(message.conversation_message_id)))
      if (isNews("keyboard")) showKeyboard(keyboard)
    })

  return {
    node,
    peer,
    load,
    showMessage: (message) => {
      fresher.touch(message.conversation_message_id)
      list.show([message])
    },
    showKeyboard: (keyboard) => {
      fresher.touch("keyboard")
      showKeyboard(keyboard)
    },
    showConversation: (conversation) => {
      fresher.touch("conversation")
      showConversation(conversation)
    },
    nameOf,
    speakAs: pills.choose,
    focus: composer.focus
  }
}
