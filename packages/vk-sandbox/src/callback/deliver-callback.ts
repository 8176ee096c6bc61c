/** Tells a Callback server of an event until it says `ok`, or VK would give up. */
import { objectOfVersion } from "../state/api-version.ts"
import type { TurnedClock } from "../state/turned-clock.ts"
import type { CallbackServer, CallbackServers } from "./callback-servers.ts"
import { retryDelay } from "./retry-delay.ts"

/** VK does not publish it; what was observed is about eight seconds. */
const waitMaxMs = 8000

export interface CallbackEvent {
  readonly type: string
  readonly object: unknown
  /** All but the object, which differs by version. */
  readonly envelope: object
}

export interface CallbackSender {
  readonly send: (event: CallbackEvent) => void
  /** Asks a server for the confirmation string: true when it gave the right one. */
  readonly confirm: (server: CallbackServer) => Promise<boolean>
  readonly confirmationCode: string
  /** Whether anything may be told to this address. */
  readonly isAllowed: (url: string) => boolean
  readonly close: () => void
}

export interface SenderParts {
  readonly groupId: number
  readonly servers: CallbackServers
  readonly clock: TurnedClock
  /** 1 keeps VK's delays; less makes them shorter. */
  readonly delayScale: () => number
  readonly gaveUp: () => void
  readonly isAllowed: (url: string) => boolean
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly retryAfter: string | null
}

const noAnswer: Answer = { status: 0, body: "", retryAfter: null }

const post = async (url: string, body: object, attempts: number, signal: AbortSignal): Promise<Answer> => {
  const headers = {
    "content-type": "application/json",
    ...(attempts === 0 ? {} : { "x-retry-counter": String(attempts) })
  }
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(waitMaxMs)])
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: limit,
      redirect: "manual"
    })
    // Read byte for byte: text() would hide the byte order mark that VK trips over.
    const text = Buffer.from(await answer.arrayBuffer()).toString("utf8")
    return { status: answer.status, body: text, retryAfter: answer.headers.get("retry-after") }
  } catch {
    return noAnswer
  }
}

const withSecret = (server: CallbackServer, json: object): object => ({
  ...json,
  v: server.version,
  ...(server.secret_key === "" ? {} : { secret: server.secret_key })
})

export const makeCallbackSender = ({
  clock,
  delayScale,
  gaveUp,
  groupId,
  isAllowed,
  servers
}: SenderParts): CallbackSender => {
  const closing = new AbortController()
  const waits = new Set<() => void>()
  const confirmationCode = "sandbox1"

  const later = (ms: number, action: () => void): void => {
    if (closing.signal.aborted) return
    const callOff = clock.after(ms, () => {
      waits.delete(callOff)
      action()
    })
    waits.add(callOff)
  }

  /** What a server's answer asks for, beside being an answer. */
  const obey = (server: CallbackServer, body: string): boolean => {
    if (body === "remove") servers.remove(server.id)
    const version = /^version (5\.\d+)$/.exec(body)?.[1]
    if (version !== undefined) server.version = version
    return body === "ok" || body === "remove" || version !== undefined
  }

  const attempt = async (server: CallbackServer, event: CallbackEvent, attempts: number): Promise<void> => {
    if (servers.get(server.id) !== server || !isAllowed(server.url)) return
    const object = objectOfVersion(event.type, event.object, server.version)
    const json = withSecret(server, { ...event.envelope, object })
    const answer = await post(server.url, json, attempts, closing.signal)
    if (answer.status === 200 && obey(server, answer.body)) return
    const failed = { attempts: attempts + 1, status: answer.status, retryAfter: answer.retryAfter, now: clock.now() }
    const delay = retryDelay(failed)
    if (delay === undefined) gaveUp()
    else later(delay * delayScale(), () => void attempt(server, event, attempts + 1))
  }

  return {
    confirmationCode,
    isAllowed,
    send: (event) => {
      for (const server of servers.all()) {
        if (server.status === "ok" && server.events.has(event.type)) void attempt(server, event, 0)
      }
    },
    confirm: async (server) => {
      server.status = "wait"
      const answer = await post(
        server.url,
        withSecret(server, { type: "confirmation", group_id: groupId }),
        0,
        closing.signal
      )
      const right = answer.status === 200 && answer.body === confirmationCode
      server.status = right ? "ok" : "failed"
      return right
    },
    close: () => {
      closing.abort()
      for (const callOff of waits) callOff()
    }
  }
}
