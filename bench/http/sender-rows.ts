/** How many messages a second arrive through the sandbox with VK's limit on; what the limit allows is twenty times 25. */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { type Measured, more, whole } from "../report/row.ts"

export interface SenderJob {
  readonly apiUrl: string
  readonly groupId: number
  readonly token: string
  readonly peers: ReadonlyArray<number>
  readonly seconds: number
}

const allowed = 20 * 25
const peopleMax = 400
const seconds = { ours: 60, theirs: 20 }
const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

interface Stats {
  readonly messages: number
  readonly rate_limit_hits: number
}

interface Sent {
  readonly perSecond: number
  readonly tooMany: number
}

const get = async <A>(url: string): Promise<A> => (await fetch(url)).json() as Promise<A>

const put = (url: string, method: string, body: object): Promise<Response> =>
  fetch(url, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) })

/** From its first message on: what it takes to start is not what is asked. */
const firstMessage = async (url: string, sender: ChildProcess): Promise<Stats> => {
  while (sender.exitCode === null) {
    const stats = await get<Stats>(`${url}/sandbox/stats`)
    if (stats.messages > 0) return stats
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error("the sender ended before it had said anything")
}

const measure = async (file: string, name: string, forSeconds: number): Promise<Sent> => {
  const sandbox = fork(fileOf("sandbox-process.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  try {
    const [{ apiUrl, groupId, token, url }] = await once(sandbox, "message")
    await put(`${url}/sandbox/faults`, "PUT", { floodPerHour: false })
    const peers: Array<number> = []
    for (let i = 0; i < peopleMax; i++) {
      const members = [{ first_name: "Анна", last_name: "Знаток" }]
      const made = await put(`${url}/sandbox/conversations`, "POST", { title: "Знатоки", members })
      peers.push(((await made.json()) as { readonly peer_id: number }).peer_id)
    }
    const job: SenderJob = { apiUrl, groupId, token, peers, seconds: forSeconds + 30 }
    const sender = fork(fileOf("sender-process.ts"), [file, name, JSON.stringify(job)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"]
    })
    const before = await firstMessage(url, sender)
    const beganMs = performance.now()
    await new Promise((resolve) => setTimeout(resolve, forSeconds * 1_000))
    const after = await get<Stats>(`${url}/sandbox/stats`)
    const took = (performance.now() - beganMs) / 1_000
    sender.kill()
    return { perSecond: (after.messages - before.messages) / took, tooMany: after.rate_limit_hits }
  } finally {
    sandbox.disconnect()
  }
}

/** By a name that the types do not follow, as `bring.ts` does. */
const competitor = (file: string): string => new URL(`../competitors/${file}`, import.meta.url).href

export const senderRows = async (): Promise<ReadonlyArray<Measured>> => {
  const ours = await measure(new URL("our-sender.ts", import.meta.url).href, "ours", seconds.ours)
  const rows: Array<Measured> = [
    {
      what: "messages sent, of what VK's limit allows",
      value: ours.tooMany === 0 ? ours.perSecond / allowed : null,
      unit: "×",
      toReach: more(0.95),
      note: `${whole(ours.perSecond)}/s of ${allowed}/s for ${seconds.ours} s, ${ours.tooMany} refused with error 6`
    }
  ]
  for (const [name, what] of [
    ["byDefault", "against vk-io as it comes"],
    ["parallel", "against vk-io, many calls in one"]
  ] as const) {
    const theirs = await measure(competitor("vk-io.ts"), name, seconds.theirs)
    rows.push({
      what,
      value: ours.perSecond / theirs.perSecond,
      unit: "×",
      toReach: null,
      note: `${whole(ours.perSecond)}/s and ${whole(theirs.perSecond)}/s, ${theirs.tooMany} of theirs refused with error 6`
    })
  }
  return rows
}
