/** How a command that runs until it is stopped runs: its health beside it, on the database, with a log. */
import { Effect, type Layer } from "effect"
import type { Environment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { withDatabase } from "./database.ts"
import { tracing } from "../tracing/tracing.ts"
import { untilStopped } from "../until-stopped.ts"
import { healthBeside } from "./health-beside.ts"

/** `around`: what it needs beside the database. `role`: what it is called where processes are told apart. */
export const asService =
  <Out, LayerError, In>(environment: Environment, role: string, around: Layer.Layer<Out, LayerError, In>) =>
  <A, E, R>(work: Effect.Effect<A, E, R>) =>
    Effect.andThen(healthBeside(environment), work).pipe(
      Effect.scoped,
      Effect.provide(around),
      withDatabase(environment),
      Effect.provide(tracing(environment, role)),
      Effect.provide(logging(environment, "info")),
      untilStopped
    )
