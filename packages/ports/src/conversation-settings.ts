/** Port: what admins settled for a conversation. They write it down; whoever owns the conversation finds it and goes by it. */
import { type EpochMs, type GameState, nextSettingsOf, type Settings } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { settledIn, withSettled } from "@znatoki/chat/kept-settings"
import { Context, type Effect } from "effect"
import type { Slice } from "./slice.ts"
import type { StoreError } from "./store-error.ts"

export interface Settled {
  /** Grows with every change; 0: nothing was ever settled. */
  readonly revision: number
  /** What the next game begins with, until people choose otherwise; null: no admin settled it. */
  readonly settings: { readonly chosen: Settings; readonly revision: number } | null
  /** The bot hears nobody there, and says nothing but what an admin's order brings. */
  readonly muted: boolean
}

export const nothingSettled: Settled = { revision: 0, settings: null, muted: false }

/** What is not named stays. */
export interface Settling {
  readonly settings?: Settings | null
  readonly muted?: boolean
}

export type SettlingDone =
  | { readonly _tag: "Settled"; readonly settled: Settled }
  /** Somebody else has changed it since: as it is now. */
  | { readonly _tag: "Moved"; readonly settled: Settled }

export interface Unnoticed {
  readonly conversation: ConversationId
  readonly revision: number
}

/** A state between games with what admins settled for the next one; what people chose since stays. */
export const withSettledNext = (state: GameState, { settings }: Settled): GameState => {
  if (settings === null || settledIn(nextSettingsOf(state)) === settings.revision) return state
  const next = withSettled(settings.chosen, settings.revision)
  if (state._tag === "Idle") return { ...state, settings: next }
  return state._tag === "Finished" ? { ...state, nextSettings: next } : state
}

export class ConversationSettings extends Context.Service<
  ConversationSettings,
  {
    /** Those of which something was ever settled. */
    of(conversations: ReadonlyArray<ConversationId>): Effect.Effect<ReadonlyMap<ConversationId, Settled>, StoreError>
    /** `revision`: what the change was made to; null: whatever it is now. */
    settle(
      conversation: ConversationId,
      change: Settling,
      revision: number | null,
      atMs: EpochMs
    ): Effect.Effect<SettlingDone, StoreError>
    /** What the owner of the conversation has not noticed yet, in these partitions. */
    unnoticed(slice: Slice, limit: number): Effect.Effect<ReadonlyArray<Unnoticed>, StoreError>
    /** A change that was made since waits on. */
    noticed(one: Unnoticed): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/ConversationSettings") {}
