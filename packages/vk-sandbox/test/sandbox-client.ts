/** How tests talk to a sandbox: as a bot over VK's protocol, and as the people in its conversations. */
import { onTestFinished } from "vitest"
import { type Sandbox, type SandboxOptions, startSandbox } from "../src/sandbox.ts"

export interface Json {
  readonly [field: string]: unknown
}

/** An answer of the API: what was asked for, or why not. */
export interface Answer<Response> {
  readonly response: Response
  readonly error?: { readonly error_code: number; readonly error_msg: string }
  readonly execute_errors?: ReadonlyArray<{ readonly method: string; readonly error_code: number }>
}

/** One peer's item of messages.send in its list form. */
interface Sent {
  readonly peer_id: number
  readonly message_id: number
  readonly conversation_message_id: number
  readonly error?: { readonly code: number; readonly description: string }
}

interface VkEvent {
  readonly type: string
  readonly group_id: number
  readonly event_id: string
  readonly v: string
  readonly object: Json
}

interface Polled {
  readonly ts: string | number
  readonly updates: ReadonlyArray<VkEvent>
  readonly failed?: number
}

export interface FakeClock {
  readonly now: () => number
  readonly advance: (ms: number) => void
}

export const fakeClock = (start = Date.UTC(2026, 0, 1)): FakeClock => {
  let now = start
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    }
  }
}

/** Lives as long as its test, which fails when anything was said that VK's schema does not allow. */
export const sandboxOf = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const sandbox = await startSandbox({ port: 0, strict: true, warn: () => {}, ...options })
  onTestFinished(() => sandbox.close())
  return sandbox
}

const withText = (params: object): URLSearchParams =>
  new URLSearchParams(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]): [string, string] => [key, typeof value === "object" ? JSON.stringify(value) : String(value)])
  )

export interface Bot {
  /** A call of a method: the whole answer. */
  readonly call: <Response = unknown>(method: string, params?: object) => Promise<Answer<Response>>
  /** A message to one peer in the list form: its item of the answer. */
  readonly send: (peerId: number, message: string, more?: object) => Promise<Sent>
  readonly execute: (code: string) => Promise<Answer<unknown>>
}

/** Tests say what they expect of an answer by its type, and prove it by their assertions. */
const readJson = async <A>(response: Response): Promise<A> => (await response.json()) as A

/** What is known of a sandbox wherever it runs. */
export type Address = Pick<Sandbox, "url" | "apiUrl" | "token" | "groupId">

export const botOf = (sandbox: Address): Bot => {
  const call: Bot["call"] = async (method, params = {}) => {
    const body = withText({ access_token: sandbox.token, v: "5.199", ...params })
    return readJson(await fetch(sandbox.apiUrl + method, { method: "POST", body }))
  }
  return {
    call,
    send: async (peerId, message, more = {}) => {
      const params = { peer_ids: peerId, random_id: 0, message, ...more }
      const {
        response: [sent]
      } = await call<readonly [Sent]>("messages.send", params)
      return sent
    },
    execute: (code) => call("execute", { code })
  }
}

interface LongPollServer {
  readonly server: string
  readonly key: string
  readonly ts: string
}

const longPollServer = async (sandbox: Address): Promise<LongPollServer> =>
  (await botOf(sandbox).call<LongPollServer>("groups.getLongPollServer", { group_id: sandbox.groupId })).response

export interface Poller extends LongPollServer {
  /** One request; events found move the cursor, unless the request named its own. */
  readonly poll: (change?: Json) => Promise<Polled>
}

export const pollerOf = async (sandbox: Address): Promise<Poller> => {
  const server = await longPollServer(sandbox)
  let cursor: string | number = server.ts
  return {
    ...server,
    poll: async (change = {}) => {
      const query = withText({ act: "a_check", key: server.key, ts: cursor, wait: 0, ...change })
      const answer = await readJson<Polled>(await fetch(`${server.server}?${query}`))
      if (answer.failed === undefined && change["ts"] === undefined) cursor = answer.ts
      return answer
    }
  }
}

export const control = async (sandbox: Address, method: string, path: string, body?: unknown) => {
  const response = await fetch(`${sandbox.url}/sandbox${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) })
  })
  return { status: response.status, body: await readJson<Json>(response) }
}

export interface Team {
  readonly sandbox: Sandbox
  readonly bot: Bot
  readonly peer: number
  /** Ids of the two people of the conversation. */
  readonly anya: number
  readonly boris: number
}

export const somePeople = [
  { first_name: "Аня", last_name: "Соколова" },
  { first_name: "Борис", last_name: "Лебедев" }
]

/** A sandbox with one conversation of two people and the bot. */
export const teamOf = async (options: SandboxOptions = {}, chat: object = {}): Promise<Team> => {
  const sandbox = await sandboxOf(options)
  const created = sandbox.control.createConversation({ title: "Команда", members: somePeople, ...chat })
  const [anya, boris] = created.members.map(({ id }) => id)
  if (anya === undefined || boris === undefined) throw new Error("two people were asked for")
  return { sandbox, bot: botOf(sandbox), peer: created.peer_id, anya, boris }
}

export const button = (label: string, more: Json = {}): Json => ({
  action: { type: "callback", label, payload: JSON.stringify({ label }) },
  color: "primary",
  ...more
})

export const textButton = (label: string): Json => ({ action: { type: "text", label, payload: { label } } })

/** Waits for a condition without guessing how long it takes. */
export const until = async <A>(
  find: () => A | undefined | Promise<A | undefined>,
  what = "the condition",
  { because = () => "", forMs = 5_000 }: { readonly because?: () => string; readonly forMs?: number } = {}
): Promise<A> => {
  const deadline = performance.now() + forMs
  while (performance.now() < deadline) {
    const found = await find()
    if (found !== undefined && found !== false) return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`${what} did not come true in ${forMs} ms\n${because()}`)
}
