/** Port: how far an inbox has read (a long poll's `ts`), kept so that a restart reads on from there. */
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export class CursorStore extends Context.Service<
  CursorStore,
  {
    load(name: string): Effect.Effect<string | null, StoreError>
    save(name: string, value: string): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/CursorStore") {}
