/** The program as a process: what it is asked for by, and how it ends. */
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import { Cause, Exit, Runtime } from "effect"
import { commandLine } from "./command-line.ts"
import { codeOfStop } from "./until-stopped.ts"

/** Who reads only the first lines (`| head`) closes the pipe: that is no error. */
const unwritten = (error: NodeJS.ErrnoException): void => {
  if (error.code === "EPIPE") process.exit(0)
  process.stderr.write(`What was to be printed could not be written: ${error.message}.\n`, () => process.exit(1))
}
process.stdout.on("error", unwritten)

const stopped = codeOfStop()

/**
 * Being asked to stop, by SIGTERM or Ctrl+C, is no failure of what runs until then. The process is ended and not left to end: a
 * connection that was on its way when it was given up would keep it alive for as long as the other side likes.
 */
const teardown: Runtime.Teardown = (exit) => {
  if (Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)) leave(stopped())
  else Runtime.defaultTeardown(exit, leave)
}

/** When all that was said has been taken. */
const leave = (code: number): void => {
  const exit = (): void => process.exit(process.exitCode ?? code)
  process.stdout.write("", (error) =>
    error === null || error === undefined ? process.stderr.write("", exit) : unwritten(error)
  )
}

NodeRuntime.runMain(commandLine(process.argv.slice(2)), { teardown })
