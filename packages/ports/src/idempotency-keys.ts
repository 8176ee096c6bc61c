/** Port: which requests were answered, by the key their sender gave them: one that comes again gets the same answer. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export interface KeptAnswer {
  readonly status: number
  /** JSON; null: none. */
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
}

export interface KeyedRequest {
  readonly who: string
  readonly key: string
  /** A hash of what is asked: the same key with another request is a mistake. */
  readonly request: string
}

/** `new`: do it, and then say `answered` or `failed`. */
export type Begun = "new" | "under way" | "another request" | KeptAnswer

export class IdempotencyKeys extends Context.Service<
  IdempotencyKeys,
  {
    /** What was begun before `sinceMs` counts no more, answered or not. */
    begin(request: KeyedRequest, atMs: EpochMs, sinceMs: EpochMs): Effect.Effect<Begun, StoreError>
    answered(request: KeyedRequest, answer: KeptAnswer): Effect.Effect<void, StoreError>
    /** Nothing was done: the next with this key is new. */
    failed(request: KeyedRequest): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/IdempotencyKeys") {}
