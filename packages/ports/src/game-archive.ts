/** Port: games as admins see them, running and finished. */
import type { EpochMs, GameEvent, GameState, Score } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { Context, type Effect, Schema } from "effect"
import type { StoreError } from "./store-error.ts"

/** `<conversation>-<game>`, e.g. `vk:1:2000000001-3`: the third game of that conversation. */
export type GameId = string

export type GameStatus = "running" | "finished"

export interface GameSummary {
  readonly id: GameId
  readonly conversation: ConversationId
  /** What its people call it; null: not known. */
  readonly title: string | null
  readonly game: number
  readonly status: GameStatus
  readonly phase: GameState["_tag"]
  readonly round: number
  readonly score: Score
  readonly version: number
  readonly updatedAtMs: EpochMs
}

export interface ArchivedEvent {
  /** Position in the game's log, from 1. */
  readonly position: number
  readonly source: SourceId | null
  readonly event: GameEvent
}

export interface GameFilter {
  readonly status: GameStatus | null
  readonly conversation: ConversationId | null
}

/** The game is there, and this version of the program cannot read its state; its summary and its log may still be told. */
export class GameUnreadable extends Schema.TaggedError<GameUnreadable>()("GameUnreadable", {
  id: Schema.String,
  problem: Schema.String
}) {}

export class GameArchive extends Context.Service<
  GameArchive,
  {
    /** Newest change first; `before` is the `updatedAtMs` and id of the last one seen. */
    list(
      filter: GameFilter,
      before: { readonly updatedAtMs: EpochMs; readonly id: GameId } | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<GameSummary>, StoreError>
    get(
      id: GameId
    ): Effect.Effect<{ readonly summary: GameSummary; readonly state: GameState } | null, StoreError | GameUnreadable>
    /** Null: no such game. In order, positions after `after`, at most `limit`. */
    events(id: GameId, after: number, limit: number): Effect.Effect<ReadonlyArray<ArchivedEvent> | null, StoreError>
  }
>()("@znatoki/ports/GameArchive") {}
