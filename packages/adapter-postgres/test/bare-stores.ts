/** The stores over an empty database as the version before left it: the conversations of `vk:1` are stored bare. */
import * as ConversationsPostgres from "@znatoki/adapter-postgres/games/conversations"
import * as GameArchivePostgres from "@znatoki/adapter-postgres/games/game-archive"
import { byWholeIds } from "@znatoki/adapter-postgres/bare-ids/whole-ids"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import type { TestDatabase } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import type { Question } from "@znatoki/engine"
import { Effect, Layer } from "effect"
import { emptyStores } from "./empty-stores.ts"

/** Undoes the last step of the migrations, which waits for the version before to be gone. */
export const beforeLift = Effect.gen(function* () {
  const { run } = yield* Database
  yield* run("let bare ids in", (sql) =>
    sql.begin(async (tx) => {
      await tx`alter table conversations drop constraint if exists conversations_whole_id`
      await tx`alter table parked drop constraint if exists parked_whole_id`
      return tx`insert into communities (id, bare) values ('vk:1', true) on conflict (id) do update set bare = true`
    })
  )
})

export const allStores = (postgres: TestDatabase, questions: ReadonlyArray<Question> = []) =>
  Layer.merge(GameArchivePostgres.layer, ConversationsPostgres.layer).pipe(
    Layer.provideMerge(emptyStores(postgres, questions))
  )

export const bareStores = (postgres: TestDatabase, questions: ReadonlyArray<Question> = []) =>
  Layer.effectContext(
    Effect.gen(function* () {
      const built = yield* Layer.build(allStores(postgres, questions))
      yield* Effect.provide(beforeLift, built)
      return byWholeIds(built, "vk:1")
    })
  )

/** What only the last step of the migrations does. */
export const lift = Effect.gen(function* () {
  const { sql } = yield* Database
  yield* Effect.promise(async () => {
    await sql()`alter table conversations drop constraint if exists conversations_whole_id`
    await sql()`alter table parked drop constraint if exists parked_whole_id`
    await sql()`delete from migrations where name = '0011_whole_ids'`
    await migrate(sql(), { now: true })
  })
})
