/** The emulated VK, for as long as the scope lives. */
import { startSandbox, type SandboxOptions } from "@znatoki/vk-sandbox/sandbox"
import { StateFileUnusable } from "@znatoki/vk-sandbox/state/load-state"
import { Effect } from "effect"
import { CannotRun } from "../cannot-run.ts"
import { adviceForPort } from "./port-taken.ts"

const adviceFor = (port: number, cause: unknown): string => {
  if (cause instanceof StateFileUnusable) {
    return `The sandbox cannot use its state file ${cause.file} (${cause.code}): see that its folder may be written.`
  }
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error"
  return code === "EADDRINUSE"
    ? adviceForPort("SANDBOX_PORT", port)
    : `The sandbox cannot listen on port ${port} (${code}): set SANDBOX_PORT or ZNATOKI_HOST to what this machine allows.`
}

export const openSandbox = (options: SandboxOptions & { readonly port: number }) =>
  Effect.acquireRelease(
    Effect.tryPromise({
      try: () => startSandbox(options),
      catch: (cause) => new CannotRun({ advice: adviceFor(options.port, cause) })
    }),
    (sandbox) => Effect.promise(() => sandbox.close())
  )
