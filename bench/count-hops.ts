/**
 * How long the way of one event is in code: `node bench/count-hops.ts` counts the files and functions of ours that a running
 * bot enters from the update that brings «Поехали» to the message with the first question. A path to another `main.ts`
 * counts those of another version; `--list` names them, with how often each is called.
 */
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { findServer } from "./kernel/database.ts"

const { positionals, values } = parseArgs({ allowPositionals: true, options: { list: { type: "boolean" } } })
const [main = fileURLToPath(new URL("../packages/cli/src/main.ts", import.meta.url))] = positionals
/** The first goes through code that has never run; of the others the shortest had nothing beside it. */
const games = 6

interface Entered {
  readonly url: string
  readonly functions: ReadonlyArray<{
    readonly functionName: string
    readonly ranges: readonly [{ readonly count: number }]
  }>
}

/** What the process has entered since it was asked last. */
const watch = async (inspector: string) => {
  const socket = new WebSocket(inspector)
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }))
  let asked = 0
  const ask = (method: string, params: object = {}) =>
    new Promise<{ readonly result?: ReadonlyArray<Entered> }>((resolve) => {
      const id = ++asked
      const heard = ({ data }: MessageEvent): void => {
        const answer: { readonly id?: number; readonly result: object } = JSON.parse(String(data))
        if (answer.id !== id) return
        socket.removeEventListener("message", heard)
        resolve(answer.result)
      }
      socket.addEventListener("message", heard)
      socket.send(JSON.stringify({ id, method, params }))
    })
  await ask("Profiler.enable")
  await ask("Profiler.startPreciseCoverage", { callCount: true, detailed: false })
  const take = async () => (await ask("Profiler.takePreciseCoverage")).result ?? []
  // A process that is watched waits at its end for whoever watches.
  return { take, leave: () => socket.close() }
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)

const called = (each: Entered) => each.functions.filter(({ ranges: [{ count }] }) => count > 0)

const oursOf = (entered: ReadonlyArray<Entered>) =>
  entered.filter(
    (each) =>
      /\/packages\/[\w-]+\/src\//.test(each.url) && !each.url.includes("/vk-sandbox/") && called(each).length > 0
  )

/** A line for each file: its functions, and how often each was called where that was more than once. */
const listOf = (entered: ReadonlyArray<Entered>): ReadonlyArray<string> =>
  oursOf(entered)
    .map((each) => {
      const names = called(each).map(({ functionName, ranges: [{ count }] }) => {
        const name = functionName === "" ? "(nameless)" : functionName
        return count === 1 ? name : `${name} ×${count}`
      })
      return `${each.url.replace(/^.*\/packages\//, "")}: ${names.join(", ")}`
    })
    .toSorted()

const countsOf = (entered: ReadonlyArray<Entered>) => {
  const ours = oursOf(entered)
  const queue = entered.find(({ url }) => url.endsWith("/effect/dist/Queue.js"))
  const offers =
    queue === undefined ? [] : called(queue).filter(({ functionName }) => /^offer(?:All)?Unsafe$/.test(functionName))
  return {
    files: ours.length,
    functions: sum(ours.map((each) => called(each).length)),
    calls: sum(ours.flatMap((each) => called(each).map(({ ranges: [{ count }] }) => count))),
    offers: sum(offers.map(({ ranges: [{ count }] }) => count))
  }
}

const server = await findServer()
const { url: database } = await server.create("hops")
const sandbox = await startSandbox({ port: 0 })
const bot = spawn(process.execPath, ["--inspect=127.0.0.1:0", main, "bot"], {
  stdio: ["ignore", "ignore", "pipe"],
  env: { PATH: process.env["PATH"], DATABASE_URL: database, VK_API_URL: sandbox.apiUrl, VK_TOKEN: sandbox.token }
})
const lines = createInterface({ input: bot.stderr })
const said = (words: RegExp): Promise<string> =>
  new Promise((resolve) => {
    lines.on("line", (line) => {
      const found = words.exec(line)
      if (found !== null) resolve(found[0])
    })
  })

try {
  const [inspector] = await Promise.all([said(/ws:\/\/\S+/), said(/listening to community/)])
  const { leave, take } = await watch(inspector)
  const shown = async (peer: number, words: string): Promise<void> => {
    while (!sandbox.control.messages(peer).items.some(({ text }) => text.includes(words))) await sleep(1)
  }
  const asked = (): number => {
    const { calls } = sandbox.control.stats()
    return (calls["execute"] ?? 0) + (calls["messages.send"] ?? 0)
  }
  const entered: Array<ReadonlyArray<Entered>> = []
  for (let game = 0; game < games; game++) {
    const { members, peer_id: peer } = sandbox.control.createConversation({
      title: "Стол",
      members: [{ first_name: "Аня", last_name: "" }]
    })
    const write = (text: string) => sandbox.control.writeMessage(peer, { from_id: members[0]?.id ?? 0, text })
    write("Начать игру")
    await shown(peer, "Собираем стол")
    // What follows from that is over.
    await sleep(400)
    // The way ends where VK is asked to say it: that call is never answered, so that nothing follows from it.
    sandbox.control.setFaults({ hangs: [{ method: "messages.send", times: 1 }] })
    const before = asked()
    await take()
    write("Поехали")
    while (asked() === before) await sleep(1)
    entered.push(await take())
    sandbox.control.setFaults({})
    await shown(peer, "Раунд 1")
  }
  const [shortest = []] = entered.slice(1).toSorted((one, other) => countsOf(one).functions - countsOf(other).functions)
  console.table(entered.map(countsOf))
  console.log(JSON.stringify(countsOf(shortest)))
  if (values.list === true) console.log(listOf(shortest).join("\n"))
  leave()
} finally {
  bot.kill("SIGTERM")
  await sandbox.close()
  await server.close()
}
