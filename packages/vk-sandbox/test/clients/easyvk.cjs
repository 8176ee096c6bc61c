/** A bot on easyvk: Long Poll over an address it insists is https, pictures, one call at a time or packed. */
const easyvk = require("easyvk")

const { BOT_PICTURE, SANDBOX_GROUP, SANDBOX_TOKEN } = process.env
const options = { token: SANDBOX_TOKEN, v: "5.131", reauth: true, save: false, utils: { bots: true, uploader: true } }

const main = async () => {
  const vk = await easyvk(process.env.BOT_MODE === "highload" ? { ...options, mode: "highload" } : options)
  const say = (peer_id, message, more = {}) =>
    vk.post("messages.send", { peer_id, random_id: easyvk.randomId(), message, ...more })
  const picture = async (peer_id) => {
    const { upload_url } = await vk.call("photos.getMessagesUploadServer", { peer_id })
    const { hash, photo, server } = await vk.uploader.uploadFile(upload_url, BOT_PICTURE, "photo")
    const [saved] = await vk.post("photos.saveMessagesPhoto", { hash, photo, server })
    await say(peer_id, "Вот", { attachment: `photo${saved.owner_id}_${saved.id}_${saved.access_key}` })
  }
  const hear = async ({ message }) => {
    const { peer_id, text } = message
    if (text.startsWith("/эхо ")) await say(peer_id, text.slice(5))
    if (text === "/фото") await picture(peer_id)
    if (text === "/ошибка") {
      await say(2_000_000_777, "Некуда").catch((error) => say(peer_id, `ошибка ${error.error_code ?? error.message}`))
    }
  }
  const connection = await vk.bots.longpoll.connect({
    forGetLongPollServer: { group_id: Number(SANDBOX_GROUP) },
    forLongPollServer: { wait: "5" }
  })
  connection.on("message_new", (message) => void hear(message).catch((error) => console.log(`error ${error.message}`)))
  console.log("ready")
}

void main()
