/** Port: who is signed in. A session is known by the hash of its token; the token itself only its browser has. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { Admin, AdminId } from "./admin-accounts.ts"
import type { StoreError } from "./store-error.ts"

export interface AdminSession {
  /** SHA-256 of the token, in hex. */
  readonly hash: string
  readonly admin: AdminId
  readonly createdAtMs: EpochMs
  readonly seenAtMs: EpochMs
  /** Over when nothing is done until then. */
  readonly idleUntilMs: EpochMs
  /** Over then, whatever is done. */
  readonly absoluteUntilMs: EpochMs
  /** Where it was opened, for its owner to know it by. */
  readonly address: string
  readonly agent: string
}

export class AdminSessions extends Context.Service<
  AdminSessions,
  {
    /** Takes away what was over before `createdAtMs`. */
    open(session: AdminSession): Effect.Effect<void, StoreError>
    /** Over or not. */
    find(hash: string): Effect.Effect<{ readonly session: AdminSession; readonly admin: Admin } | null, StoreError>
    seen(hash: string, times: Pick<AdminSession, "seenAtMs" | "idleUntilMs">): Effect.Effect<void, StoreError>
    /** Newest first. */
    of(admin: AdminId): Effect.Effect<ReadonlyArray<AdminSession>, StoreError>
    /** False: there was none. */
    close(hash: string): Effect.Effect<boolean, StoreError>
    /** How many there were. */
    closeAll(admin: AdminId): Effect.Effect<number, StoreError>
  }
>()("@znatoki/ports/AdminSessions") {}
