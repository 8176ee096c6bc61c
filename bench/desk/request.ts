/** Asks a server over connections that stay open, with as little work of its own as can be: it shares the processors with the server. */
import { once } from "node:events"
import { connect, type Socket } from "node:net"

export interface Asking {
  /** Resolves when the whole answer is there; fails if it is none of 200. */
  readonly ask: (path: string) => Promise<void>
  readonly close: () => void
}

const headEnd = Buffer.from("\r\n\r\n")

/** One after another on one connection. */
export const openConnection = async (url: string, token: string): Promise<Asking> => {
  const { host, hostname, port } = new URL(url)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, "connect")
  const waiting: { resolve: () => void; reject: (error: Error) => void } = { resolve: () => {}, reject: () => {} }
  let seen: Buffer = Buffer.alloc(0)
  let left = -1
  socket.on("data", (chunk: Buffer) => {
    if (left < 0) {
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk])
      const end = seen.indexOf(headEnd)
      if (end < 0) return
      const head = seen.subarray(0, end).toString("latin1")
      const length = /^content-length: (\d+)/im.exec(head)?.[1]
      if (!head.startsWith("HTTP/1.1 200") || length === undefined) return waiting.reject(new Error(head.slice(0, 200)))
      left = Number(length) - (seen.length - end - headEnd.length)
      seen = Buffer.alloc(0)
    } else left -= chunk.length
    if (left > 0) return
    left = -1
    waiting.resolve()
  })
  socket.on("error", (error) => waiting.reject(error))
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        waiting.resolve = resolve
        waiting.reject = reject
        socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n\r\n`)
      }),
    close: () => socket.destroy()
  }
}

/** As many as it answers in so long, on so many connections. */
export const answersIn = async (all: ReadonlyArray<Asking>, path: string, ms: number): Promise<number> => {
  const until = performance.now() + ms
  let answered = 0
  await Promise.all(
    all.map(async ({ ask }) => {
      while (performance.now() < until) {
        await ask(path)
        answered++
      }
    })
  )
  return answered
}

/** How long each took from when it was due, in ms, however late the others were: so many a second for so long. */
export const latenciesAt = async (
  all: ReadonlyArray<Asking>,
  paths: ReadonlyArray<string>,
  perSecond: number,
  seconds: number
): Promise<ReadonlyArray<number>> => {
  const latencies: Array<number> = []
  const free = [...all]
  const due: Array<readonly [path: string, dueMs: number]> = []
  const began = performance.now()
  const take = (): void => {
    const [asking, next] = [free.at(-1), due[0]]
    if (asking === undefined || next === undefined) return
    free.pop()
    due.shift()
    const [path, dueMs] = next
    void asking.ask(path).then(() => {
      latencies.push(performance.now() - dueMs)
      free.push(asking)
      return take()
    })
  }
  let sent = 0
  const total = perSecond * seconds
  while (latencies.length < total) {
    const wanted = Math.min(total, Math.floor(((performance.now() - began) / 1_000) * perSecond))
    for (; sent < wanted; sent++) {
      due.push([paths[sent % paths.length] ?? "", began + (sent / perSecond) * 1_000])
      take()
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return latencies
}
