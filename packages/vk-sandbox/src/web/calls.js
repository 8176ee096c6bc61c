/** The panel of the bot's calls: each with what it asked and what it was answered, the newest above. */
import { api } from "./api.js"
import { byId, h } from "./dom.js"
import { sidePanel } from "./side-panel.js"

const SHOWN = 200

const time = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", second: "2-digit" })

const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** What the call is about, in a few words. */
const gist = ({ params }) => params.message ?? params.code ?? params.user_ids ?? params.peer_id ?? params.peer_ids ?? ""

const summary = (call) => {
  if (call.error !== null) return `ошибка ${call.error}`
  return call.complaints.length === 0 ? gist(call) : "не по схеме VK"
}

const callNode = (call) =>
  h(
    "details",
    { class: call.error === null && call.complaints.length === 0 ? "call" : "call failed" },
    h(
      "summary",
      {},
      h("time", {}, time.format(call.at)),
      h("b", {}, call.method),
      h("span", { class: "gist" }, summary(call))
    ),
    call.complaints.length === 0 ? null : [h("h3", {}, "Не по схеме VK"), h("p", {}, call.complaints.join("; "))],
    h("h3", {}, "Параметры"),
    h(
      "dl",
      {},
      Object.entries(call.params).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, pretty(value))])
    ),
    h("h3", {}, "Ответ"),
    h("pre", { tabindex: "0" }, pretty(call.answer))
  )

export const callsPanel = () => {
  const list = byId("calls-list")
  const filter = byId("calls-filter")
  let last = 0

  const fits = (text) => text.toLowerCase().includes(filter.value.trim().toLowerCase())
  const narrow = () => {
    for (const item of list.children) item.hidden = !fits(item.textContent)
  }
  const refresh = async () => {
    const { items } = await api.calls(last)
    last = items.at(-1)?.id ?? last
    list.prepend(...items.toReversed().map(callNode))
    while (list.children.length > SHOWN) list.lastElementChild.remove()
    narrow()
    byId("calls-empty").hidden = list.children.length > 0
  }
  filter.addEventListener("input", narrow)
  sidePanel("calls", () => refresh().catch(() => {}))
  return { forget: () => ((last = 0), list.replaceChildren()) }
}
