/** The panel of what the bot knows of the open conversation: a tree of names and values, what changed marked. */
import { api } from "./api.js"
import { byId, h } from "./dom.js"
import { sidePanel } from "./side-panel.js"

const isBranch = (value) => typeof value === "object" && value !== null

const moment = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", second: "2-digit" })
/** Milliseconds since 1970 of this century, by a name that says so. */
const isMoment = (name, value) => /(?:At|Ms)$/.test(name) && typeof value === "number" && value > 946_684_800_000

const shown = (name, value) => {
  if (typeof value === "string") return value === "" ? "«»" : value
  return isMoment(name, value) ? `${value} (${moment.format(value)})` : String(value)
}

const size = (value) => (Array.isArray(value) ? `${value.length}` : "")

/** Branches that a person has closed, by their path. */
const closed = new Set()
let before = new Map()

const leaf = (name, value, path, seen) => {
  const text = shown(name, value)
  seen.set(path, text)
  const isNew = before.size > 0 && before.get(path) !== text
  return h("li", { class: isNew ? "changed" : null }, h("b", {}, name), " ", h("span", {}, text))
}

const branch = (name, value, path, seen) => {
  const node = h(
    "details",
    { open: !closed.has(path) },
    h("summary", {}, h("b", {}, name), " ", size(value)),
    tree(value, path, seen)
  )
  node.addEventListener("toggle", () => (node.open ? closed.delete(path) : closed.add(path)))
  return h("li", {}, node)
}

const tree = (value, path, seen) =>
  h(
    "ul",
    {},
    Object.entries(value).map(([name, item]) => {
      const place = `${path}/${name}`
      return isBranch(item) && Object.keys(item).length > 0
        ? branch(name, item, place, seen)
        : leaf(name, isBranch(item) ? (Array.isArray(item) ? "[]" : "{}") : item, place, seen)
    })
  )

/** `current`: the open conversation, or undefined. */
export const botStatePanel = (current) => {
  const place = byId("state-tree")
  const why = byId("state-why")
  let drawn = ""
  const explain = (text) => {
    why.hidden = false
    why.textContent = text
    place.replaceChildren()
    drawn = ""
    before = new Map()
  }
  const draw = (peer, state) => {
    const now = JSON.stringify([peer, state])
    // Drawn again only when it changed: what is opened or read must not jump.
    if (now === drawn) return
    if (!drawn.startsWith(`[${peer},`)) before = new Map()
    drawn = now
    why.hidden = true
    const seen = new Map()
    place.replaceChildren(isBranch(state) ? tree(state, "", seen) : h("p", {}, String(state)))
    before = seen
  }
  const refresh = async () => {
    const peer = current()
    if (peer === undefined) return explain("Откройте беседу.")
    try {
      const { state } = await api.state(peer)
      if (state === null) return explain("В этой беседе бот ещё ничего не знает.")
      return draw(peer, state)
    } catch {
      return explain("Этот бот не рассказывает о себе. Как ему рассказать, написано в README песочницы: botState.")
    }
  }
  sidePanel("state", refresh)
}
