/** A bot on vk-io, tried without VK: `npm i vk-io @znatoki/vk-sandbox`, then run it and write in the web chat. */
import { startSandbox } from "@znatoki/vk-sandbox"
import { Agent } from "node:http"
import { type MessageContext, VK } from "vk-io"

const sandbox = await startSandbox({ port: Number(process.env["PORT"] ?? 8400), seedConversations: "once-listened" })

// The agent: vk-io's own speaks only https, and its types want no other.
const plainHttp: object = { agent: new Agent() }
const vk = new VK({
  token: sandbox.token,
  apiBaseUrl: `${sandbox.url}/method`,
  pollingGroupId: sandbox.groupId,
  ...plainHttp
})

vk.updates.on("message_new", async (context: MessageContext) => {
  if (context.senderType === "user" && context.text !== undefined) await context.send(`Вы сказали: ${context.text}`)
})
await vk.updates.startPolling()
process.stdout.write(`Write to the bot at ${sandbox.url}/\n`)
