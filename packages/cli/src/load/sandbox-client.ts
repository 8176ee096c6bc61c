/** The control API of a sandbox in another process: what people do there, and what they see as it happens. */
import { Agent, request } from "node:http"
import type { Seen } from "../people/seen.ts"

export interface Member {
  readonly id: number
  readonly first_name: string
}

export interface Opened {
  readonly peer_id: number
  readonly members: ReadonlyArray<Member>
}

export interface SandboxStats {
  readonly calls: Readonly<Record<string, number>>
  readonly errors: Readonly<Record<string, number>>
  readonly rate_limit_hits: number
  readonly events: number
  readonly messages: number
  readonly bot_online: boolean
}

/** What a conversation's page is told at once; the rest of it is nobody's concern here. */
export type Live =
  | { readonly type: "message"; readonly peer_id: number; readonly message: Seen }
  | { readonly type: "answer"; readonly peer_id: number; readonly event_id: string }
  | { readonly type: "snackbar"; readonly peer_id: number; readonly snackbar: { readonly event_id: string } }

const liveTypes: ReadonlyArray<string> = ["message", "answer", "snackbar"] satisfies ReadonlyArray<Live["type"]>

export interface Watching {
  readonly close: () => void
}

/** A stream is cut where its reader is too far behind. */
const againMs = 100

export class SandboxClient {
  readonly #url: string
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  readonly #streams = new Agent({ keepAlive: false })

  constructor(url: string) {
    this.#url = url.replace(/\/+$/, "")
  }

  close(): void {
    this.#agent.destroy()
    this.#streams.destroy()
  }

  call<A>(method: string, path: string, body?: object): Promise<A> {
    return new Promise((resolve, reject) => {
      const text = body === undefined ? "" : JSON.stringify(body)
      const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) }
      const asked = request(`${this.#url}/sandbox${path}`, { agent: this.#agent, method, headers }, (response) => {
        const chunks: Array<Buffer> = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8")
          if (response.statusCode === 200) resolve(JSON.parse(answer) as A)
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${answer.slice(0, 200)}`))
        })
        response.on("error", reject)
      })
      asked.on("error", (error: NodeJS.ErrnoException) => {
        // A connection that waited for long may end just as it is taken again: the request has not been read.
        if (asked.reusedSocket && error.code === "ECONNRESET") resolve(this.call<A>(method, path, body))
        else reject(error)
      })
      asked.end(text)
    })
  }

  stats(): Promise<SandboxStats> {
    return this.call("GET", "/stats")
  }

  /** `missed`: the stream was cut, so these have to be read. */
  watch(
    peers: ReadonlyArray<number>,
    hear: (live: Live) => void,
    missed: (peers: ReadonlyArray<number>) => void
  ): Watching {
    let isClosed = false
    let current: ReturnType<typeof request> | undefined
    const open = (isFirst: boolean): void => {
      current = request(
        `${this.#url}/sandbox/events?peer_ids=${peers.join(",")}`,
        { agent: this.#streams },
        (response) => {
          if (!isFirst) missed(peers)
          const read = eventReader(hear)
          response
            .setEncoding("utf8")
            .on("data", read)
            .on("error", () => {})
        }
      )
      current.on("error", () => {})
      current.on("close", () => {
        if (!isClosed) setTimeout(() => open(false), againMs)
      })
      current.end()
    }
    open(true)
    const close = (): void => {
      isClosed = true
      current?.destroy()
    }
    return { close }
  }
}

/** Of server-sent events, which come in pieces. */
export const eventReader = (hear: (live: Live) => void) => {
  let rest = ""
  return (piece: string): void => {
    const blocks = (rest + piece).split("\n\n")
    rest = blocks.pop() ?? ""
    for (const block of blocks) {
      const type = /^event: ?(.*)$/m.exec(block)?.[1]
      const data = /^data: ?(.*)$/m.exec(block)?.[1]
      if (type !== undefined && data !== undefined && liveTypes.includes(type)) hear(JSON.parse(data) as Live)
    }
  }
}
