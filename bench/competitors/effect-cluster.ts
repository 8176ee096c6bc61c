/** Effect Cluster: a persisted message for each event; the reply that is stored holds what the event changes. */
import { layerDigest } from "@effect/platform-node-shared/NodeCrypto"
import { layer as pgClient } from "@effect/sql-pg/PgClient"
import { Effect, Exit, Layer, Redacted, Schema, Scope } from "effect"
import { ClusterSchema, Entity, SingleRunner } from "effect/cluster"
import { Rpc } from "effect/rpc"
import type { Competitor } from "../kernel/competitor.ts"
import { inLanes } from "./in-lanes.ts"

const lanes = 64

const Apply = Rpc.make("Apply", {
  payload: { id: Schema.String, events: Schema.String, changed: Schema.String },
  success: Schema.String,
  primaryKey: ({ id }) => id
}).annotate(ClusterSchema.Persisted, true)

const Conversation = Entity.make("Conversation", [Apply])
const handlers = Conversation.toLayer(
  Effect.succeed(Conversation.of({ Apply: ({ payload }) => Effect.succeed(payload.changed) }))
)

export const effectCluster: Competitor = {
  name: "Effect Cluster",
  how: `a persisted message with a primary key, SqlMessageStorage; the reply holds state and messages; ${lanes} at once`,
  turn: 1_200,
  open: async ({ url }) => {
    const scope = Scope.makeUnsafe()
    const cluster = Layer.provideMerge(handlers, SingleRunner.layer({ runnerStorage: "memory" })).pipe(
      Layer.provide(pgClient({ url: Redacted.make(url), maxConnections: 16 })),
      Layer.provide(layerDigest)
    )
    const context = await Effect.runPromise(Layer.buildWithScope(cluster, scope))
    const clientFor = await Effect.runPromise(
      Effect.provide(Conversation.client, context) as never as Effect.Effect<Effect.Success<typeof Conversation.client>>
    )
    return {
      run: (steps) =>
        inLanes(steps, lanes, ({ conversation, events, id, outgoing, state }) =>
          Effect.runPromise(
            clientFor(conversation).Apply({
              id,
              events: JSON.stringify(events),
              changed: JSON.stringify({ state, outgoing })
            })
          )
        ),
      close: () => Effect.runPromise(Scope.close(scope, Exit.void))
    }
  }
}
