/** In place of the thread that makes pictures: it tells that it has begun, and waits until it is let go. */
import { BroadcastChannel, parentPort } from "node:worker_threads"

const channel = new BroadcastChannel("picture-cleaner")
let held = false

channel.addEventListener("message", (event) => {
  const isLetGo = "data" in event && event.data === "go"
  if (!isLetGo || !held) return
  held = false
  parentPort?.postMessage({ picture: { type: "image/gif", width: 1, height: 1, bytes: new Uint8Array() } })
})

parentPort?.on("message", () => {
  held = true
  channel.postMessage("begun")
})
