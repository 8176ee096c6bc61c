/** Whether the database still has bare ids, and whose. It may get whole ones while this process runs: see migration 0011. */
import type { StoreError } from "@znatoki/ports/store-error"
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

type Call<A> = (ids: BareIds) => Effect.Effect<A, StoreError>

export interface Mode {
  /** Calls a store with the ids it has now. */
  readonly by: <A>(call: Call<A>) => Effect.Effect<A, StoreError>
  /** The same, and once more if it may be due to whole ids that they were refused or found nothing. */
  readonly byOrAnew: <A>(call: Call<A>, isDoubtful?: (result: A) => boolean) => Effect.Effect<A, StoreError>
}

const isRefusedAsBare = (error: StoreError): boolean =>
  error._tag === "StoreBroken" && /(conversations|parked)_whole_id/.test(error.problem)

export const makeMode = (database: Database["Service"], community: string): Mode => {
  let ids = new BareIds(community)
  const by: Mode["by"] = (call) => Effect.suspend(() => call(ids))
  /** True: they became whole. */
  const look = Effect.suspend(() => {
    if (ids === asGiven) return Effect.succeed(false)
    return Effect.map(bareCommunity(database), (bare) => {
      if (bare === null) ids = asGiven
      return bare === null
    })
  })
  const byOrAnew: Mode["byOrAnew"] = (call, isDoubtful = () => false) =>
    by(call).pipe(
      Effect.catchIf(isRefusedAsBare, () => Effect.andThen(look, by(call))),
      Effect.flatMap((result) =>
        isDoubtful(result)
          ? Effect.flatMap(look, (isWhole) => (isWhole ? by(call) : Effect.succeed(result)))
          : Effect.succeed(result)
      )
    )
  return { by, byOrAnew }
}
