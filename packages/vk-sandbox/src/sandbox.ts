/** One emulated VK on a port: starting it, reaching it, closing it. */
import { getRequestListener } from "@hono/node-server"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type BotState, type Control, makeControl } from "./control/control.ts"
import { seedConversations } from "./control/seed-conversations.ts"
import { makeApp } from "./http/app.ts"
import { makeEventStreams } from "./http/event-stream.ts"
import { lingering } from "./http/linger.ts"
import { AgainstSchema, makeInspector } from "./schema/inspector.ts"
import { type Kept, keepState } from "./state/keep-state.ts"
import type { StateWriter } from "./state/state-writer.ts"
import type { Vk } from "./state/vk.ts"
import type { Clock } from "./state/world.ts"

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port?: number
  readonly host?: string
  /** Names by which it may be asked, beside loopback and the address it listens on. */
  readonly allowedHosts?: ReadonlyArray<string>
  /** Names and addresses beside loopback where a Callback server may be; `*`: anywhere. */
  readonly callbackHosts?: ReadonlyArray<string>
  readonly groupId?: number
  readonly token?: string
  /** Time as VK sees it: dates, limits, how long a press is valid. Held polls wait in real time. */
  readonly clock?: Clock
  /**
   * Two conversations for demonstration when there are none: at once, or as soon as a bot listens by Long Poll,
   * so that it hears of its invitation however late it comes.
   */
  readonly seedConversations?: boolean | "once-listened"
  /** Tells what the bot knows of a conversation, for the page's panel: asked only while somebody looks. */
  readonly botState?: BotState
  /** Where everything is kept, so that a restart loses nothing; null keeps it in memory alone. */
  readonly stateFile?: string | null
  /**
   * Compares every call, answer and event with VK's schema: what does not fit is warned of, and `close` rejects with it.
   * For tests.
   */
  readonly strict?: boolean
  /** Told of a state file that could not be used or written, and of what a strict sandbox finds. */
  readonly warn?: (text: string) => void
}

export interface Sandbox {
  readonly url: string
  readonly apiUrl: string
  readonly groupId: number
  readonly token: string
  readonly port: number
  readonly control: Control
  readonly close: () => Promise<void>
}

const defaultPort = 8400

const listen = (server: Server, port: number, host: string): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      server.off("error", reject)
      const address = server.address()
      if (address === null || typeof address === "string") reject(new Error("the sandbox has no port"))
      else resolve(address)
    })
  })

/** A server that listens everywhere is reached on this machine by its loopback. */
const reachableHost = (host: string): string => {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1"
  return host.includes(":") ? `[${host}]` : host
}

const seed = (vk: Vk, control: Control, when: boolean | "once-listened"): void => {
  if (when === true) seedConversations(control)
  if (when === "once-listened") vk.polls.onceCaughtUp(() => seedConversations(control))
}

/** Only when the port is ours: the file of a sandbox that runs already must not be written. */
const beginWriting = (writer: StateWriter | undefined, server: Server): void => {
  try {
    writer?.begin()
  } catch (error) {
    server.close()
    throw error
  }
}

const openVk = (options: SandboxOptions): Kept => {
  const { callbackHosts = [], clock = Date, groupId = 1, token = "sandbox-token" } = options
  const { stateFile = null, strict = false, warn = (text: string) => process.emitWarning(text) } = options
  const inspector = strict ? makeInspector(warn) : undefined
  return keepState({ groupId, token, clock, callbackHosts, inspector }, stateFile, warn)
}

/** What a strict sandbox has found is an end of its own. */
const requireLikeVk = ({ inspector }: Vk): void => {
  const complaints = inspector?.complaints() ?? []
  if (complaints.length > 0) throw new AgainstSchema(complaints)
}

export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { allowedHosts = [], host = "127.0.0.1", port = defaultPort } = options
  const { vk, writer } = openVk(options)
  const control = makeControl(vk, options.botState)
  const streams = makeEventStreams()
  const app = makeApp({ vk, control, streams, writer, hosts: [host, ...allowedHosts] })
  const server = createServer(lingering(getRequestListener(app.fetch, { autoCleanupIncoming: false })))
  const address = await listen(server, port, host)
  beginWriting(writer, server)
  seed(vk, control, options.seedConversations ?? false)
  const url = `http://${reachableHost(host)}:${address.port}`

  const close = async (): Promise<void> => {
    vk.polls.close()
    vk.events.close()
    vk.callbacks.sender.close()
    streams.closeAll()
    const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
    server.closeIdleConnections()
    // What was just let go may still be writing its last bytes.
    const force = setTimeout(() => server.closeAllConnections(), 200)
    await closed
    clearTimeout(force)
    writer?.close()
    requireLikeVk(vk)
  }

  const { groupId, token } = vk
  return { url, apiUrl: `${url}/method/`, groupId, token, port: address.port, control, close }
}
