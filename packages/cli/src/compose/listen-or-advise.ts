/** A server of ours on its port, for as long as the scope lives; with advice where it cannot be. */
import { listen } from "@znatoki/admin-http/server"
import { Effect } from "effect"
import { CannotRun } from "../cannot-run.ts"
import { adviceForPort } from "./port-taken.ts"

export interface Place {
  readonly host: string
  readonly port: number
  /** The variable that sets the port. */
  readonly variable: string
  /** Whose port it is, as a sentence begins. */
  readonly what: string
}

export const listenOrAdvise = (app: Parameters<typeof listen>[0], { host, port, variable, what }: Place) =>
  listen(app, { port, host }).pipe(
    Effect.catchTags({
      PortInUse: () => Effect.fail(new CannotRun({ advice: adviceForPort(variable, port) })),
      CannotListen: ({ code }) =>
        Effect.fail(
          new CannotRun({
            advice: `${what} cannot listen on ${host}:${port} (${code}): set ${variable} or ZNATOKI_HOST to what this machine allows.`
          })
        )
    })
  )
