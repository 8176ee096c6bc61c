/** `znatoki demo` as a newcomer has it: one command, no service, and a power cut in the middle of a game. */
import { findPostmaster } from "@znatoki/embedded-postgres-server/postmaster"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { isChoice, isVerdict, labelsOf } from "../../src/people/seen.ts"
import { begin, openTable, stopGame } from "./game-moves.ts"
import { Room } from "./room.ts"
import { type Program, startProgram } from "./run-program.ts"
import { pause, until } from "./until.ts"
import { callControl } from "./vk-people.ts"

let dataDir = ""
let running: Program | null = null

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "znatoki-demo-"))
  await chmod(dataDir, 0o755)
})

afterEach(async () => {
  if (running?.ended() === null) await running.endBy("SIGKILL")
  const left = findPostmaster(join(dataDir, "postgres"))
  if (left !== null) process.kill(left.pid, "SIGKILL")
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

interface Demo {
  readonly program: Program
  readonly chat: string
  readonly admin: (path: string) => Promise<Response>
}

const startDemo = async (): Promise<Demo> => {
  const variables = { ZNATOKI_DATA: dataDir, SANDBOX_PORT: "0", ADMIN_PORT: "0", ZNATOKI_PRESET: "quick" }
  const program = startProgram(["demo"], variables)
  running = program
  const read = (what: RegExp): string | undefined => what.exec(program.stdout())?.[1]
  const because = () => `${program.stdout()}\n${program.stderr()}`
  await until("the demo tells how to stop it", () => read(/(Ctrl\+C)/) ?? program.ended(), { because })
  const [chat, api, token] = [/Откройте чат:\s+(\S+)\//, /Admin API:\s+(\S+)/, /Its token:\s+(\S+)/].map(read)
  if (chat === undefined || api === undefined || token === undefined) throw new Error(because())
  return { program, chat, admin: (path) => fetch(`${api}${path}`, { headers: { authorization: `Bearer ${token}` } }) }
}

interface Listed {
  readonly items: ReadonlyArray<{ readonly peer_id: number; readonly title: string }>
}

const enter = async ({ chat, program }: Demo, title: string): Promise<Room> => {
  const peer = await until(`the conversation «${title}» is there`, async () => {
    const { items } = await callControl<Listed>(chat, "GET", "/conversations")
    return items.find((item) => item.title === title)?.peer_id
  })
  return Room.enter({ url: chat, groupId: 1, log: program.stderr }, peer)
}

const people = ["Аня", "Борис"]

describe("the demo", () => {
  it("opens a chat and an admin API, and goes on with the game after it was killed", async () => {
    const first = await startDemo()
    expect((await fetch(`${first.chat}/`)).headers.get("content-type")).toContain("text/html")
    expect((await fetch(`${new URL(first.chat).origin}/nothing`)).status).toBe(404)
    const room = await enter(first, "Вечерние знатоки")
    await room.hears("🦉 Привет!")
    await openTable(room, people)
    const { captain } = await begin(room, people)
    await room.press(captain, "Досрочный ответ")
    await room.hears(isChoice)
    expect(await (await first.admin("/games?status=running")).json()).toMatchObject({
      items: [{ conversation: room.conversation, phase: "Choice" }]
    })
    await first.program.endBy("SIGKILL")
    // An outage of less than a second is given back without a word.
    await pause(1_500)

    const second = await startDemo()
    const again = await enter(second, "Вечерние знатоки")
    expect(again.peer).toBe(room.peer)
    const choice = await again.hears(isChoice)
    await again.hears("вернул вам")
    const [label = ""] = labelsOf(choice.keyboard)
    await again.press(captain, label, choice)
    await again.hears(/🎤 /)
    for (const name of people) await again.say(name, "шурум-бурум")
    await again.hears(isVerdict)
    await stopGame(again, "Вера")
    expect(await (await second.admin("/games?status=finished")).json()).toMatchObject({
      items: [{ conversation: room.conversation, score: { team: 0, bot: 1 } }]
    })
    expect(await second.program.endBy("SIGTERM")).toEqual({ code: 0, signal: null })
    expect(findPostmaster(join(dataDir, "postgres"))).toBeNull()
    // What is said to the person at the terminal is all there is.
    expect([first, second].map(({ program }) => program.stderr())).toEqual(["", ""])
  })
})
