/** The role of whoever only answers VK's posts: keeps each event, and tells the community's connector. Any number may run. */
import { CallbackDoor } from "@znatoki/adapter-vk/intake/callback-door"
import type { Broker } from "@znatoki/adapter-rabbitmq/broker"
import { openKeptSayer } from "@znatoki/adapter-rabbitmq/kept-events"
import { Effect } from "effect"
import type { Environment } from "../../config/environment.ts"
import { callbackDoor, type CallbackPlace, openCallbacks } from "../callbacks.ts"
import { placeOf } from "./between.ts"
import type { KnownCommunity } from "./connectors.ts"

/** Runs until interrupted; needs the database and the broker. */
export const callbackRole = (
  environment: Environment,
  communities: ReadonlyArray<KnownCommunity>,
  place: CallbackPlace
) =>
  Effect.gen(function* () {
    const door = yield* CallbackDoor
    const context = yield* Effect.context<Broker>()
    for (const community of communities.filter(({ callback }) => callback !== null)) {
      const say = yield* openKeptSayer(placeOf(environment, community))
      const take = (event: Parameters<typeof say>[0]): void => void Effect.runForkWith(context)(say(event))
      yield* door.listen(community.groupId, { take, isFull: () => false })
    }
    yield* openCallbacks(place)
    return yield* Effect.never
  }).pipe(Effect.provide(callbackDoor(communities)), Effect.scoped)
