/** The sandbox as a process of its own, which also notes when it took an event and when the bot's call came. */
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"

export interface Noted {
  readonly peer: number
  readonly atMs: number
  readonly byBot: boolean
}

const sandbox = await startSandbox({ port: 0 })
let noted: Array<Noted> = []
sandbox.control.listen("all", (event) => {
  if (event.type !== "message" && event.type !== "edit") return
  const { from_id } = event.message
  noted.push({ peer: event.peer_id, atMs: performance.timeOrigin + performance.now(), byBot: from_id < 0 })
})
process.on("message", () => {
  process.send?.(noted)
  noted = []
})
process.on("disconnect", () => process.exit(0))
process.send?.({ url: sandbox.url, apiUrl: sandbox.apiUrl, token: sandbox.token, groupId: sandbox.groupId })
