/** One address of VK for several communities: a call goes to the sandbox whose token it has. */
import type { Sandbox } from "@znatoki/vk-sandbox/sandbox"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const pass = async (request: IncomingMessage, response: ServerResponse, sandboxes: ReadonlyArray<Sandbox>) => {
  const body = await bodyOf(request)
  const token = new URLSearchParams(body).get("access_token")
  const sandbox = sandboxes.find((each) => each.token === token)
  if (sandbox === undefined) return response.writeHead(404).end()
  const method = (request.url ?? "").replace(/^\/method\//, "")
  const type = request.headers["content-type"] ?? "application/x-www-form-urlencoded"
  const answer = await fetch(sandbox.apiUrl + method, { method: "POST", body, headers: { "content-type": type } })
  const said = Buffer.from(await answer.arrayBuffer())
  return response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" }).end(said)
}

export const openVkFront = async (sandboxes: ReadonlyArray<Sandbox>) => {
  const server = createServer((request, response) => {
    pass(request, response, sandboxes).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/method/`
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url, close }
}
