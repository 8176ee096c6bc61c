/** The program: its commands, and how it fails. */
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import { Cause, Effect, Exit, Runtime } from "effect"
import { Command } from "effect/cli"
import { admin } from "./commands/admin.ts"
import { bot } from "./commands/bot.ts"
import { demo } from "./commands/demo.ts"
import { judge } from "./commands/judge.ts"
import { migrate } from "./commands/migrate.ts"
import { play } from "./commands/play.ts"
import { questions } from "./commands/questions.ts"
import { simulate } from "./commands/simulate.ts"
import { replay } from "./commands/replay.ts"
import { sandbox } from "./commands/sandbox.ts"
import { nodeServices } from "./node-services.ts"
import type { CannotRun } from "./cannot-run.ts"
import { usage } from "./usage.ts"

const znatoki = Command.make("znatoki").pipe(
  Command.withDescription("Znatoki: a quiz bot for VK conversations"),
  Command.withSubcommands([demo, bot, play, simulate, replay, judge, questions, sandbox, admin, migrate])
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
