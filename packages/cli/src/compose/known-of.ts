/** What the bot knows of a conversation of the emulated VK, for whoever looks into it there. */
import { conversationIdOf } from "@znatoki/adapter-vk/api/vk-id"
import { GameStore } from "@znatoki/ports/game-store"
import { Effect } from "effect"
import { runtimeOf } from "./runtime-of.ts"

export const knownOf = Effect.map(
  runtimeOf<GameStore>(),
  (runtime) => (peerId: number, groupId: number) =>
    runtime.runPromise(
      Effect.gen(function* () {
        const store = yield* GameStore
        const conversation = conversationIdOf({ groupId, peerId })
        return (yield* store.load([conversation])).get(conversation)
      })
    )
)
