/** The admin API on its port, for as long as the scope lives. */
import { makeApp } from "@znatoki/admin-http/app"
import { listen } from "@znatoki/admin-http/server"
import type { DeadLetters } from "@znatoki/runtime/ports/dead-letters"
import type { GameArchive } from "@znatoki/runtime/ports/game-archive"
import type { Parking } from "@znatoki/runtime/ports/parking"
import type { QuestionCatalog } from "@znatoki/runtime/ports/question-catalog"
import type { ReadinessChecks } from "@znatoki/runtime/ports/readiness"
import { Effect, ManagedRuntime, Layer, Redacted } from "effect"
import { randomBytes } from "node:crypto"
import type { Environment } from "../config/environment.ts"
import { CannotRun } from "../cannot-run.ts"
import { adviceForPort } from "./port-taken.ts"

interface AdminToken {
  readonly token: Redacted.Redacted
  readonly made: boolean
}

/** Set by the operator, or made anew. */
export const adminToken = ({ adminToken: given }: Environment): AdminToken =>
  given === null
    ? { token: Redacted.make(randomBytes(24).toString("base64url")), made: true }
    : { token: given, made: false }

/** A made one has to be shown, or nobody could use it; the operator's own ends up in no log. */
export const sayToken = ({ made, token }: AdminToken): string =>
  made
    ? `${Redacted.value(token)}   (made anew with every start; set ADMIN_TOKEN to keep one)`
    : "the one of ADMIN_TOKEN"

export const openAdmin = Effect.fnUntraced(function* (environment: Environment, token: Redacted.Redacted) {
  const context = yield* Effect.context<QuestionCatalog | GameArchive | Parking | DeadLetters | ReadinessChecks>()
  const runtime = yield* Effect.acquireRelease(
    Effect.sync(() => ManagedRuntime.make(Layer.succeedContext(context))),
    (each) => each.disposeEffect
  )
  const { adminPort: port, allowedHosts, host } = environment
  return yield* listen(makeApp(runtime, { token, hosts: [host, ...allowedHosts] }), { port, host }).pipe(
    Effect.catchTags({
      PortInUse: () => Effect.fail(new CannotRun({ advice: adviceForPort("ADMIN_PORT", port) })),
      CannotListen: ({ code }) =>
        Effect.fail(
          new CannotRun({
            advice: `The admin API cannot listen on ${host}:${port} (${code}): set ADMIN_PORT or ZNATOKI_HOST to what this machine allows.`
          })
        )
    })
  )
})
