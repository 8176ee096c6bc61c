/** A bot on node-vk-bot-api beside a running `npx @znatoki/vk-sandbox`: the client asks api.vk.com, so axios is told where that is. */
const { createRequire } = require("node:module")

// The client's own: another one may lie beside it.
const axios = createRequire(require.resolve("node-vk-bot-api"))("axios")
// @boundaries-ignore installed by whoever runs it
const VkBot = require("node-vk-bot-api")

const api = process.env.VK_API_URL ?? "http://127.0.0.1:8400/method/"
axios.interceptors.request.use((request) => ({
  ...request,
  url: request.url.replace("https://api.vk.com/method/", api)
}))

const bot = new VkBot({ token: process.env.VK_TOKEN ?? "sandbox-token", group_id: 1 })
bot.on((ctx) => ctx.reply(`Вы сказали: ${ctx.message.text}`))
bot.startPolling()
