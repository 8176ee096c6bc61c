/** Conversations with messages that were given up. */
import { PlayerId, presets } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Effect } from "effect"
import type { Client } from "./admin-client.ts"

const ann = { id: PlayerId.make("17"), name: "Анна" }
export const say = (text: string): Outgoing => ({
  _tag: "Say",
  text: [{ mention: ann }, text],
  keyboard: null,
  slot: null
})

/** A conversation whose messages were given up at these times. */
export const giveUp = (client: Client, name: string, times: ReadonlyArray<number>) =>
  client.run(
    Effect.gen(function* () {
      const conversation = ConversationId.make(name)
      const state = { _tag: "Idle", game: 0, settings: presets.classic } as const
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([
        {
          next: {
            conversation,
            version: 1,
            state,
            lastOrder: 0,
            hearsAll: false,
            lastSeq: times.length,
            updatedAtMs: 1
          },
          log: [
            {
              source: SourceId.make(`vk:${name}`),
              event: { _tag: "TextSaid", atMs: 1, seed: 1, by: ann.id, text: "да" }
            }
          ],
          outgoing: times.map((_, i) => ({ seq: i + 1, message: say(`, раз ${i + 1}`) })),
          asked: []
        }
      ])
      yield* outbox.settle(
        times.map((atMs, i) => ({ _tag: "Dead", conversation, seq: i + 1, reason: "VK error 917", atMs }) as const)
      )
    })
  )

/** The one that the examples of the document name. */
export const deadLetterIn = (client: Client) => giveUp(client, "vk:1:2000000001", [2_000])
