/** Port: passkeys by which admins come in without a password. Of each the public half is kept, which lets nobody in. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { Admin, AdminId } from "./admin-accounts.ts"
import type { StoreError } from "./store-error.ts"

export interface AdminPasskey {
  /** As its device names it, in base64url. */
  readonly id: string
  readonly admin: AdminId
  /** What its owner calls it. */
  readonly name: string
  /** A COSE key, in base64url. */
  readonly publicKey: string
  /** How often its device says it was used; 0 for ever where a device does not count. */
  readonly counter: number
  readonly createdAtMs: EpochMs
  readonly usedAtMs: EpochMs | null
}

export class AdminPasskeys extends Context.Service<
  AdminPasskeys,
  {
    /** False: it is somebody's already. */
    add(passkey: AdminPasskey): Effect.Effect<boolean, StoreError>
    /** The oldest first. */
    of(admin: AdminId): Effect.Effect<ReadonlyArray<AdminPasskey>, StoreError>
    find(id: string): Effect.Effect<{ readonly passkey: AdminPasskey; readonly admin: Admin } | null, StoreError>
    /** False: its device has counted further before, so this is a copy, or one use comes twice. */
    used(id: string, counter: number, atMs: EpochMs): Effect.Effect<boolean, StoreError>
    /** False: it is none of theirs. */
    remove(admin: AdminId, id: string): Effect.Effect<boolean, StoreError>
  }
>()("@znatoki/ports/AdminPasskeys") {}
