/** The page as a whole: which conversations are open, and where each live event goes. */
import { api, openStream } from "./api.js"
import { botStatePanel } from "./bot-state.js"
import { callsPanel } from "./calls.js"
import { closeButtons, membersDialog, newChatDialog } from "./dialogs.js"
import { byId, h } from "./dom.js"
import { faultsDialog } from "./faults.js"
import { pressAnswered } from "./keyboard.js"
import { drawList } from "./list.js"
import { makePane } from "./pane.js"
import { heard, soundSwitch } from "./sound.js"
import { toast } from "./toast.js"

const STATUS_MS = 2000
const WIDE = matchMedia("(min-width: 1000px)")

const SANDBOX = "sandbox.id"
const isSameSandbox = (id) => sessionStorage.getItem(SANDBOX) === id

const conversations = new Map()
let panes = []
let active = 0
let group = 1
let closeStream = () => {}

const open = () => panes.map((pane) => pane.peer)
const redraw = () => drawList(conversations, open(), openChat)
const remember = (items) => {
  const wereNone = conversations.size === 0
  for (const conversation of items) {
    conversations.set(conversation.peer_id, conversation)
    panes.find((pane) => pane.peer === conversation.peer_id)?.showConversation(conversation)
  }
  redraw()
  // The first conversation there is opens by itself, as it would have at the start.
  if (wereNone && panes.length === 0 && items.length > 0 && WIDE.matches) show([items[0].peer_id])
}

const handlers = {
  message: (pane, event) => {
    pane.showMessage(event.message)
    heard(event.message)
  },
  edit: (pane, event) => pane.showMessage(event.message),
  delete: (pane, event) => pane.showMessage(event.message),
  keyboard: (pane, event) => pane.showKeyboard(event.keyboard),
  answer: (_pane, event) => pressAnswered(event),
  snackbar: (pane, { snackbar }) => toast(snackbar.text, pane.nameOf(snackbar.user_id)),
  conversation: () => {}
}

const onEvent = (kind, event) => {
  if (kind === "digest") return remember(event.items)
  const pane = panes.find((item) => item.peer === event.peer_id)
  return pane === undefined ? undefined : handlers[kind](pane, event)
}

const refresh = async () => {
  const { items, sandbox_id } = await api.list()
  // Another sandbox has other messages under the same numbers.
  if (!isSameSandbox(sandbox_id)) return location.reload()
  conversations.clear()
  calls.forget()
  remember(items)
  await Promise.all(panes.map((pane) => pane.load()))
}

const connect = () => {
  closeStream()
  closeStream = openStream(open(), {
    onEvent,
    onOpen: () => {
      byId("offline").hidden = true
      refresh().catch((error) => toast(error.message))
    },
    onClosed: () => {
      byId("offline").hidden = false
    },
    onRefused: lookAround
  })
}

/** The sandbox was restarted: what was open may be gone. */
const lookAround = async () => {
  try {
    const { items } = await api.list()
    show(open().filter((peer) => items.some((conversation) => conversation.peer_id === peer)))
  } catch {
    connect()
  }
}

const activate = (index) => {
  active = index
  panes.forEach((pane, at) => pane.node.classList.toggle("active", at === index && panes.length > 1))
}

const show = (peers) => {
  panes = peers.map(
    (peer) =>
      panes.find((pane) => pane.peer === peer) ??
      makePane(peer, {
        onActive: () => activate(panes.findIndex((pane) => pane.peer === peer)),
        onBack: () => document.body.classList.remove("reading"),
        onMembers: (id) => openMembers(id, group)
      })
  )
  const empty = h("p", { class: "nothing" }, "Выберите беседу слева или создайте новую")
  byId("panes").replaceChildren(...(panes.length === 0 ? [empty] : panes.map((pane) => pane.node)))
  byId("split").setAttribute("aria-pressed", String(panes.length > 1))
  activate(Math.min(active, Math.max(0, panes.length - 1)))
  history.replaceState(null, "", peers.length === 0 ? "/" : `#${peers.join(",")}`)
  connect()
}

const openChat = (peer) => {
  document.body.classList.add("reading")
  const at = panes.findIndex((pane) => pane.peer === peer)
  if (at >= 0) {
    activate(at)
  } else {
    const peers = open()
    peers[Math.min(active, peers.length)] = peer
    show(peers)
  }
  if (WIDE.matches) panes[active]?.focus()
}

const toggleSplit = () => {
  const peers = open()
  if (peers.length > 1) return show([peers[active]])
  const other = [...conversations.keys()].find((peer) => !peers.includes(peer))
  if (other === undefined) return toast("Чтобы показать две беседы, создайте вторую")
  return show([...peers, other])
}

const showStatus = async () => {
  const status = byId("bot-status")
  try {
    const { bot_online } = await api.stats()
    status.textContent = bot_online ? "Бот на связи" : "Бот не подключён"
    status.classList.toggle("online", bot_online)
  } catch {
    status.textContent = "Нет связи"
    status.classList.remove("online")
  }
}

closeButtons()
const calls = callsPanel()
botStatePanel(() => panes[active]?.peer)
soundSwitch()
const openMembers = membersDialog(openChat)
byId("new-chat").addEventListener("click", newChatDialog(openChat))
byId("faults-open").addEventListener("click", faultsDialog())
byId("split").addEventListener("click", toggleSplit)
document.addEventListener("keydown", (event) => {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
  if (!event.altKey || digit === undefined) return
  event.preventDefault()
  panes[active]?.speakAs(Number(digit) - 1)
})

const start = async () => {
  const { group_id, items, sandbox_id } = await api.list()
  if (!isSameSandbox(sandbox_id)) {
    sessionStorage.clear()
    sessionStorage.setItem(SANDBOX, sandbox_id)
  }
  group = group_id
  for (const conversation of items) conversations.set(conversation.peer_id, conversation)
  const asked = location.hash
    .slice(1)
    .split(",")
    .map(Number)
    .filter((peer) => conversations.has(peer))
  const first = WIDE.matches ? items.slice(0, 1).map(({ peer_id }) => peer_id) : []
  if (asked.length > 0) document.body.classList.add("reading")
  show(asked.length > 0 ? asked.slice(0, 2) : first)
  redraw()
  showStatus()
  setInterval(showStatus, STATUS_MS)
}

start().catch((error) => toast(error.message, "Песочница не отвечает"))
