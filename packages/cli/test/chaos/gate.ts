/** The network between one process and a server: it can be cut, shut, or swallow everything while every connection seems to live. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net"

interface Wire {
  readonly near: Socket
  readonly far: Socket
}

export class Gate {
  readonly #server: Server
  readonly #wires = new Set<Wire>()
  #isShut = false
  #swallows = false

  private constructor(target: () => URL, defaultPort: number) {
    this.#server = createServer((near) => {
      if (this.#isShut) return near.destroy()
      const { hostname, port } = target()
      return this.#join({ near, far: connect(Number(port === "" ? defaultPort : port), hostname) })
    })
  }

  static async open(target: () => URL, defaultPort: number): Promise<Gate> {
    const gate = new Gate(target, defaultPort)
    await new Promise<void>((resolve) => gate.#server.listen(0, "127.0.0.1", resolve))
    return gate
  }

  /** The server's address by way of the gate. */
  by(target: URL): string {
    const url = new URL(target)
    url.hostname = "127.0.0.1"
    url.port = String((this.#server.address() as AddressInfo).port)
    return url.href
  }

  /** The ports from which the server sees whoever goes through. */
  get ports(): ReadonlyArray<number> {
    return [...this.#wires].flatMap(({ far }) => (far.localPort === undefined ? [] : [far.localPort]))
  }

  /** Ends every connection, as a proxy does that is started anew. */
  cut(): void {
    for (const { far, near } of this.#wires) {
      near.destroy()
      far.destroy()
    }
  }

  /** Lets nobody through any more. */
  shut(now: boolean): void {
    this.#isShut = now
    if (now) this.cut()
  }

  /** Nothing arrives, and nobody is told: as a cable that was pulled. What was on its way arrives when it is plugged in. */
  swallow(now: boolean): void {
    this.#swallows = now
    for (const wire of this.#wires) this.#flow(wire)
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #join(wire: Wire): void {
    const { far, near } = wire
    this.#wires.add(wire)
    for (const [one, other] of [
      [near, far],
      [far, near]
    ] as const) {
      one.setNoDelay(true)
      one.on("data", (bytes: Buffer) => void other.write(bytes))
      one.on("error", () => {})
      // That a connection ended is read as everything else is: behind a pulled cable nobody hears of it.
      one.on("close", () => {
        this.#wires.delete(wire)
        other.destroy()
      })
    }
    this.#flow(wire)
  }

  #flow({ far, near }: Wire): void {
    for (const socket of [near, far]) {
      if (this.#swallows) socket.pause()
      else socket.resume()
    }
  }
}
