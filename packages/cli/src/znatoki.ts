/** The program: its commands, and how it fails. */
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import { Cause, Effect, Exit, Runtime } from "effect"
import { Command } from "effect/cli"
import { nodeServices } from "./node-services.ts"
import type { CannotRun } from "./cannot-run.ts"
import { usage } from "./usage.ts"

const loads = {
  demo: async () => (await import("./commands/demo.ts")).demo,
  bot: async () => (await import("./commands/bot.ts")).bot,
  all: async () => (await import("./commands/bot.ts")).all,
  connector: async () => (await import("./commands/connector.ts")).connector,
  callback: async () => (await import("./commands/callback.ts")).callback,
  worker: async () => (await import("./commands/worker.ts")).worker,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  play: async () => (await import("./commands/play.ts")).play,
  simulate: async () => (await import("./commands/simulate.ts")).simulate,
  replay: async () => (await import("./commands/replay.ts")).replay,
  judge: async () => (await import("./commands/judge.ts")).judge,
  questions: async () => (await import("./commands/questions.ts")).questions,
  sandbox: async () => (await import("./commands/sandbox.ts")).sandbox,
  admin: async () => (await import("./commands/admin.ts")).admin,
  audit: async () => (await import("./commands/audit.ts")).audit,
  migrate: async () => (await import("./commands/migrate.ts")).migrate
}

const isCommand = (name: string): name is keyof typeof loads => Object.hasOwn(loads, name)

/** Most of a start is loading: a command that is asked for by its name is loaded alone. */
const commandsFor = async (wanted: string) =>
  isCommand(wanted) ? [await loads[wanted]()] : Promise.all(Object.values(loads).map((load) => load()))

const znatoki = Command.make("znatoki").pipe(
  Command.withDescription("Znatoki: a quiz bot for VK conversations"),
  Command.withSubcommands(await commandsFor(process.argv[2] ?? ""))
)

/** One line, no stack: what it says is all the user needs. */
const tell = ({ advice }: CannotRun) =>
  Effect.sync(() => {
    process.stderr.write(`${advice}\n`)
    process.exitCode = 1
  })

// Who reads only the first lines (`| head`) closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))

/**
 * Being asked to stop, by SIGTERM or Ctrl+C, is no failure. The process is ended and not left to end: a connection that
 * was on its way when it was given up would keep it alive for as long as the other side likes.
 */
const teardown: Runtime.Teardown = (exit) => {
  if (Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)) leave(0)
  else Runtime.defaultTeardown(exit, leave)
}

/** When all that was said has been taken. */
const leave = (code: number): void => {
  const exit = (): void => process.exit(process.exitCode ?? code)
  process.stdout.write("", () => process.stderr.write("", exit))
}

znatoki.pipe(
  Command.run({ version: "0.1.0" }),
  Effect.catchTag("CannotRun", tell),
  Effect.provide(usage),
  Effect.provide(nodeServices),
  NodeRuntime.runMain({ teardown })
)
