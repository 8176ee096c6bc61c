/** A question that somebody has proposed in private. */
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { ProposedQuestion } from "@znatoki/chat/proposal"
import { PlayerId, presets } from "@znatoki/engine"
import { GameStore } from "@znatoki/ports/game-store"
import { Effect } from "effect"
import type { Client } from "./admin-client.ts"

export const dialog = ConversationId.make("vk:1:17")
export const question: ProposedQuestion = {
  text: "Почему чайки летят за плугом?",
  answer: "За червями",
  accepted: [],
  comment: "Плуг выворачивает червей.",
  source: "Наблюдение",
  picture: { url: "https://vk.ru/1.jpg", attachment: "photo17_1" },
  by: PlayerId.make("17"),
  name: "Анна"
}

export const propose = (client: Client) =>
  client.run(
    Effect.gen(function* () {
      const state = { _tag: "Idle", game: 0, settings: presets.classic } as const
      const next = {
        conversation: dialog,
        version: 1,
        state,
        lastOrder: 1,
        hearsAll: true,
        lastSeq: 0,
        updatedAtMs: 5_000
      }
      yield* (yield* GameStore).commit([
        { next, log: [], outgoing: [], asked: [], talked: [SourceId.make("vk:1")], proposed: [question] }
      ])
    })
  )
