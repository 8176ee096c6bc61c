/** What the panels at the side share: one is open at a time, refreshed while it is, and closed by its cross or Escape. */
import { byId } from "./dom.js"

const REFRESH_MS = 1000

const panels = []

/** `refresh` runs at once and then every second; a failure is the panel's own to show. */
export const sidePanel = (name, refresh) => {
  const panel = byId(name)
  const button = byId(`${name}-open`)
  let timer
  const toggle = (isOpen) => {
    if (isOpen) for (const other of panels) if (other !== toggle) other(false)
    panel.hidden = !isOpen
    button.setAttribute("aria-expanded", String(isOpen))
    document.body.classList.toggle("with-panel", document.querySelector(".side-panel:not([hidden])") !== null)
    clearInterval(timer)
    if (!isOpen) return
    refresh()
    timer = setInterval(refresh, REFRESH_MS)
  }
  panels.push(toggle)
  const close = () => {
    toggle(false)
    button.focus()
  }
  byId(`${name}-close`).addEventListener("click", close)
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close()
  })
  button.addEventListener("click", () => {
    const isOpen = panel.hidden
    toggle(isOpen)
    if (isOpen) byId(`${name}-close`).focus()
  })
}
