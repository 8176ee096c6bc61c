/** vk-call: forms posted without saying that they are forms, and chains of calls in one execute. */
const { VK, errors } = require("vk-call")

const { SANDBOX_PEER, SANDBOX_TOKEN, SANDBOX_URL } = process.env

const main = async () => {
  const vk = new VK({ token: SANDBOX_TOKEN, version: "5.103", timeout: 5_000, api_url: SANDBOX_URL })
  const [user] = await vk.call("users.get", { user_ids: 1 })
  // It takes any falsy answer for a refusal, and the scalar form answers with 0 in a chat.
  const chain = vk.chain()
  const sent = chain.append("messages.send", { peer_ids: SANDBOX_PEER, random_id: 1, message: "из цепочки" })
  const refused = chain.append("messages.send", { peer_id: 2_000_000_777, random_id: 1, message: "Некуда" })
  const groups = chain.append("groups.getById", {})
  const codes = refused.catch((error) => error.type ?? error.message)
  sent.catch(() => {})
  await chain.done()
  const wrong = await vk.call("fly.away", {}).catch((error) => error.type === errors.UNKNOWN_METHOD)
  const answers = { user: user.first_name, group: (await groups)[0].id, refused: await codes, wrong }
  console.log(`answers ${JSON.stringify(answers)}`)
}

void main()
