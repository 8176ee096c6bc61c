/** Two colours of all roles as local processes, moved by the deploy script as it moves containers. */
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { spawn } from "node:child_process"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { type Program, startProgram, type Variables } from "../e2e/run-program.ts"
import { briskBot } from "../e2e/world.ts"
import type { Front } from "./front.ts"

const script = fileURLToPath(new URL("../../../../deploy/release/two-colours.sh", import.meta.url))
const driver = fileURLToPath(new URL("ask-the-test.ts", import.meta.url))
const roles = ["connector", "worker", "callback"] as const

interface Running {
  readonly version: string
  readonly programs: ReadonlyArray<Program>
  readonly healthPorts: ReadonlyArray<number>
  readonly callbackPort: number
}

export interface Version {
  readonly variables: Variables
  /** Since it was shown to the world it is not ready. */
  readonly isSick?: boolean
}

export class Colours {
  readonly #front: Front
  readonly #variables: Variables
  readonly #versions: Readonly<Record<string, Version>>
  readonly #running = new Map<string, Running>()
  readonly #logs: Array<Program> = []
  #shown: string | null = null

  constructor(front: Front, variables: Variables, versions: Readonly<Record<string, Version>>) {
    this.#front = front
    this.#variables = variables
    this.#versions = versions
  }

  /** The colour that the world sees, and its version. */
  get current(): string {
    return this.#shown === null ? "" : `${this.#shown} ${this.#running.get(this.#shown)?.version}`
  }

  get runningColours(): ReadonlyArray<string> {
    return [...this.#running.keys()]
  }

  log(): string {
    return this.#logs.map((program) => program.stderr().slice(-2_000)).join("\n---\n")
  }

  errors(): ReadonlyArray<string> {
    return this.#logs.flatMap((program) =>
      program
        .stderr()
        .split("\n")
        .filter((line) => line.includes('"ERROR"'))
    )
  }

  /** Runs the script; answers its exit code and what it said. */
  async deploy(
    version: string,
    patienceSeconds = 120
  ): Promise<{ readonly code: number | null; readonly said: string }> {
    const server = createServer((request, response) => {
      const [, what = "", colour = "", version = ""] = (request.url ?? "").split("/")
      this.#obey(what, colour, version).then(
        (answer) => response.writeHead(answer === null ? 503 : 200).end(answer ?? ""),
        (error: unknown) => response.writeHead(500).end(String(error))
      )
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const child = spawn("sh", [script, driver, version], {
      env: {
        PATH: process.env["PATH"],
        DEPLOY_TEST_URL: url,
        DEPLOY_PATIENCE: String(patienceSeconds),
        DEPLOY_WATCH: "4"
      },
      stdio: ["ignore", "pipe", "pipe"]
    })
    let said = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (some) => (said += String(some)))
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
    server.closeAllConnections()
    server.close()
    return { code, said }
  }

  async close(): Promise<void> {
    for (const colour of this.runningColours) await this.#down(colour, "SIGKILL")
  }

  /** Null: not so. */
  async #obey(what: string, colour: string, version: string): Promise<string | null> {
    switch (what) {
      case "current":
        return this.current
      case "migrate":
        return ""
      case "up":
        await this.#up(colour, version)
        return ""
      case "ready":
        return (await this.#isReady(colour)) ? "" : null
      case "switch":
        this.#front.show(this.#running.get(colour)?.callbackPort ?? 0)
        this.#shown = colour
        return ""
      case "down":
        await this.#down(colour, "SIGTERM")
        return ""
      default:
        throw new Error(`the script asks for «${what}»`)
    }
  }

  async #up(colour: string, version: string): Promise<void> {
    const healthPorts = await Promise.all(roles.map(() => freePort(null)))
    const callbackPort = await freePort(null)
    const programs = roles.map((role, i) => {
      const variables = {
        ...this.#variables,
        HEALTH_PORT: String(healthPorts[i]),
        VK_CALLBACK_PORT: String(callbackPort),
        ...this.#versions[version]?.variables
      }
      return startProgram([role], variables, { file: briskBot })
    })
    this.#logs.push(...programs)
    this.#running.set(colour, { version, programs, healthPorts, callbackPort })
  }

  async #isReady(colour: string): Promise<boolean> {
    const running = this.#running.get(colour)
    if (running === undefined) return false
    if (this.#versions[running.version]?.isSick === true && this.#shown === colour) return false
    const answers = await Promise.all(
      running.healthPorts.map((port) =>
        fetch(`http://127.0.0.1:${port}/health/ready`).then(
          ({ ok }) => ok,
          () => false
        )
      )
    )
    return answers.every(Boolean)
  }

  async #down(colour: string, signal: NodeJS.Signals): Promise<void> {
    const running = this.#running.get(colour)
    this.#running.delete(colour)
    await Promise.all(
      (running?.programs ?? []).map((program) => (program.ended() === null ? program.endBy(signal) : null))
    )
  }
}
