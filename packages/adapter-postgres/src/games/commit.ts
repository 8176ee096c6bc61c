/** Commits a batch, and says of each commit what became of it. */
import { SourceId } from "@znatoki/chat/chat-input"
import { type Commit, type CommitResult, type GameStore, mistakeIn, sourcesOf } from "@znatoki/ports/game-store"
import { StoreBroken, type StoreError, type StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Schema } from "effect"
import { commitStatement } from "./commit-statement.ts"
import type { Database } from "../database/database.ts"

const RefusedRow = Schema.Struct({ n: Schema.Int, repeated: Schema.NullOr(SourceId) })

const committed: CommitResult = { _tag: "Committed" }
const moved: CommitResult = { _tag: "Moved" }

export const commitBy =
  (database: Database["Service"]): GameStore["Service"]["commit"] =>
  (batch) => {
    if (batch.length === 0) return Effect.succeed([])
    const problem = mistakeIn(batch)
    if (problem !== null) return Effect.fail(new StoreBroken({ operation: "commit", problem }))
    return database
      .rows("commit", RefusedRow, (sql) => commitStatement(sql, batch))
      .pipe(
        Effect.retry({ times: 10, while: lostRace }),
        Effect.map((refused) => resultsOf(batch, refused))
      )
  }

/**
 * Another transaction committed one of the sources, or waited for us in a ring, while the statement ran. Nothing was
 * stored; the next run sees what the other did and answers by it.
 */
const lostRace = (error: StoreError): boolean =>
  error._tag === "StoreUnavailable" ? isDeadlock(error) : /applied_sources|game_events_source/.test(error.problem)

const isDeadlock = ({ cause }: StoreUnavailable): boolean =>
  typeof cause === "object" && cause !== null && "code" in cause && cause.code === "40P01"

const resultsOf = (
  batch: ReadonlyArray<Commit>,
  refused: ReadonlyArray<typeof RefusedRow.Type>
): ReadonlyArray<CommitResult> => {
  if (refused.length === 0) return batch.map(() => committed)
  const known = new Set(refused.map(({ repeated }) => repeated))
  const places = new Map(refused.map(({ n, repeated }) => [n - 1, repeated]))
  return batch.map((commit, place) => {
    const repeated = places.get(place)
    if (repeated === undefined) return committed
    if (repeated === null) return moved
    return {
      _tag: "Duplicate",
      sources: sourcesOf(commit).filter((source) => known.has(source))
    }
  })
}
