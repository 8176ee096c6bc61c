/** The panel of faults and counters. */
import { api } from "./api.js"
import { byId, h } from "./dom.js"
import { toast } from "./toast.js"

const REFRESH_MS = 1000

const percent = (rate) => Math.round(Number(rate ?? 0) * 100)
const PERCENT = { unit: "%", max: 100, step: 5, usual: 20 }

/** A planned error of every method. */
const error = (code, name) => ({
  ...PERCENT,
  name: `Ошибка ${code}: ${name}`,
  read: (plan) => percent(plan.errors?.find((rule) => rule.code === code && rule.method === "*")?.rate),
  write: (value) => ({ errors: [{ method: "*", code, rate: value / 100 }] })
})

/** Whether a rule of a plan is the panel's: a narrower one was set elsewhere. */
const isOurs = (planned, more) => {
  if (planned === undefined) return false
  const { rate: _rate, ...rest } = planned
  return JSON.stringify(rest) === JSON.stringify(more)
}

/** A fault that is a rule with a rate. */
const rule = (field, name, more = {}) => ({
  ...PERCENT,
  name,
  read: (plan) => (isOurs(plan[field], more) ? percent(plan[field].rate ?? 1) : 0),
  write: (value) => ({ [field]: { ...more, rate: value / 100 } })
})

/** A fault that is a rate itself. */
const chance = (field, name) => ({
  ...PERCENT,
  name,
  read: (plan) => percent(plan[field]),
  write: (value) => ({ [field]: value / 100 })
})

/** Each fault: how the panel reads it from a plan, how it writes it there, and how strong it is when switched on. */
const FAULTS = [
  {
    name: "Задержка ответов",
    unit: "мс",
    max: 3000,
    step: 100,
    usual: 500,
    read: (plan) => plan.latencyMs ?? 0,
    write: (value) => ({ latencyMs: value })
  },
  error(6, "слишком много запросов"),
  error(9, "слишком много сообщений"),
  error(10, "внутренняя ошибка"),
  rule("http500", "Ответ 500 вместо ответа"),
  rule("loseAnswers", "Ответ потерян, хотя дело сделано"),
  rule("cutConnections", "Обрыв связи до дела"),
  rule("loseEvents", "Нажатия теряются", { type: "message_event" }),
  chance("duplicateEvents", "События приходят дважды"),
  chance("reorder", "События меняются местами")
]

const ONCE = [
  ["Ключ истёк", { expireKey: true }],
  ["История потеряна", { loseHistory: true }],
  ["Счётчик устарел", { staleTs: true }]
]

const rows = FAULTS.map((fault) => {
  const output = h("output", {})
  const toggle = h("input", { type: "checkbox", role: "switch" })
  const input = h("input", {
    type: "range",
    min: "0",
    max: fault.max,
    step: fault.step,
    value: "0",
    "aria-label": `${fault.name}: насколько`
  })
  const set = (value) => {
    input.value = value
    toggle.checked = value > 0
    output.textContent = `${value} ${fault.unit}`
  }
  set(0)
  const label = h("label", { class: "check" }, toggle, fault.name)
  return { fault, input, toggle, set, node: h("div", { class: "fault" }, label, output, input) }
})

/** What the panel has no switch for stays as it was set elsewhere. */
let elsewhere = {}
const ours = (plan) => rows.some(({ fault }) => fault.read(plan) > 0)
const withoutOurs = ({ errors = [], ...plan }) => {
  const others = errors.filter((each) => !ours({ errors: [each] }))
  const kept = Object.entries(plan).filter(([field, value]) => !ours({ [field]: value }))
  return { ...Object.fromEntries(kept), ...(others.length === 0 ? {} : { errors: others }) }
}

const plan = () => {
  const parts = [
    elsewhere,
    ...rows.filter(({ input }) => Number(input.value) > 0).map(({ fault, input }) => fault.write(Number(input.value)))
  ]
  const errors = parts.flatMap((part) => part.errors ?? [])
  return { ...Object.assign({}, ...parts), ...(errors.length === 0 ? {} : { errors }) }
}

const apply = async (extra = {}) => {
  try {
    await api.setFaults({ ...plan(), ...extra })
    byId("faults-open").classList.toggle("alarm", Object.keys(plan()).length > 0)
  } catch (error) {
    toast(error.message, "Сбои не включены")
  }
}

const pairs = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} — ${count}`)
    .join("\n") || "нет"

const drawStats = (stats) => {
  const lines = [
    ["Сообщений", stats.messages],
    ["Событий боту", stats.events],
    ["Вызовы", pairs(stats.calls)],
    ["Ошибки", pairs(stats.errors)],
    ["Сверх лимита запросов", stats.rate_limit_hits],
    ["Повторов отброшено", stats.duplicates_dropped],
    ["Не доставлено по Callback API", stats.events_given_up]
  ]
  byId("faults-dialog")
    .querySelector(".stats")
    .replaceChildren(...lines.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value))]))
}

const load = async () => {
  const current = await api.faults()
  elsewhere = withoutOurs(current)
  for (const { fault, set } of rows) set(fault.read(current))
  byId("faults-open").classList.toggle("alarm", Object.keys(current).length > 0)
}

export const faultsDialog = () => {
  const dialog = byId("faults-dialog")
  dialog.querySelector(".faults").append(...rows.map(({ node }) => node))
  dialog
    .querySelector(".once")
    .append(...ONCE.map(([name, extra]) => h("button", { type: "button", onclick: () => apply(extra) }, name)))
  for (const { fault, input, set, toggle } of rows) {
    input.addEventListener("input", () => set(Number(input.value)))
    input.addEventListener("change", () => apply())
    toggle.addEventListener("change", () => {
      set(toggle.checked ? fault.usual : 0)
      apply()
    })
  }
  byId("faults-clear").addEventListener("click", () => {
    elsewhere = {}
    for (const { set } of rows) set(0)
    apply()
  })
  load().catch(() => {})
  return async () => {
    await load()
    dialog.showModal()
    const refresh = async () => drawStats(await api.stats())
    await refresh()
    const timer = setInterval(() => refresh().catch(() => {}), REFRESH_MS)
    dialog.addEventListener("close", () => clearInterval(timer), { once: true })
  }
}
