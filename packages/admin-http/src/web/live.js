/** Keeps the page as the games are: asks for it again every second, and what is open or has the focus keeps it. */
const everyMs = 1_000
const main = document.querySelector("main")
const live = document.querySelector("#live")
let shown = main.innerHTML

const restore = (open, focused) => {
  for (const details of main.querySelectorAll("details")) {
    if (open.has(details.id)) details.open = open.get(details.id)
  }
  if (focused !== undefined) document.getElementById(focused)?.querySelector("summary")?.focus()
}

const renew = (fresh) => {
  if (fresh.innerHTML === shown) return
  shown = fresh.innerHTML
  const open = new Map(Array.from(main.querySelectorAll("details"), (details) => [details.id, details.open]))
  const focused = document.activeElement?.closest("details")?.id
  main.replaceChildren(...fresh.childNodes)
  restore(open, focused)
}

const look = async () => {
  const response = await fetch(new URL(location.pathname + location.search, location.origin))
  if (!response.ok) throw new Error(String(response.status))
  renew(new DOMParser().parseFromString(await response.text(), "text/html").querySelector("main"))
}

const keepLooking = async () => {
  if (!document.hidden) {
    await look().then(
      () => (live.textContent = ""),
      () => (live.textContent = "Not up to date: the server does not answer.")
    )
  }
  setTimeout(keepLooking, everyMs)
}
setTimeout(keepLooking, everyMs)
