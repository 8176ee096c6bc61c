/** Small games and commits for the contract suites: as little as a store looks at. */
import {
  type Deadline,
  type EpochMs,
  type GameEvent,
  type GameState,
  Player,
  PlayerId,
  presets,
  Question,
  QuestionId
} from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Outgoing, Say } from "@znatoki/chat/message"
import type { Commit, QueuedMessage, StoredGame } from "@znatoki/ports/game-store"
import { partitionCount, partitionOf } from "@znatoki/ports/slice"

export const conversation = (name: string | number): ConversationId => ConversationId.make(`vk:1:${name}`)
/** What `conversation` was given. */
export const nameOf = (id: ConversationId): string => id.slice("vk:1:".length)
export const source = (name: string): SourceId => SourceId.make(`vk:${name}`)
export const player = (id: number, name = `Игрок ${id}`): Player => Player.make({ id: PlayerId.make(String(id)), name })

const anna = player(1, "Анна")

export const question = (id: number, text = `Вопрос ${id}?`): Question =>
  Question.make({
    id: QuestionId.make(String(id)),
    text,
    handout: null,
    answer: `Ответ ${id}`,
    accepted: ["ответ"],
    rejected: [],
    comment: null,
    source: null,
    author: "Автор"
  })

export const lobby = (game: number, atMs: EpochMs = 60_000, settings = presets.classic): GameState => ({
  _tag: "Lobby",
  game,
  settings,
  players: [anna],
  stopAskedAtMs: null,
  deadline: { timer: "0/lobby", atMs }
})

export const discussion = (game: number, deadline: Deadline, asked = question(1)): GameState => ({
  _tag: "Discussion",
  game,
  settings: presets.classic,
  startedAtMs: 1_000,
  players: [anna],
  captain: anna.id,
  round: 1,
  score: { team: 0, bot: 0 },
  results: [],
  reserves: { extraMinutes: 0, clubHelps: 0, appeals: 1 },
  board: null,
  silentRounds: 0,
  stopAskedAtMs: null,
  deadline,
  series: null,
  question: asked,
  askedAtMs: 2_000,
  endsAtMs: deadline.atMs,
  minutesSpent: 0,
  helped: false
})

export const finished = (game: number): GameState => ({
  _tag: "Finished",
  game,
  settings: presets.classic,
  nextSettings: null,
  startedAtMs: 1_000,
  finishedAtMs: 9_000,
  players: [anna],
  captain: anna.id,
  score: { team: 1, bot: 2 },
  results: [
    {
      question: QuestionId.make("1"),
      passed: [],
      answerer: anna.id,
      given: "ответ",
      right: true,
      decidedBy: "judge",
      appeal: "none",
      tookMs: 5
    }
  ],
  reason: "stopped"
})

export const idle: GameState = { _tag: "Idle", game: 0, settings: presets.classic }

export const said = (text: string, atMs: EpochMs = 5_000): GameEvent => ({
  _tag: "TextSaid",
  atMs,
  seed: 7,
  by: anna.id,
  text
})

export const say = (text: string, slot: string | null = null): Say => ({
  _tag: "Say",
  text: [{ mention: anna }, text],
  keyboard: null,
  slot
})

export const amend = (text: string, slot: string): Outgoing => ({ _tag: "Amend", text: [text], keyboard: null, slot })

export const queued = (first: number, ...messages: ReadonlyArray<Outgoing>): ReadonlyArray<QueuedMessage> =>
  messages.map((message, i) => ({ seq: first + i, message }))

type CommitParts = Partial<Omit<Commit, "next">> & Partial<StoredGame> & { readonly sources?: ReadonlyArray<string> }

/** The commit that makes `version` of a conversation: a lobby unless told otherwise, one event with its own source. */
export const commitOf = (id: ConversationId, version: number, parts: CommitParts = {}): Commit => {
  const { asked = [], outgoing = [], sources = [`${id}/${version}`] } = parts
  const log = parts.log ?? sources.map((name) => ({ source: source(name), event: said(`слово ${version}`) }))
  const { hearsAll, lastOrder, updatedAtMs } = { hearsAll: false, lastOrder: 0, updatedAtMs: 5_000, ...parts }
  const { lastSeq = outgoing.at(-1)?.seq ?? 0, state = lobby(1) } = parts
  return { next: { conversation: id, version, state, lastOrder, hearsAll, lastSeq, updatedAtMs }, log, outgoing, asked }
}

/** The first `count` conversations of a partition, in the order of their ids. */
export const conversationsOf = (partition: number, count: number): ReadonlyArray<ConversationId> => {
  if (partition < 0 || partition >= partitionCount) throw new RangeError(`there is no partition ${partition}`)
  const found: Array<ConversationId> = []
  for (let id = 2_000_000_001; found.length < count; id++) {
    if (partitionOf(conversation(id)) === partition) found.push(conversation(id))
  }
  return found
}
