/** Whoever looks at what keeps itself as things are is told when it does so no more. */
const liveRegion = document.getElementById("live")
const stale = document.getElementById("stale")

if (liveRegion !== null && stale !== null) {
  /** Nothing more comes, and asking again is in vain. */
  let isOver = false
  liveRegion.addEventListener("htmx:sse:after:connection", ({ detail }) => {
    isOver = detail.connection.status === 204
    stale.hidden = !isOver
  })
  liveRegion.addEventListener("htmx:sse:before:connection", (event) => {
    if (isOver) event.preventDefault()
  })
  // The first is of who could not even begin.
  for (const failure of ["htmx:error", "htmx:sse:error"]) {
    liveRegion.addEventListener(failure, () => (stale.hidden = false))
  }
}
