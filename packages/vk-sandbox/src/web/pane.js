/** One open conversation: its head, its messages, who writes, the input and the keyboard under it. */
import { api } from "./api.js"
import { makeComposer } from "./composer.js"
import { avatar, h, plural } from "./dom.js"
import { makeFresher } from "./fresher.js"
import { keyboardNode } from "./keyboard.js"
import { makeMessageList } from "./message-list.js"
import { makeSearch } from "./search.js"
import { speakers } from "./speakers.js"
import { attachmentName, plainText } from "./text.js"
import { toast } from "./toast.js"

const PAGE = 200
const BOT_NAME = "Бот"

const headOf = (conversation, { onBack, onMembers, onSearch }) => {
  const { bot_inside, kind, members, peer_id, title } = conversation
  const count = plural(members.length, "участник", "участника", "участников")
  return [
    h("button", { type: "button", class: "back round", "aria-label": "К списку бесед", onclick: onBack }, "‹"),
    avatar(peer_id, title),
    h("div", { class: "pane-title" }, h("h2", {}, title), h("p", {}, bot_inside ? `${count} и бот` : count)),
    h(
      "button",
      { type: "button", class: "round", title: "Поиск по беседе", "aria-label": "Поиск по беседе", onclick: onSearch },
      "🔍"
    ),
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

  /** Runs what a person does with a message; a refusal is told. */
  const attempt = async (action) => {
    try {
      await action()
    } catch (error) {
      toast(error.message, "Не получилось")
    }
  }
  const mine = () => ({ from_id: pills.current() })
  const acts = {
    canPin: () => isChat,
    reply: (message) => composer.reply(message),
    edit: (message) => composer.edit(message),
    remove: ({ conversation_message_id: cmid }) => attempt(() => api.remove(peer, cmid, mine())),
    pin: ({ conversation_message_id }, on) =>
      attempt(() => api.pin(peer, { ...mine(), conversation_message_id: on ? conversation_message_id : null }))
  }

  const composer = makeComposer({
    nameOf,
    onWrite: write,
    onEdit: ({ conversation_message_id: cmid }, text) => attempt(() => api.edit(peer, cmid, { ...mine(), text })),
    onPicture: (file, more) => attempt(async () => write({ text: "", attachments: [await api.photo(file)], ...more }))
  })
  const pills = speakers(peer, () => {
    list.redrawTools()
    composer.focus()
  })
  const list = makeMessageList({ peer, nameOf, speaker: pills.current, acts, pinned: () => pinned }, loadEarlier)
  const search = makeSearch({ find: list.all, reveal: list.reveal })
  const pin = h("button", { type: "button", class: "pinned", hidden: true })
  const head = h("header", { class: "pane-head" })
  const keys = h("div", { class: "persistent" })
  const node = h(
    "section",
    { class: "pane" },
    head,
    search.node,
    pin,
    list.node,
    h("footer", {}, pills.node, composer.node, keys)
  )
  node.addEventListener("pointerdown", onActive)
  node.addEventListener("focusin", onActive)

  const showKeyboard = (keyboard) => {
    keys.replaceChildren(keyboard === null ? "" : keyboardNode(keyboard, { peer, speaker: pills.current }))
  }

  const showPinned = () => {
    const message = list.get(pinned)
    pin.hidden = message === undefined || message.deleted
    if (message === undefined) return
    pin.replaceChildren(
      "📌 ",
      h("span", {}, plainText(message.text) || message.attachments.map(attachmentName).join(", "))
    )
    pin.onclick = () => list.reveal(message)
  }

  let isChat = true
  let pinned = null
  let drawn = ""
  const showConversation = (conversation) => {
    const { bot_inside, members, title } = conversation
    isChat = conversation.kind === "chat"
    if (pinned !== conversation.pinned) {
      pinned = conversation.pinned
      list.redrawTools()
    }
    showPinned()
    const now = JSON.stringify([title, bot_inside, members])
    // Drawn again only when it changed: a click must not miss a button that is being replaced.
    if (now === drawn) return
    drawn = now
    for (const { first_name, id, last_name } of conversation.members) names.set(id, `${first_name} ${last_name}`.trim())
    head.replaceChildren(...headOf(conversation, { onBack, onMembers, onSearch: search.toggle }))
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
      showPinned()
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
