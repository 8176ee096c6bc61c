#!/usr/bin/env node
/** `vk-sandbox`: the emulator and its web chat as a program, for bots in whatever language. */
import { parseArgs } from "node:util"
import { type SandboxOptions, startSandbox } from "./sandbox.ts"
import { StateFileUnusable } from "./state/load-state.ts"

const usage = `VK on this machine, with a web chat. Nothing leaves it.

vk-sandbox [--port 8400] [--host 127.0.0.1] [--group 1] [--token sandbox-token]
           [--state FILE] [--empty] [--strict] [--bot-state URL]
           [--callback-host NAME]... [--allow-host NAME]...

  --port           0 takes any free one
  --host           where it listens
  --group, --token the community and the token your bot has
  --state          keeps everything in this file across restarts
  --empty          begins without the two conversations for demonstration
  --strict         tells of every call that is not as VK's schema has it
  --bot-state      where your bot tells as JSON what it knows of a conversation; {peer} in it is the number
  --callback-host  a name beside loopback where your Callback server may be; *: anywhere
  --allow-host     a name, beside loopback and the address it listens on, by which it may be asked
`

/** What the user has to change. */
class Mistake extends Error {}

const whole = (name: string, text: string, min: number, max: number): number => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new Mistake(`--${name} must be a whole number from ${min} to ${max}, not «${text}».`)
  }
  return value
}

const readArguments = (args: ReadonlyArray<string>) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "8400" },
        host: { type: "string", default: "127.0.0.1" },
        group: { type: "string", default: "1" },
        token: { type: "string", default: "sandbox-token" },
        state: { type: "string" },
        empty: { type: "boolean", default: false },
        strict: { type: "boolean", default: false },
        "bot-state": { type: "string" },
        "callback-host": { type: "string", multiple: true, default: [] },
        "allow-host": { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false }
      }
    }).values
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

/** Asked while the page's panel is open. */
const stateFrom = (address: string | undefined): Pick<SandboxOptions, "botState"> => {
  if (address === undefined) return {}
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    throw new Mistake(`--bot-state must be an address, not «${address}».`)
  }
  return {
    botState: async (peerId) => {
      const response = await fetch(address.replaceAll("{peer}", String(peerId)))
      return response.ok ? response.json() : { status: response.status }
    }
  }
}

const optionsOf = (values: ReturnType<typeof readArguments>): SandboxOptions => ({
  port: whole("port", values.port, 0, 65_535),
  host: values.host,
  groupId: whole("group", values.group, 1, 2_000_000_000),
  token: values.token,
  seedConversations: !values.empty,
  stateFile: values.state ?? null,
  strict: values.strict,
  ...stateFrom(values["bot-state"]),
  callbackHosts: values["callback-host"],
  allowedHosts: values["allow-host"],
  warn: (text) => void process.stderr.write(`${text}\n`)
})

const explain = (error: unknown): string => {
  if (error instanceof Mistake) return error.message
  if (error instanceof StateFileUnusable) return `${error.message}: see that its folder may be written.`
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  if (code === "EADDRINUSE") return "The port is taken: stop what listens there, or choose another by --port."
  return `The sandbox cannot start: ${error instanceof Error ? error.message : String(error)}`
}

const run = async (): Promise<void> => {
  const values = readArguments(process.argv.slice(2))
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const sandbox = await startSandbox(optionsOf(values))
  process.stdout.write(
    `Web chat:  ${sandbox.url}/\nVK API:    ${sandbox.apiUrl}  (instead of https://api.vk.ru/method/)\n` +
      `Community: ${sandbox.groupId}, its token: ${sandbox.token}\nStop it with Ctrl+C.\n`
  )
  // A strict one has told of everything already.
  const stop = (): void =>
    void sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1)
    )
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
}

run().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
})
