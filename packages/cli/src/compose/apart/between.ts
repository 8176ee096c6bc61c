/** What lies between the roles of one community where each has a process of its own, and who owns what of it. */
import { Broker } from "@znatoki/adapter-rabbitmq/broker"
import * as RabbitBell from "@znatoki/adapter-rabbitmq/doorbell"
import * as RabbitLine from "@znatoki/adapter-rabbitmq/event-line"
import type { Place } from "@znatoki/adapter-rabbitmq/names"
import * as RabbitAnswers from "@znatoki/adapter-rabbitmq/press-answers"
import { badAddress, isAddress } from "@znatoki/adapter-rabbitmq/advice"
import { addBrokerReadiness } from "@znatoki/adapter-rabbitmq/readiness"
import { ownWhileThere } from "@znatoki/adapter-rabbitmq/own-while-there"
import { layer as ownership } from "@znatoki/adapter-cluster/ownership"
import { communityIdOf } from "@znatoki/adapter-vk/api/vk-id"
import { textUnitsMax } from "@znatoki/adapter-vk/say/render-message"
import { Effect, Layer, Redacted } from "effect"
import { CannotRun } from "../../cannot-run.ts"
import type { Environment } from "../../config/environment.ts"
import type { CallbackWay } from "../bot.ts"

const prefix = "znatoki"

export interface Apart {
  readonly groupId: number
  readonly callback: Pick<CallbackWay, "longPoll"> | null
}

export const placeOf = ({ buckets }: Pick<Environment, "buckets">, { groupId }: Apart) => ({
  prefix,
  community: communityIdOf(groupId),
  buckets
})

/** The ports between the roles; needs the broker. */
export const between = (environment: Environment, community: Apart) =>
  // What VK brings by itself says nothing of what it has not brought yet.
  betweenIn(placeOf(environment, community), community.callback === null || community.callback.longPoll)

export const betweenIn = (place: Place, tellsHearing: boolean) =>
  Layer.mergeAll(
    RabbitLine.layer({ ...place, tellsHearing }),
    RabbitBell.layer({ ...place, textMax: textUnitsMax }),
    RabbitAnswers.layer(place)
  )

/** The connection of the process, and its readiness. */
export const broker = ({ amqpUrl }: Environment) =>
  Layer.effectContext(
    Effect.gen(function* () {
      if (amqpUrl === null) {
        return yield* new CannotRun({
          advice:
            "AMQP_URL is not set: set it to the address of the RabbitMQ by which the roles talk, or run `znatoki bot`, which needs none."
        })
      }
      if (!isAddress(Redacted.value(amqpUrl))) return yield* new CannotRun({ advice: badAddress })
      const context = yield* Layer.build(Broker.layer(amqpUrl)).pipe(
        Effect.mapError(({ advice }) => new CannotRun({ advice }))
      )
      yield* Effect.provide(addBrokerReadiness, context)
      return context
    })
  )

/** By locks of the database. What is owned is worked on by way of the broker. */
export const sharedBy = (databaseUrl: Redacted.Redacted) => Layer.provide(ownWhileThere, ownership(databaseUrl))

/** An embedded one has nobody to share with. */
export const shared = ({ databaseUrl }: Environment) =>
  databaseUrl === null
    ? Effect.fail(
        new CannotRun({
          advice: "DATABASE_URL is not set: roles that are apart share a PostgreSQL, so set it to its address."
        })
      )
    : Effect.succeed(sharedBy(databaseUrl))
