/** GameStore in memory. */
import {
  type ArmedTimer,
  type Commit,
  type CommitResult,
  GameStore,
  mistakeIn,
  sourcesOf,
  type TimerPage
} from "@znatoki/ports/game-store"
import type { ProposedQuestion } from "@znatoki/chat/proposal"
import { QuestionId } from "@znatoki/engine"
import { partitionOf, type Slice } from "@znatoki/ports/slice"
import { StoreBroken } from "@znatoki/ports/store-error"
import { Effect, Layer } from "effect"
import {
  type Conversation,
  conversationsInOrder,
  MemoryDatabase,
  recordOf,
  type RecordedQuestion
} from "./memory-database.ts"

export const layer: Layer.Layer<GameStore, never, MemoryDatabase> = Layer.effect(
  GameStore,
  Effect.gen(function* () {
    const database = yield* MemoryDatabase
    const { conversations, sources } = database

    const inSlice = (slice: Slice) =>
      conversationsInOrder(conversations).filter(([conversation]) => slice.includes(partitionOf(conversation)))

    const timers = (slice: Slice, { after, limit }: TimerPage, isWanted: (armed: ArmedTimer) => boolean) =>
      Effect.sync(() =>
        inSlice(slice)
          .flatMap(([, { stored }]) => timerOf(stored))
          .filter((armed) => isWanted(armed) && (after === null || comesAfter(armed, after)))
          .toSorted((a, b) => a.atMs - b.atMs)
          .slice(0, limit)
      )

    return {
      load: (wanted) =>
        Effect.sync(
          () =>
            new Map(
              wanted.flatMap((conversation) => {
                const found = conversations.get(conversation)
                return found === undefined ? [] : [[conversation, found.stored]]
              })
            )
        ),

      commit: Effect.fnUntraced(function* (batch) {
        const judged = batch.map((commit) => ({ commit, result: judge(commit, database) }))
        const accepted = judged.flatMap(({ commit, result }) => (result._tag === "Committed" ? [commit] : []))
        const problem = mistakeIn(batch) ?? problemOfGames(accepted, database)
        if (problem !== null) return yield* new StoreBroken({ operation: "commit", problem })
        for (const commit of accepted) apply(commit, database)
        return judged.map(({ result }) => result)
      }),

      applied: (asked) => Effect.sync(() => new Set(asked.filter((source) => sources.has(source)))),

      timersDue: (slice, beforeMs, page) => timers(slice, page, ({ atMs }) => atMs < beforeMs),
      timersUnmoved: (slice, beforeMs, page) => timers(slice, page, ({ updatedAtMs }) => updatedAtMs < beforeMs)
    }
  })
)

type Database = MemoryDatabase["Service"]

const problemOfGames = (accepted: ReadonlyArray<Commit>, { conversations }: Database): string | null =>
  accepted.some(({ next }) => (conversations.get(next.conversation)?.stored.state.game ?? 0) > next.state.game)
    ? "a game follows a later game"
    : null

const judge = (commit: Commit, { conversations, sources }: Database): CommitResult => {
  const { next } = commit
  const version = conversations.get(next.conversation)?.stored.version ?? 0
  // against: no fence
  if (version !== next.version - 1) return { _tag: "Moved" }
  // against: no deduplication
  const repeated = sourcesOf(commit).filter((source) => sources.has(source))
  return repeated.length > 0 ? { _tag: "Duplicate", sources: repeated } : { _tag: "Committed" }
}

const apply = (commit: Commit, { conversations, proposals, questions, sources }: Database): void => {
  const { asked, log, next, outgoing, proposed: ready = [] } = commit
  const { conversation, state, updatedAtMs, version } = next
  const entry: Conversation = conversations.get(conversation) ?? {
    stored: next,
    games: new Map(),
    pending: new Map(),
    dead: new Map(),
    slots: new Map(),
    asked: new Map()
  }
  conversations.set(conversation, { ...entry, stored: next })
  const before = entry.games.get(state.game)?.log ?? []
  entry.games.set(state.game, { conversation, game: state.game, version, state, updatedAtMs, log: [...before, ...log] })
  for (const source of sourcesOf(commit)) sources.add(source)
  for (const question of ready) {
    const id = QuestionId.make(String(900_001 + proposals.size))
    questions.set(id, draftOf(id, question, updatedAtMs))
    proposals.set(id, {
      conversation,
      question,
      proposedAtMs: updatedAtMs,
      told: null
    })
  }
  for (const message of outgoing) {
    entry.pending.set(message.seq, { conversation, ...message, queuedAtMs: updatedAtMs })
  }
  for (const [i, question] of asked.entries()) entry.asked.set(question, version + i / 1_000)
}

/** As an editor finds it. */
const draftOf = (id: QuestionId, proposed: ProposedQuestion, atMs: number): RecordedQuestion => {
  const { accepted, answer, comment, name, picture, source, text } = proposed
  const handout = picture === null ? null : { text: null, imageUrl: picture.url }
  const question = { id, text, handout, answer, accepted, rejected: [], comment, source, author: name }
  return recordOf(question, "draft", atMs)
}

const comesAfter = (one: ArmedTimer, other: ArmedTimer): boolean =>
  one.atMs === other.atMs ? one.conversation > other.conversation : one.atMs > other.atMs

const timerOf = ({ conversation, state, updatedAtMs }: Conversation["stored"]): ReadonlyArray<ArmedTimer> =>
  "deadline" in state ? [{ conversation, game: state.game, ...state.deadline, updatedAtMs }] : []
