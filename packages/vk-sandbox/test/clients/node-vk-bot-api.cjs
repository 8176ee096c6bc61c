/** A bot on node-vk-bot-api: Long Poll, calls packed into execute, buttons, presses, errors. */
const VkBot = require("node-vk-bot-api")
const Markup = require("node-vk-bot-api/lib/markup")

const { SANDBOX_GROUP, SANDBOX_TOKEN } = process.env
const bot = new VkBot({ token: SANDBOX_TOKEN, group_id: Number(SANDBOX_GROUP), polling_timeout: 5 })
const peerOf = ({ message }) => message.peer_id

bot.command("/эхо", (ctx) => ctx.reply(ctx.message.text.slice(5)))
bot.command("/кнопки", (ctx) =>
  ctx.reply(
    "Играем?",
    null,
    Markup.keyboard([
      Markup.button({ action: { type: "callback", label: "Да", payload: { go: "yes" } }, color: "positive" }),
      Markup.button("Нет", "negative")
    ]).inline()
  )
)
bot.command("/ошибка", (ctx) =>
  bot
    .execute("messages.send", { peer_id: 2_000_000_777, random_id: 1, message: "Некуда" })
    .catch((error) => ctx.reply(`ошибка ${error.response?.error_code ?? error.error_code ?? error.message}`))
)
bot.event("message_event", async (ctx) => {
  const { event_id, payload, user_id } = ctx.message
  const event_data = JSON.stringify({ type: "show_snackbar", text: `Принято: ${payload.go}` })
  await bot.execute("messages.sendMessageEventAnswer", { event_id, user_id, peer_id: peerOf(ctx), event_data })
})
bot.startPolling((error) => console.log(error ? `error ${error.message}` : "ready"))
