/** A game in the stores of a client, in whose first round the captain appealed to an admin. */
import { type GameEvent, initialState, PlayerId, presets, replay } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Client } from "./admin-client.ts"
import { question } from "./played-game.ts"

const settings = { ...presets.classic, appeals: 1, appealBy: "admin" } as const
const ann = { id: PlayerId.make("17"), name: "Анна" }
const at = { atMs: 0, seed: 1 }
const wish = { ...at, seen: null, by: ann.id }
const log: ReadonlyArray<GameEvent> = [
  { _tag: "StartRequested", ...at, seen: null, by: ann, settings },
  { _tag: "GoRequested", ...wish },
  { _tag: "QuestionDrawn", ...at, round: 1, place: 1, question },
  { _tag: "AnswererNamed", ...wish, player: ann.id },
  { _tag: "TextSaid", ...at, by: ann.id, text: "Почтальон" },
  { _tag: "AppealRequested", ...wish }
]
const conversation = ConversationId.make("vk:1:2000000001")

/** As many games of others, in which something changed since. */
export const gamesSince = async (client: Client, count: number): Promise<void> => {
  for (let n = 1; n <= count; n++) {
    await client.commit(
      {
        conversation: ConversationId.make(`vk:1:${2_000_001_000 + n}`),
        version: 1,
        state: replay(initialState(settings), log.slice(0, 2)).state,
        lastOrder: 0,
        hearsAll: false,
        lastSeq: 0,
        updatedAtMs: 2_000 + n
      },
      log.slice(0, 2).map((event, i) => ({ source: SourceId.make(`vk:${n}-${i}`), event }))
    )
  }
}

export const appealed = `${conversation}-1`

/** `since`: what happened after the appeal. */
export const appealIn = (client: Client, since: ReadonlyArray<GameEvent> = []): Promise<unknown> =>
  client.commit(
    {
      conversation,
      version: 1 + since.length,
      state: replay(initialState(settings), [...log, ...since]).state,
      lastOrder: 0,
      hearsAll: false,
      lastSeq: 0,
      updatedAtMs: 2_000
    },
    (since.length === 0 ? log : since).map((event, i) => ({ source: SourceId.make(`vk:${since.length}-${i}`), event }))
  )
