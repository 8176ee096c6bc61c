/** A bot written on somebody's client, as a process of its own that asks the sandbox where it believes it asks VK. */
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { onTestFinished } from "vitest"
import type { Sandbox } from "../../src/sandbox.ts"
import { until } from "../sandbox-client.ts"

const folder = new URL("./", import.meta.url)
const pathOf = (file: string): string => fileURLToPath(new URL(file, folder))

/** They are installed apart: see the package beside this file. */
export const areInstalled = existsSync(pathOf("node_modules/easyvk"))

export interface BotProcess {
  readonly output: () => string
  /** Resolves with the rest of the line that begins so. */
  readonly says: (begin: string) => Promise<string>
}

const addressOf = ({ groupId, token, url }: Sandbox): NodeJS.ProcessEnv => ({
  SANDBOX_URL: url,
  SANDBOX_TOKEN: token,
  SANDBOX_GROUP: String(groupId)
})

export const startClient = (sandbox: Sandbox, file: string, more: NodeJS.ProcessEnv = {}): BotProcess => {
  const child = spawn(process.execPath, ["--no-deprecation", "--require", pathOf("to-sandbox.cjs"), pathOf(file)], {
    env: { PATH: process.env["PATH"], ...addressOf(sandbox), ...more },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => void (output += String(data)))
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => void child.once("exit", resolve))
    child.kill("SIGKILL")
    await gone
  })
  const find = (begin: string): string | undefined =>
    output
      .split("\n")
      .find((line) => line.startsWith(begin))
      ?.slice(begin.length)
  return {
    output: () => output,
    says: (begin) => until(() => find(begin), `«${begin}» of ${file}`, { because: () => output, forMs: 20_000 })
  }
}
