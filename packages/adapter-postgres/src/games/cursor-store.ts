/** CursorStore on Postgres. */
import { CursorStore } from "@znatoki/ports/cursor-store"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const Row = Schema.Struct({ value: Schema.String })

export const layer: Layer.Layer<CursorStore, never, Database> = Layer.effect(
  CursorStore,
  Effect.gen(function* () {
    const database = yield* Database
    return {
      load: (name) =>
        database
          .rows("load cursor", Row, (sql) => sql`select value from cursors where name = ${name}`)
          .pipe(Effect.map(([row]) => row?.value ?? null)),

      save: (name, value) =>
        database.run(
          "save cursor",
          (sql) =>
            sql`insert into cursors (name, value) values (${name}, ${value})
              on conflict (name) do update set value = excluded.value`
        )
    }
  })
)
