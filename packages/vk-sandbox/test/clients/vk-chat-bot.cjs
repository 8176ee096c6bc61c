/** A bot on vk-chat-bot: Callback API with a confirmation and a secret, text buttons. */
const vk = require("vk-chat-bot")

const { BOT_PORT, SANDBOX_CONFIRMATION, SANDBOX_GROUP, SANDBOX_SECRET, SANDBOX_TOKEN } = process.env
const { bot, core } = vk.bot({
  vkToken: SANDBOX_TOKEN,
  confirmationToken: SANDBOX_CONFIRMATION,
  groupId: Number(SANDBOX_GROUP),
  secret: SANDBOX_SECRET,
  port: Number(BOT_PORT),
  cmdPrefix: "/"
})
const { Color, Keyboard, button } = vk.kbd

core.cmd("кнопки", ($) => {
  $.text("Играем?")
  $.keyboard(new Keyboard([[button.text("Да", Color.Positive, { go: "yes" }), button.text("Нет", Color.Negative)]]))
})
core.regex(/^\/эхо /, ($) => $.text($.msg.slice(5)))
core.regex(/^\/кто$/, async ($) => {
  const [user] = await $.api.scheduleCall("users.get", { user_ids: String($.obj.from_id) })
  $.text(`это ${user.first_name}`)
})
bot.start()
console.log("ready")
