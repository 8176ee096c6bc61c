/** A form is sent once, however often its button is pressed while the answer is on its way; what is not answered at all is told. */
const onTheirWay = new Set()
/** Whoever has stopped the page, or waits for so long, may press again. */
const againMs = 10_000

const mayBeSent = (form) => {
  onTheirWay.delete(form)
  form.removeAttribute("aria-busy")
}

document.addEventListener("submit", (event) => {
  const form = event.target
  // What is sent without leaving the page is done so by others.
  if (event.defaultPrevented || form.method !== "post") return
  if (onTheirWay.has(form)) {
    event.preventDefault()
    return
  }
  onTheirWay.add(form)
  form.setAttribute("aria-busy", "true")
  setTimeout(mayBeSent, againMs, form)
})

// A browser shows the page that one comes back to as it was left.
window.addEventListener("pageshow", () => onTheirWay.forEach(mayBeSent))

const unanswered = document.getElementById("unanswered")
if (unanswered !== null) {
  document.addEventListener("htmx:error", () => (unanswered.hidden = false))
  document.addEventListener("htmx:before:request", () => (unanswered.hidden = true))
}
