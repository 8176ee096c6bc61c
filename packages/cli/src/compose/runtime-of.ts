/** What is around, as a server outside of it can run on it, for as long as the scope lives. */
import { Effect, Layer, ManagedRuntime } from "effect"

export const runtimeOf = <Services>() =>
  Effect.flatMap(Effect.context<Services>(), (context) =>
    Effect.acquireRelease(
      Effect.sync(() => ManagedRuntime.make(Layer.succeedContext(context))),
      (each) => each.disposeEffect
    )
  )
