/** A game in the stores of a client: opened, begun, its first question drawn, and a wish refused. */
import { type GameEvent, initialState, PlayerId, presets, QuestionId, replay, type Settings } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Client } from "./admin-client.ts"

const settings = presets.classic
const ann = { id: PlayerId.make("17"), name: "<Анна>" }
export const question = {
  id: QuestionId.make("q1"),
  text: "Кто там?",
  handout: null,
  answer: "Это я",
  accepted: ["я"],
  rejected: [],
  comment: null,
  source: null,
  author: null
}
const at = { atMs: 0, seed: 1 }
const log: ReadonlyArray<GameEvent> = [
  { _tag: "StartRequested", ...at, seen: null, by: ann, settings },
  { _tag: "GoRequested", ...at, seen: null, by: ann.id },
  { _tag: "QuestionDrawn", ...at, round: 1, place: 1, question },
  { _tag: "GoRequested", ...at, atMs: 65_000, seen: null, by: ann.id }
]
const conversation = ConversationId.make("2000000001")
export const game = `${conversation}-1`

const commit = (client: Client, from: number, to: number): Promise<unknown> =>
  client.commit(
    {
      conversation,
      version: from === 0 ? 1 : 2,
      state: replay(initialState(settings), log.slice(0, to)).state,
      lastOrder: 0,
      hearsAll: false,
      lastSeq: 0,
      updatedAtMs: 2_000
    },
    log.slice(from, to).map((event, i) => ({ source: from + i === 2 ? null : SourceId.make(`vk:${from + i}`), event }))
  )

export const playGame = (client: Client): Promise<unknown> => commit(client, 0, log.length)

/** All but the refused wish, which `playOn` brings. */
export const beginGame = (client: Client): Promise<unknown> => commit(client, 0, 3)
export const playOn = (client: Client): Promise<unknown> => commit(client, 3, log.length)

/** After `beginGame`: somebody puts an end to it, and then chooses how the next is played. */
export const endGame = (client: Client, next: ReadonlyArray<Settings> = []): Promise<unknown> => {
  const stopped: GameEvent = { _tag: "StopOrdered", ...at, atMs: 70_000 }
  const chosen = next.map((each): GameEvent => ({
    _tag: "SettingsChanged",
    ...at,
    atMs: 71_000,
    seen: null,
    by: ann.id,
    settings: each
  }))
  return client.commit(
    {
      conversation,
      version: 2,
      state: replay(initialState(settings), [...log.slice(0, 3), stopped, ...chosen]).state,
      lastOrder: 0,
      hearsAll: false,
      lastSeq: 0,
      updatedAtMs: 3_000
    },
    [stopped, ...chosen].map((event) => ({ source: SourceId.make(`vk:${event._tag}`), event }))
  )
}
