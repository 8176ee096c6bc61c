/** EventLine on RabbitMQ: a quorum queue per bucket with one reader at a time. Either side is opened when it is first used. */
import { EventLine } from "@znatoki/ports/event-line"
import { Effect, Layer, Scope } from "effect"
import type { Broker } from "./broker.ts"
import { openOwners } from "./line/own-line.ts"
import { openPublisher } from "./line/publish-line.ts"
import { namesOf, type Place } from "./names.ts"

export interface LineOptions extends Place {
  /** Whether whoever hears tells how (`Hearing`); all that share the line say the same. */
  readonly tellsHearing: boolean
}

export const layer = ({ tellsHearing, ...place }: LineOptions) =>
  Layer.effect(
    EventLine,
    Effect.gen(function* () {
      const scope = yield* Effect.scope
      const names = namesOf(place)
      const context = yield* Effect.context<Broker>()
      const once = <A>(open: Effect.Effect<A, never, Broker | Scope.Scope>) =>
        Effect.cached(Effect.provide(Scope.provide(open, scope), context))
      const publisher = yield* once(openPublisher(place, names))
      const owners = yield* once(openOwners(place, names, tellsHearing))
      return {
        publish: (event) => Effect.flatMap(publisher, ({ publish }) => publish(event)),
        tell: (hearing) => Effect.flatMap(publisher, ({ tell }) => tell(hearing)),
        whenAsked: (answer) => Effect.flatMap(publisher, ({ whenAsked }) => whenAsked(answer)),
        serve: (slice, owner) => Effect.flatMap(owners, ({ serve }) => serve(slice, owner)),
        ask: Effect.flatMap(owners, ({ ask }) => ask)
      }
    })
  )
