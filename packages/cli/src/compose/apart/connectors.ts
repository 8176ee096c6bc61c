/** The role of whoever hears and says: of each community one process at a time, and whoever stands by takes over. */
import { CallbackDoor } from "@znatoki/adapter-vk/intake/callback-door"
import { hearKept } from "@znatoki/adapter-rabbitmq/kept-events"
import type { Broker } from "@znatoki/adapter-rabbitmq/broker"
import { communityIdOf } from "@znatoki/adapter-vk/api/vk-id"
import { addOutboxReadiness } from "@znatoki/kernel/roles/bot-readiness"
import { connector } from "@znatoki/kernel/roles/kernel"
import { runConnector } from "@znatoki/kernel/roles/run-connector"
import { Ownership } from "@znatoki/ports/ownership"
import { wholeSlice } from "@znatoki/ports/slice"
import { Effect, Layer } from "effect"
import type { Environment } from "../../config/environment.ts"
import { type CommunitySettings, outside, outsideWithCallback, ownStores, vkOf } from "../bot.ts"
import { keepAll, showing } from "../bots.ts"
import { between, placeOf } from "./between.ts"

export type KnownCommunity = CommunitySettings & { readonly groupId: number }

/** What other processes answered VK and kept is brought from there. */
const keptElsewhere = (environment: Environment, { groupId, ...community }: KnownCommunity) =>
  Layer.effect(
    CallbackDoor,
    Effect.map(Effect.context<Broker>(), (context) => ({
      answer: () => Effect.succeed(new Response("not here", { status: 404 })),
      listen: (_groupId, { take }) =>
        Effect.provide(hearKept(placeOf(environment, { groupId, ...community }), take), context)
    }))
  )

/** All of it but its ports. */
export const connectorKernel = connector({ slice: wholeSlice, pendingMax: 20_000, concurrency: 4 })

const connectorOf = (environment: Environment, settings: KnownCommunity) =>
  connectorKernel.pipe(
    Layer.provideMerge(between(environment, settings)),
    Layer.provideMerge(settings.callback === null ? outside : outsideWithCallback(settings.callback)),
    Layer.provideMerge(ownStores),
    Layer.provideMerge(vkOf(settings)),
    Layer.provide(keptElsewhere(environment, settings)),
    Layer.fresh
  )

/** Runs until interrupted, or until VK refuses all of them; needs the database, the broker and who owns what. */
export const connectors = (environment: Environment, communities: ReadonlyArray<KnownCommunity>) =>
  Effect.gen(function* () {
    const ownership = yield* Ownership
    const oneLife = (settings: CommunitySettings, name: string, begun: () => void) => {
      const known = communities.find((each) => each === settings)
      if (known === undefined) return Effect.never
      const work = Effect.gen(function* () {
        const scope = yield* Effect.scope
        const built = Layer.buildWithScope(connectorOf(environment, known), scope)
        const context = yield* showing(`outbox${name}`, "VK has not answered yet", built)
        begun()
        return yield* Effect.andThen(addOutboxReadiness(name), runConnector()).pipe(Effect.provide(context))
      }).pipe(Effect.scoped)
      return ownership.hold(`connector/${communityIdOf(known.groupId)}`, work)
    }
    return yield* keepAll(communities, oneLife)
  }).pipe(Effect.scoped)
