/** Whether the ways of events are recorded, and where they are sent. What does it is loaded only where somebody wants it. */
import { Effect, Layer } from "effect"
import type { Environment } from "../config/environment.ts"

/** `role`: what the process is called among those whose ways are drawn together. */
export const tracing = (environment: Environment, role: string): Layer.Layer<never> =>
  environment.otlpEndpoint === null
    ? Layer.empty
    : Layer.unwrap(
        Effect.map(
          Effect.promise(() => import("./send-traces.ts")),
          ({ sendTraces }) => sendTraces(environment, role)
        )
      )
