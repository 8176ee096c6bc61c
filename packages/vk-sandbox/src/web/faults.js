/** The panel of faults and counters. */
import { api } from "./api.js"
import { byId, h } from "./dom.js"
import { toast } from "./toast.js"

const REFRESH_MS = 1000

/** Each fault: how the panel reads it from a plan, and how it writes it there. */
const FAULTS = [
  {
    name: "Задержка ответов",
    unit: "мс",
    max: 3000,
    step: 100,
    read: (plan) => plan.latencyMs ?? 0,
    write: (value) => ({ latencyMs: value })
  },
  {
    name: "Ошибка 6: слишком много запросов",
    unit: "%",
    max: 100,
    step: 5,
    read: (plan) => Math.round((plan.errors?.find((rule) => rule.code === 6)?.rate ?? 0) * 100),
    write: (value) => ({ errors: [{ method: "*", code: 6, rate: value / 100 }] })
  },
  {
    name: "Ответ потерян, хотя дело сделано",
    unit: "%",
    max: 100,
    step: 5,
    read: (plan) => Math.round((plan.loseAnswers?.rate ?? 0) * 100),
    write: (value) => ({ loseAnswers: { rate: value / 100 } })
  },
  {
    name: "Обрыв связи до дела",
    unit: "%",
    max: 100,
    step: 5,
    read: (plan) => Math.round((plan.cutConnections?.rate ?? 0) * 100),
    write: (value) => ({ cutConnections: { rate: value / 100 } })
  },
  {
    name: "События приходят дважды",
    unit: "%",
    max: 100,
    step: 10,
    read: (plan) => Math.round(Number(plan.duplicateEvents ?? 0) * 100),
    write: (value) => ({ duplicateEvents: value / 100 })
  },
  {
    name: "События меняются местами",
    unit: "%",
    max: 100,
    step: 10,
    read: (plan) => Math.round(Number(plan.reorder ?? 0) * 100),
    write: (value) => ({ reorder: value / 100 })
  }
]

const ONCE = [
  ["Ключ истёк", { expireKey: true }],
  ["История потеряна", { loseHistory: true }],
  ["Счётчик устарел", { staleTs: true }]
]

const rows = FAULTS.map((fault) => {
  const output = h("output", {})
  const input = h("input", {
    type: "range",
    min: "0",
    max: fault.max,
    step: fault.step,
    value: "0",
    "aria-label": fault.name
  })
  const set = (value) => {
    input.value = value
    output.textContent = `${value} ${fault.unit}`
  }
  set(0)
  return { fault, input, output, set, node: h("div", { class: "fault" }, h("span", {}, fault.name), output, input) }
})

const plan = () =>
  Object.assign(
    {},
    ...rows.filter(({ input }) => Number(input.value) > 0).map(({ fault, input }) => fault.write(Number(input.value)))
  )

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
    .join(", ") || "нет"

const drawStats = (stats) => {
  const lines = [
    ["Сообщений", stats.messages],
    ["Событий боту", stats.events],
    ["Вызовы", pairs(stats.calls)],
    ["Ошибки", pairs(stats.errors)],
    ["Сверх лимита запросов", stats.rate_limit_hits],
    ["Повторов отброшено", stats.duplicates_dropped]
  ]
  byId("faults-dialog")
    .querySelector(".stats")
    .replaceChildren(...lines.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, String(value))]))
}

const load = async () => {
  const current = await api.faults()
  for (const { fault, set } of rows) set(fault.read(current))
  byId("faults-open").classList.toggle("alarm", Object.keys(current).length > 0)
}

export const faultsDialog = () => {
  const dialog = byId("faults-dialog")
  dialog.querySelector(".faults").append(...rows.map(({ node }) => node))
  dialog
    .querySelector(".once")
    .append(...ONCE.map(([name, extra]) => h("button", { type: "button", onclick: () => apply(extra) }, name)))
  for (const { fault, input, output } of rows) {
    input.addEventListener("input", () => {
      output.textContent = `${input.value} ${fault.unit}`
    })
    input.addEventListener("change", () => apply())
  }
  byId("faults-clear").addEventListener("click", () => {
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
