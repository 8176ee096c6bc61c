/** Whether the database still has bare ids, and whose. It may get whole ones while this process runs: see migration 0011. */
import { StoreBroken, type StoreError } from "@znatoki/ports/store-error"
import { Effect, Schema } from "effect"
import type { Database } from "../database/database.ts"
import { BareIds } from "./bare-ids.ts"

const Row = Schema.Struct({ id: Schema.String })

/** `vk:<number>`; null: all ids are whole. */
export const bareCommunity = (database: Database["Service"]): Effect.Effect<string | null, StoreError> =>
  Effect.map(
    database.rows("whose ids are bare", Row, (sql) => sql`select id from communities where bare`),
    ([row]) => row?.id ?? null
  )

/** Of nobody: what is given is what is stored. */
const asGiven = new BareIds("")

type Call<A, E> = (ids: BareIds) => Effect.Effect<A, StoreError | E>

export interface Mode {
  /**
   * Calls a store with the ids it has now; and once more if it refuses bare ones or shows a whole one, for then they have
   * become whole. `isDoubtful`: that may also be the reason why there is so little.
   */
  readonly by: <A, E = never>(call: Call<A, E>, isDoubtful?: (result: A) => boolean) => Effect.Effect<A, StoreError | E>
}

const isRefusedAsBare = (error: unknown): boolean =>
  error instanceof StoreBroken && /(conversations|parked)_whole_id/.test(error.problem)

export const makeMode = (database: Database["Service"], community: string): Mode => {
  let ids = new BareIds(community)
  /** True: they have become whole. */
  const look = Effect.map(bareCommunity(database), (bare) => {
    if (bare === null) ids = asGiven
    return bare === null
  })
  return {
    by: (call, isDoubtful = () => false) =>
      Effect.suspend(() => {
        const used = ids
        if (used === asGiven) return call(used)
        return call(used).pipe(
          Effect.flatMap((result) =>
            used.metWhole || isDoubtful(result)
              ? Effect.flatMap(look, (isWhole) => (isWhole ? call(ids) : Effect.succeed(result)))
              : Effect.succeed(result)
          ),
          Effect.catchIf(isRefusedAsBare, () => Effect.flatMap(look, () => call(ids)))
        )
      })
  }
}
