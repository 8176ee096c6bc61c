/** vk-io as it comes, and in its mode that puts many calls into one. */
import { Agent } from "node:http"
import { VK } from "vk-io"
import type { SenderJob } from "../http/sender-rows.ts"

const linesAtOnce = 200
/** Its own agent speaks only https, and its types want no other. */
const plainHttp: object = { agent: new Agent({ keepAlive: true }) }

const sendBy = async (mode: object, { apiUrl, peers, token }: SenderJob): Promise<void> => {
  const vk = new VK({ token, apiBaseUrl: apiUrl.replace(/\/$/, ""), ...plainHttp, ...mode })
  let sent = 0
  const line = async (): Promise<never> => {
    for (;;) {
      const n = ++sent
      await vk.api.messages
        .send({ peer_ids: [peers[n % peers.length] ?? 0], random_id: n, message: "Время! Кто отвечает?" })
        .catch(() => undefined)
    }
  }
  await Promise.all(Array.from({ length: linesAtOnce }, line))
}

export const byDefault = (job: SenderJob): Promise<void> => sendBy({}, job)
export const parallel = (job: SenderJob): Promise<void> => sendBy({ apiMode: "parallel" }, job)
