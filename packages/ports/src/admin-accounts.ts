/** Port: the people who may use the admin API, with what they may do and the hash of their password. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect, Schema } from "effect"
import type { StoreError } from "./store-error.ts"

/** Whoever may more may also do what those before may. */
export const Role = Schema.Literals(["viewer", "editor", "owner"])
export type Role = typeof Role.Type

export const AdminId = Schema.NonEmptyString.pipe(Schema.brand("AdminId"))
export type AdminId = typeof AdminId.Type

export interface Admin {
  readonly id: AdminId
  /** As it is kept: composed and in small letters, so that no two look alike by their case alone. */
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  /** A PHC text. Null: comes in by a link only. */
  readonly passwordHash: string | null
  readonly createdAtMs: EpochMs
  /** Another with every change of what they may do. */
  readonly version: number
}

export interface AdminChanges {
  readonly role?: Role
  readonly disabled?: boolean
  readonly passwordHash?: string
}

/** `LastOwner`: nobody would be left who may do everything; `Moved`: it is of another version by now. Neither changes anything. */
export type AdminChanged =
  | { readonly _tag: "Changed" | "Moved"; readonly admin: Admin }
  | { readonly _tag: "Missing" | "LastOwner" }

export class AdminAccounts extends Context.Service<
  AdminAccounts,
  {
    /** By name, after `after` (null: from the first), at most `limit`. */
    list(after: string | null, limit: number): Effect.Effect<ReadonlyArray<Admin>, StoreError>
    find(name: string): Effect.Effect<Admin | null, StoreError>
    /** Null: the name is taken. */
    create(admin: Pick<Admin, "name" | "role" | "passwordHash">, atMs: EpochMs): Effect.Effect<Admin | null, StoreError>
    get(id: AdminId): Effect.Effect<Admin | null, StoreError>
    /** Ends the sessions of the admin along with it, whatever changes. `version`: the one that was looked at; null: whatever it is now. */
    change(
      id: AdminId,
      changes: AdminChanges,
      version: number | null,
      atMs: EpochMs
    ): Effect.Effect<AdminChanged, StoreError>
  }
>()("@znatoki/ports/AdminAccounts") {}
