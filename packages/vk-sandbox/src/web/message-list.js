/** The messages of one conversation on the screen: each in its place, the last one in sight. */
import { h, plural } from "./dom.js"
import { messageTools } from "./message-menu.js"
import { messageNode } from "./message.js"

const NEAR_BOTTOM = 60

/** Where it is scrolled to, and whether it follows what comes. */
const makeScroller = (list, earlier) => {
  const node = h("div", { class: "scroller", tabindex: "0", role: "log", "aria-label": "Сообщения" }, earlier, list)
  const down = h("button", { type: "button", class: "down", hidden: true })
  let unseen = 0
  let follows = true
  let lastTop = 0
  const atBottom = () => node.scrollHeight - node.scrollTop - node.clientHeight < NEAR_BOTTOM
  const toBottom = () => {
    node.scrollTop = node.scrollHeight
    follows = true
    unseen = 0
    down.hidden = true
  }
  const missed = (count) => {
    unseen += count
    down.hidden = unseen === 0
    down.textContent = `Вниз: ${plural(unseen, "новое", "новых", "новых")}`
  }
  down.addEventListener("click", toBottom)
  node.addEventListener("scroll", () => {
    // Only a person moves it up; what grows, or a keyboard that opens, must not stop the following.
    if (atBottom()) follows = true
    else if (node.scrollTop < lastTop) follows = false
    lastTop = node.scrollTop
    if (follows) unseen = 0
    down.hidden = unseen === 0
  })
  // A picture that arrives late, or a keyboard that opens, must not push the last message out of sight.
  const keep = () => follows && toBottom()
  node.addEventListener("load", keep, true)
  new ResizeObserver(keep).observe(node)
  return { node, down, follows: () => follows, toBottom, missed }
}

export const makeMessageList = (view, onEarlier) => {
  const messages = new Map()
  const list = h("ol", { class: "messages" })
  const earlier = h(
    "button",
    { type: "button", class: "earlier", hidden: true, onclick: onEarlier },
    "Показать более ранние"
  )
  const scroller = makeScroller(list, earlier)
  const shown = { ...view, get: (cmid) => messages.get(cmid) }

  const nodeOf = (message) => messageNode(message, messages.get(message.conversation_message_id - 1), shown)
  const firstId = () => Number(list.firstElementChild?.dataset.cmid ?? 1)
  const nextAfter = (cmid) => [...list.children].find((item) => Number(item.dataset.cmid) > cmid) ?? null

  /** Buttons that stay the same stay in place: a press under way must not be lost to an edit of the text. */
  const redraw = (there, before, message) => {
    const bubble = there.querySelector(".bubble")
    const sameButtons = JSON.stringify(before?.keyboard) === JSON.stringify(message.keyboard)
    if (bubble === null || !sameButtons || message.deleted) return there.replaceWith(nodeOf(message))
    bubble.replaceWith(nodeOf(message).querySelector(".bubble"))
  }

  /** Puts a message where its number says, or replaces the one that is there. */
  const place = (message) => {
    const cmid = message.conversation_message_id
    const before = messages.get(cmid)
    const same = JSON.stringify(before) === JSON.stringify(message)
    const there = list.querySelector(`[data-cmid="${cmid}"]`)
    messages.set(cmid, message)
    if (there !== null) {
      if (!same) redraw(there, before, message)
      return
    }
    const isLast = Number(list.lastElementChild?.dataset.cmid ?? 0) < cmid
    list.insertBefore(nodeOf(message), isLast ? null : nextAfter(cmid))
  }

  const markStart = () => {
    earlier.hidden = firstId() <= 1
  }

  return {
    node: h("div", { class: "log" }, scroller.node, scroller.down),
    toBottom: scroller.toBottom,
    firstId,
    get: shown.get,
    all: () => [...messages.values()].toSorted((a, b) => a.conversation_message_id - b.conversation_message_id),
    reveal: ({ conversation_message_id: cmid }) => {
      const item = list.querySelector(`[data-cmid="${cmid}"]`)
      item?.scrollIntoView({ block: "center" })
      for (const other of list.querySelectorAll(".here")) other.classList.remove("here")
      item?.classList.add("here")
    },
    /** Who writes is another one, or another message is pinned: other things can be done with each. */
    redrawTools: () => {
      for (const item of list.children) {
        const message = messages.get(Number(item.dataset.cmid))
        const tools = item.querySelector(".tools")
        if (message === undefined || tools === null) continue
        const isPinned = view.pinned() === message.conversation_message_id
        tools.replaceWith(messageTools(message, { ...shown, isPinned }))
      }
    },
    show: (changed) => {
      const follow = scroller.follows()
      const before = messages.size
      for (const message of changed) place(message)
      markStart()
      if (follow) scroller.toBottom()
      else scroller.missed(messages.size - before)
    },
    /** Older messages come above, and what is being read stays where it is. */
    prepend: (older) => {
      const height = scroller.node.scrollHeight
      for (const message of older) messages.set(message.conversation_message_id, message)
      // What was the first knows its neighbour now: whether the day or the author goes on.
      const wasFirst = messages.get(firstId())
      if (wasFirst !== undefined && older.length > 0) list.firstElementChild?.replaceWith(nodeOf(wasFirst))
      list.prepend(...older.map(nodeOf))
      scroller.node.scrollTop += scroller.node.scrollHeight - height
      markStart()
    }
  }
}
