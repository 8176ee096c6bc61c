/** The emulated VK, for as long as the scope lives. */
import { startSandbox, type SandboxOptions } from "@znatoki/vk-sandbox/sandbox"
import { StateFileUnusable } from "@znatoki/vk-sandbox/state/load-state"
import { Effect } from "effect"
import { CannotRun } from "../cannot-run.ts"
import { holdFile } from "./hold-file.ts"
import { adviceForPort } from "./port-taken.ts"

const adviceForState = (file: string, code: string): string =>
  `The sandbox cannot use its state file ${file} (${code}): see that its folder may be written.`

const adviceFor = (port: number, cause: unknown): string => {
  if (cause instanceof StateFileUnusable) {
    return adviceForState(cause.file, cause.code)
  }
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error"
  return code === "EADDRINUSE"
    ? adviceForPort("SANDBOX_PORT", port)
    : `The sandbox cannot listen on port ${port} (${code}): set SANDBOX_PORT or ZNATOKI_HOST to what this machine allows.`
}

const holdState = (file: string) =>
  holdFile(`${file}.lock`, {
    taken: `Another sandbox keeps its state in ${file}: stop it, or choose another file.`,
    unusable: (code) => adviceForState(file, code)
  })

export const openSandbox = Effect.fnUntraced(function* (options: SandboxOptions & { readonly port: number }) {
  const { port, stateFile = null } = options
  if (stateFile !== null) yield* holdState(stateFile)
  return yield* Effect.acquireRelease(
    Effect.tryPromise({
      try: () => startSandbox(options),
      catch: (cause) => new CannotRun({ advice: adviceFor(port, cause) })
    }),
    (sandbox) => Effect.promise(() => sandbox.close())
  )
})
