/** Port: where games live. A commit is one transaction for a batch of conversations, in one round trip. */
import type { EpochMs, GameEvent, GameState, QuestionId, TimerName } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { DailyQuestion } from "@znatoki/chat/daily-question"
import type { Outgoing } from "@znatoki/chat/message"
import type { Proposal, ProposedQuestion } from "@znatoki/chat/proposal"
import { Context, type Effect } from "effect"
import type { Settled } from "./conversation-settings.ts"
import type { StoreError } from "./store-error.ts"
import type { Slice } from "./slice.ts"

/** The newest game of a conversation as it is stored. */
export interface StoredGame {
  readonly conversation: ConversationId
  /** Grows by one with every commit of the conversation, from game to game; the fence. */
  readonly version: number
  readonly state: GameState
  /** The greatest `order` of a message that was applied, or heard before the wait began; an earlier one is not an answer. */
  readonly lastOrder: number
  /** Whether the messenger is known to show us all that is said there. */
  readonly hearsAll: boolean
  /** How many messages were ever queued for the conversation: the last `seq` given out. */
  readonly lastSeq: number
  /** When the last commit's last event happened. */
  readonly updatedAtMs: EpochMs
  /** What admins settled for the conversation; it is no part of the game and is not stored with it. Absent: nothing. */
  readonly settled?: Settled
  /** Of a private dialog: what its person is proposing; absent: it is no private dialog. */
  readonly proposal?: Proposal
  /** The question of the day that was asked there last; absent: none ever was. */
  readonly daily?: DailyQuestion
}

export interface LoggedEvent {
  /** Null for an event that follows from the one before it in the same commit. */
  readonly source: SourceId | null
  readonly event: GameEvent
}

export interface QueuedMessage {
  readonly seq: number
  readonly message: Outgoing
}

/** Everything one conversation's events changed. All of it is stored, or nothing. */
export interface Commit {
  /** As it shall be after the commit; `version` is the expected one plus one. */
  readonly next: StoredGame
  /** In order; at least one, or one in `talked`. */
  readonly log: ReadonlyArray<LoggedEvent>
  readonly outgoing: ReadonlyArray<QueuedMessage>
  /** Questions asked by this commit: not to be asked again here. */
  readonly asked: ReadonlyArray<QuestionId>
  /** What was applied and is in no game's log: steps of a proposal, a question of the day. */
  readonly talked?: ReadonlyArray<SourceId>
  /** Drafts for the editors. */
  readonly proposed?: ReadonlyArray<ProposedQuestion>
  /** Where it changed: `next` has it in any case. */
  readonly daily?: DailyQuestion
}

/** Every source that the commit applies. */
export const sourcesOf = ({ log, talked = [] }: Pick<Commit, "log" | "talked">): ReadonlyArray<SourceId> => [
  ...log.flatMap(({ source }) => source ?? []),
  ...talked
]

/** Why a batch is refused as a whole: what a store could only answer with nonsense of its own. Null: nothing is wrong with it. */
export const mistakeIn = (batch: ReadonlyArray<Commit>): string | null => {
  const conversations = new Set<string>()
  for (const { next } of batch) conversations.add(next.conversation)
  if (conversations.size < batch.length) return "a conversation is in the batch twice"
  const sources = batch.flatMap(sourcesOf)
  if (new Set(sources).size < sources.length) return "a source is in the batch twice"
  return [...conversations, ...sources].every(isStorable) ? null : "an id cannot be stored as it is"
}

/** PostgreSQL knows neither the character zero nor half of a surrogate pair; with another in its place two ids may be one. */
const isStorable = (id: string): boolean => id.isWellFormed() && !id.includes("\0")

export type CommitResult =
  | { readonly _tag: "Committed" }
  /** Somebody else moved the conversation: load it and reduce again. Nothing of this commit is stored. */
  | { readonly _tag: "Moved" }
  /** These sources were applied before: leave them out and commit again. Nothing of this commit is stored. */
  | { readonly _tag: "Duplicate"; readonly sources: ReadonlyArray<SourceId> }

export interface DueTimer {
  readonly conversation: ConversationId
  readonly game: number
  readonly timer: TimerName
  readonly atMs: EpochMs
}

/** A deadline as the store holds it. */
export interface ArmedTimer extends DueTimer {
  /** When its game last moved. */
  readonly updatedAtMs: EpochMs
}

/** What comes after `after` (null: from the first), at most `limit`. */
export interface TimerPage {
  readonly after: ArmedTimer | null
  readonly limit: number
}

export class GameStore extends Context.Service<
  GameStore,
  {
    /** Conversations never seen are absent from the map. */
    load(
      conversations: ReadonlyArray<ConversationId>
    ): Effect.Effect<ReadonlyMap<ConversationId, StoredGame>, StoreError>
    /** One result per commit, in order. At most one commit per conversation. One that is refused does not disturb the others. */
    commit(batch: ReadonlyArray<Commit>): Effect.Effect<ReadonlyArray<CommitResult>, StoreError>
    /** Which of these sources were applied before. */
    applied(sources: ReadonlyArray<SourceId>): Effect.Effect<ReadonlySet<SourceId>, StoreError>
    /** Deadlines of running games due before `beforeMs`: soonest first, those of one moment by conversation. */
    timersDue(slice: Slice, beforeMs: EpochMs, page: TimerPage): Effect.Effect<ReadonlyArray<ArmedTimer>, StoreError>
    /** Deadlines of running games that last moved before `beforeMs`, in the same order. */
    timersUnmoved(
      slice: Slice,
      beforeMs: EpochMs,
      page: TimerPage
    ): Effect.Effect<ReadonlyArray<ArmedTimer>, StoreError>
  }
>()("@znatoki/ports/GameStore") {}
