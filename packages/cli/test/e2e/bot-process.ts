/** `znatoki bot` through its lives: started, killed, started again; what it logged is kept for the one who looks. */
import { type Ended, type Program, startProgram, type Variables } from "./run-program.ts"
import { pause, until } from "./until.ts"

const tail = 4_000
const listensLine = "listening to community"

/** A file that runs the bot in the place of the program. */
export type BotFile = string

export class BotProcess {
  readonly #variables: Variables
  readonly #file: BotFile
  readonly #lives: Array<Program> = []

  constructor(variables: Variables, file: BotFile) {
    this.#variables = variables
    this.#file = file
  }

  get #life(): Program {
    const life = this.#lives.at(-1)
    if (life === undefined) throw new Error("the bot was never started")
    return life
  }

  get pid(): number | undefined {
    return this.#life.pid
  }

  start(more: Variables = {}): void {
    const variables = { ...this.#variables, ...more }
    this.#lives.push(startProgram(["bot"], variables, { file: this.#file }))
  }

  /** Waits until it polls VK. */
  async listens(): Promise<void> {
    const life = this.#life
    await until("the bot listens to VK", () => life.stderr().includes(listensLine) || life.ended() !== null, {
      because: () => this.log()
    })
    if (life.ended() !== null) throw new Error(`the bot ended by itself\n${this.log()}`)
  }

  kill(): Promise<Ended> {
    return this.#life.endBy("SIGKILL")
  }

  /** It dies of itself; undefined: not in this time. */
  dies(forMs: number): Promise<Ended | undefined> {
    return Promise.race([this.#life.end, pause(forMs).then(() => undefined)])
  }

  send(signal: NodeJS.Signals): void {
    this.#life.send(signal)
  }

  stop(): Promise<Ended> {
    return this.#life.endBy("SIGTERM")
  }

  async close(): Promise<void> {
    const life = this.#lives.at(-1)
    if (life !== undefined && life.ended() === null) await life.endBy("SIGKILL")
  }

  log(): string {
    const whole = this.#lives.map((life, i) => `--- life ${i + 1}\n${life.stderr()}`).join("")
    return whole.length <= tail ? whole : `…${whole.slice(-tail)}`
  }

  /** What it logged at these levels, over all its lives. */
  logged(...levels: ReadonlyArray<"ERROR" | "WARN">): ReadonlyArray<string> {
    return this.#lives
      .flatMap((life) => life.stderr().split("\n"))
      .filter((line) => levels.some((level) => line.includes(`"level":"${level}"`)))
  }
}
