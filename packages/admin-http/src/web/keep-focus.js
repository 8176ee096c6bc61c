/** Where the part of a page that keeps itself as things are loses what had the focus, the part has it, and the next key goes on from there. */
const kept = document.getElementById("live")
let focused = null

const keepFocus = () => {
  if (focused === null || focused.isConnected || document.activeElement !== document.body) return
  focused = null
  kept.focus({ preventScroll: true })
}

if (kept !== null) {
  kept.addEventListener("focusin", ({ target }) => {
    focused = target
  })
  new MutationObserver(keepFocus).observe(kept, { childList: true, subtree: true })
}
