/** Port: tokens by which programs use the admin API. Of each only a hash is kept, and a beginning that is no secret. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { Role } from "./admin-accounts.ts"
import type { StoreError } from "./store-error.ts"

export interface AdminToken {
  /** The beginning of the token, by which it is found and named. */
  readonly id: string
  /** What it is for. */
  readonly name: string
  readonly role: Role
  /** SHA-256 of the whole token, in hex. */
  readonly hash: string
  /** The name of whoever made it. */
  readonly madeBy: string
  readonly createdAtMs: EpochMs
  /** Null: never. */
  readonly expiresAtMs: EpochMs | null
  readonly usedAtMs: EpochMs | null
  readonly revokedAtMs: EpochMs | null
}

export class AdminTokens extends Context.Service<
  AdminTokens,
  {
    create(token: AdminToken): Effect.Effect<void, StoreError>
    find(id: string): Effect.Effect<AdminToken | null, StoreError>
    /** By id, after `after` (null: from the first), at most `limit`. */
    list(after: string | null, limit: number): Effect.Effect<ReadonlyArray<AdminToken>, StoreError>
    used(id: string, atMs: EpochMs): Effect.Effect<void, StoreError>
    /** For ever; the first time counts. Null: there is no such token. */
    revoke(id: string, atMs: EpochMs): Effect.Effect<AdminToken | null, StoreError>
  }
>()("@znatoki/ports/AdminTokens") {}
