/** Building the page out of nodes: text never becomes markup. */

const assign = (node, name, value) => {
  if (value === undefined || value === null || value === false) return
  if (name === "class") node.className = value
  else if (name === "dataset") Object.assign(node.dataset, value)
  else if (name === "style") for (const [key, item] of Object.entries(value)) node.style.setProperty(key, item)
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value)
  else node.setAttribute(name, value === true ? "" : String(value))
}

export const h = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) assign(node, name, value)
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false))
  return node
}

export const byId = (id) => document.getElementById(id)

const COLORS = ["#c2563d", "#b07a1e", "#3f8f4f", "#2b8a94", "#3a76c4", "#7a5cc0", "#b24f93", "#6b7a3a", "#8c5a45"]

export const initials = (name) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join("")

export const avatar = (id, name, small = false) =>
  h(
    "span",
    {
      class: small ? "avatar small" : "avatar",
      "aria-hidden": "true",
      style: { "--avatar": id < 0 ? "#1f74d0" : COLORS[Math.abs(id) % COLORS.length] }
    },
    id < 0 ? h("img", { src: "/icon.svg", alt: "" }) : initials(name)
  )

const time = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" })
const day = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" })
export const clock = (at) => time.format(at)
export const dayOf = (at) => day.format(at)

/** 1 участник, 2 участника, 5 участников. */
const rules = new Intl.PluralRules("ru")
export const plural = (count, one, few, many) => `${count} ${{ one, few }[rules.select(count)] ?? many}`
