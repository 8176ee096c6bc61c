/** A RabbitMQ node of the test alone, with its own cookie, folders and port mapper: to be stopped, killed and emptied. */
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { type ChildProcess, execFile, spawn } from "node:child_process"
import { globSync } from "node:fs"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { until } from "../e2e/until.ts"

const run = promisify(execFile)

/** Those that are called by way of /usr/sbin change the user. */
const programs = globSync("/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin").toSorted().at(-1) ?? null

const node = "znatoki-test@localhost"
const startMs = 120_000

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("AMQP\0\0\u0009\u0001"))
    socket.once("data", () => {
      socket.destroy()
      resolve(true)
    })
    socket.once("error", () => resolve(false)).once("close", () => resolve(false))
  })

const environmentOf = (root: string, ports: Readonly<Record<"amqp" | "distribution" | "mapper", number>>) => ({
  PATH: process.env["PATH"],
  HOME: join(root, "home"),
  LANG: "C.UTF-8",
  RABBITMQ_NODENAME: node,
  RABBITMQ_NODE_PORT: String(ports.amqp),
  RABBITMQ_NODE_IP_ADDRESS: "127.0.0.1",
  RABBITMQ_DIST_PORT: String(ports.distribution),
  ERL_EPMD_PORT: String(ports.mapper),
  ERL_EPMD_ADDRESS: "127.0.0.1",
  RABBITMQ_CONF_ENV_FILE: join(root, "none.conf"),
  RABBITMQ_CONFIG_FILE: join(root, "rabbitmq"),
  RABBITMQ_ADVANCED_CONFIG_FILE: join(root, "advanced.config"),
  RABBITMQ_MNESIA_BASE: join(root, "mnesia"),
  RABBITMQ_LOG_BASE: join(root, "log"),
  RABBITMQ_PID_FILE: join(root, "pid"),
  RABBITMQ_ENABLED_PLUGINS_FILE: join(root, "enabled_plugins"),
  RABBITMQ_GENERATED_CONFIG_DIR: join(root, "config"),
  RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1}"
})

export class OwnBroker {
  readonly url: string
  readonly #root: string
  readonly #environment: NodeJS.ProcessEnv
  readonly #port: number
  readonly #mapper: ChildProcess
  #server: ChildProcess | null = null

  private constructor(root: string, environment: NodeJS.ProcessEnv, port: number) {
    this.#root = root
    this.#environment = environment
    this.#port = port
    this.url = `amqp://guest:guest@127.0.0.1:${port}`
    this.#mapper = spawn("epmd", ["-port", environment["ERL_EPMD_PORT"] ?? "", "-address", "127.0.0.1"], {
      stdio: "ignore"
    })
  }

  static async open(): Promise<OwnBroker> {
    if (programs === null) throw new Error("RabbitMQ's programs are not in /usr/lib/rabbitmq: install rabbitmq-server")
    const root = await mkdtemp(join(tmpdir(), "znatoki-broker-"))
    await mkdir(join(root, "home"))
    await writeFile(join(root, "none.conf"), "")
    await writeFile(join(root, "enabled_plugins"), "[].")
    await writeFile(join(root, "rabbitmq.conf"), "loopback_users = none\nheartbeat = 2\nlog.console = false\n")
    const ports = { amqp: await freePort(null), distribution: await freePort(null), mapper: await freePort(null) }
    const broker = new OwnBroker(root, environmentOf(root, ports), ports.amqp)
    await broker.start()
    return broker
  }

  async start(): Promise<void> {
    const options = { env: this.#environment, detached: true, stdio: "ignore" } as const
    this.#server = spawn(join(programs ?? "", "rabbitmq-server"), options)
    await until("the broker answers", () => answers(this.#port), { forMs: startMs })
  }

  /** Without a word to anybody. */
  async kill(): Promise<void> {
    const server = this.#server
    if (server?.pid === undefined) return
    const ended = new Promise((resolve) => server.once("exit", resolve))
    process.kill(-server.pid, "SIGKILL")
    await ended
    await until("the broker is gone", async () => !(await answers(this.#port)))
  }

  /** As its service is stopped and started again, but for the start of the machine it runs on. */
  async stopApp(): Promise<void> {
    await this.#control("stop_app")
  }

  async startApp(): Promise<void> {
    await this.#control("start_app")
    await until("the broker answers", () => answers(this.#port), { forMs: startMs })
  }

  /** Everything in every queue is gone. */
  async purge(): Promise<void> {
    await this.#control("eval", "[rabbit_amqqueue:purge(Q) || Q <- rabbit_amqqueue:list()].")
  }

  async close(): Promise<void> {
    await this.kill()
    this.#mapper.kill("SIGKILL")
    await rm(this.#root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }

  async #control(...args: ReadonlyArray<string>): Promise<void> {
    await run(join(programs ?? "", "rabbitmqctl"), ["-n", node, ...args], { env: this.#environment })
  }
}
