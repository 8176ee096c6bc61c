/**
 * A TCP proxy between the bot and PostgreSQL that knows just enough of the protocol to cut a connection at the worst
 * moment of a statement: https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net"

/** Where a statement is on its way when its connection is cut. */
export const cutMoments = [
  /** The server never hears of it. */
  "before the request",
  /** The server hears the beginning of it. */
  "in the middle of the request",
  /** The server does it or not; nobody waits to see. */
  "right after the request",
  /** The server has committed it, the bot does not hear of it. */
  "between COMMIT and its answer"
] as const
export type CutMoment = (typeof cutMoments)[number]

export interface Cut {
  readonly moment: CutMoment
  /** Of a statement with these words. */
  readonly words: string
}

/** Whole messages out of a stream of bytes. */
class Messages {
  #rest: Buffer = Buffer.alloc(0)
  #isFirst: boolean

  /** The client's first message has no type. */
  constructor(isClient: boolean) {
    this.#isFirst = isClient
  }

  take(bytes: Buffer): ReadonlyArray<Buffer> {
    this.#rest = Buffer.concat([this.#rest, bytes])
    const messages: Array<Buffer> = []
    for (;;) {
      const head = this.#isFirst ? 0 : 1
      if (this.#rest.length < head + 4) return messages
      const length = head + this.#rest.readUInt32BE(head)
      if (this.#rest.length < length) return messages
      messages.push(this.#rest.subarray(0, length))
      this.#rest = this.#rest.subarray(length)
      this.#isFirst = false
    }
  }
}

const typeOf = (message: Buffer): string => String.fromCharCode(message[0] ?? 0)

/** The zero-terminated strings a message begins with. */
const stringsOf = (message: Buffer, count: number): ReadonlyArray<string> =>
  message.subarray(5).toString("latin1").split("\0", count)

/** One connection of the bot. */
class Wire {
  readonly #client: Socket
  readonly #server: Socket
  readonly #proxy: PgProxy
  readonly #statements = new Map<string, string>()
  /** What was asked since the last Sync. */
  #asked = ""
  /** What was asked by each Sync that the server has not answered yet. */
  readonly #unanswered: Array<string> = []
  #held: Array<Buffer> = []

  constructor(proxy: PgProxy, client: Socket, server: Socket) {
    this.#proxy = proxy
    this.#client = client
    this.#server = server
    const fromClient = new Messages(true)
    const fromServer = new Messages(false)
    client.on("data", (bytes: Buffer) => this.#forward(fromClient.take(bytes)))
    server.on("data", (bytes: Buffer) => this.#back(fromServer.take(bytes)))
    for (const [one, other] of [
      [client, server],
      [server, client]
    ] as const) {
      one.on("error", () => {})
      // Not destroyed: what was forwarded is to arrive.
      one.on("close", () => other.end())
    }
  }

  cut(): void {
    this.#client.destroy()
    this.#server.destroy()
  }

  #forward(messages: ReadonlyArray<Buffer>): void {
    for (const message of messages) {
      this.#note(message)
      const asked = typeOf(message) === "S" ? this.#unanswered.at(-1) : this.#asked
      const moment = this.#proxy.requestCut(asked ?? "")
      if (typeOf(message) === "B" && moment === "before the request") return this.#cutAs(moment)
      if (typeOf(message) === "B" && moment === "in the middle of the request") {
        this.#server.write(message.subarray(0, message.length >> 1))
        return this.#leave(moment)
      }
      this.#server.write(message)
      if (typeOf(message) === "S" && moment === "right after the request") return this.#leave(moment)
    }
  }

  /** The end of the stream reaches the server after the bytes that went before. */
  #leave(moment: CutMoment): void {
    this.#proxy.isCut(moment)
    this.#client.destroy()
  }

  #note(message: Buffer): void {
    switch (typeOf(message)) {
      case "P": {
        const [name = "", text = ""] = stringsOf(message, 2)
        this.#statements.set(name, text)
        return
      }
      case "B": {
        const [, name = ""] = stringsOf(message, 2)
        this.#asked = this.#statements.get(name) ?? ""
        return
      }
      case "S": {
        this.#unanswered.push(this.#asked)
        this.#asked = ""
      }
    }
  }

  /** Nothing of an answer is given away before its end has come: only then is the transaction committed. */
  #back(messages: ReadonlyArray<Buffer>): void {
    for (const message of messages) {
      const answers = this.#unanswered[0] ?? ""
      if (!this.#proxy.wantsAnswer(answers)) {
        this.#client.write(message)
      } else {
        this.#held.push(message)
      }
      if (typeOf(message) !== "Z") continue
      this.#unanswered.shift()
      const isDone = this.#held.some((held) => typeOf(held) === "C")
      if (this.#held.length > 0 && isDone) return this.#cutAs("between COMMIT and its answer")
      for (const held of this.#held) this.#client.write(held)
      this.#held = []
    }
  }

  #cutAs(moment: CutMoment): void {
    this.#proxy.isCut(moment)
    this.cut()
  }
}

export class PgProxy {
  readonly #server: Server
  readonly #wires = new Set<Wire>()
  #next: Cut | null = null
  #done: () => void = () => {}

  private constructor(target: URL) {
    this.#server = createServer((client) => {
      const server = connect(Number(target.port === "" ? 5432 : target.port), target.hostname)
      client.setNoDelay(true)
      server.setNoDelay(true)
      const wire = new Wire(this, client, server)
      this.#wires.add(wire)
      client.on("close", () => this.#wires.delete(wire))
    })
  }

  static async open(target: string): Promise<PgProxy> {
    const proxy = new PgProxy(new URL(target))
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve))
    return proxy
  }

  /** The target's address by way of the proxy. */
  by(target: string): string {
    const url = new URL(target)
    url.hostname = "127.0.0.1"
    url.port = String((this.#server.address() as AddressInfo).port)
    return url.href
  }

  /** Cuts the connection of the next such statement; resolves when it is cut. */
  cutNext(cut: Cut): Promise<void> {
    return new Promise((resolve) => {
      this.#next = cut
      this.#done = resolve
    })
  }

  /** How a request is to be cut; null: not at all. */
  requestCut(asked: string): CutMoment | null {
    const cut = this.#next
    return cut !== null && cut.moment !== "between COMMIT and its answer" && asked.includes(cut.words)
      ? cut.moment
      : null
  }

  wantsAnswer(asked: string): boolean {
    const cut = this.#next
    return cut?.moment === "between COMMIT and its answer" && asked.includes(cut.words)
  }

  isCut(moment: CutMoment): void {
    if (this.#next?.moment !== moment) return
    this.#next = null
    this.#done()
  }

  async close(): Promise<void> {
    for (const wire of this.#wires) wire.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
