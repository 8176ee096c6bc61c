/** The proxy before the colours: each post goes to the one that is shown, and one that fails is counted. */
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

export interface Front {
  readonly port: number
  show: (port: number) => void
  readonly passed: () => number
  readonly failures: ReadonlyArray<string>
  readonly close: () => Promise<void>
}

export const openFront = async (): Promise<Front> => {
  let shown = 0
  let passed = 0
  const failures: Array<string> = []
  const pass = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { headers, method, url } = incoming
    const asked = ask({ host: "127.0.0.1", port: shown, method, path: url, headers, agent: false }, (answer) => {
      passed++
      if (answer.statusCode !== 200) failures.push(`${answer.statusCode} by ${shown}`)
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    asked.on("error", (error) => {
      failures.push(`${error.message} by ${shown}`)
      outgoing.writeHead(502).end()
    })
    incoming.pipe(asked)
  }
  const server = createServer(pass)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    port: (server.address() as AddressInfo).port,
    show: (port) => {
      shown = port
    },
    passed: () => passed,
    failures,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
