import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { expect, it, onTestFinished } from "vitest"
import { control, until } from "./sandbox-client.ts"

it("the example on vk-io answers whoever writes in the chat it opens", async () => {
  const example = fileURLToPath(new URL("../examples/vk-io.ts", import.meta.url))
  const child = spawn(process.execPath, [example], { env: { ...process.env, PORT: "0" } })
  onTestFinished(() => void child.kill("SIGKILL"))
  let said = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => void (said += String(data)))
  const because = { because: () => said, forMs: 60_000 }
  const url = await until(() => /at (\S+)\//.exec(said)?.[1], "its address", because)
  const sandbox = { url, apiUrl: `${url}/method/`, token: "sandbox-token", groupId: 1 }
  const peer = await until(
    async () => {
      const { body } = await control(sandbox, "GET", "/conversations")
      const items = body["items"] as ReadonlyArray<{ readonly peer_id: number; readonly title: string }>
      // Of two, the one with the person who writes.
      return items.find(({ title }) => title === "Вечерние знатоки")?.peer_id
    },
    "the conversation",
    because
  )
  await control(sandbox, "POST", `/conversations/${peer}/messages`, { from_id: 1, text: "/привет" })
  const answered = async () => {
    const { body } = await control(sandbox, "GET", `/conversations/${peer}/messages`)
    const items = body["items"] as ReadonlyArray<{ readonly text: string }>
    return items.at(-1)?.text === "Вы сказали: /привет" ? true : undefined
  }
  expect(await until(answered, "the answer", because)).toBe(true)
})
