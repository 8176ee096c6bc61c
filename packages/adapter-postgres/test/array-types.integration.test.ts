import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Schema } from "effect"
import fc from "fast-check"

const Row = Schema.Struct({
  texts: Schema.Array(Schema.NullOr(Schema.String)),
  large: Schema.Array(Schema.NullOr(Schema.Int)),
  small: Schema.Array(Schema.Int)
})

const text = fc.oneof(
  fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\u0000")),
  fc.string({ unit: fc.constantFrom('"', "\\", ",", "{", "}", " ", "\n", "я", "NULL", "null") })
)
const row = fc.record({
  texts: fc.array(fc.option(text)),
  large: fc.array(fc.option(fc.maxSafeInteger())),
  small: fc.array(fc.integer({ min: -32_768, max: 32_767 }))
})

describePostgres("arrays", (postgres) => {
  it.live("come back from the server as they went", () =>
    Effect.gen(function* () {
      const { rows } = yield* Database
      yield* Effect.forEach(fc.sample(row, 300), (each) =>
        Effect.gen(function* () {
          const { large, small, texts } = each
          const found = yield* rows(
            "echo",
            Row,
            (sql) => sql`select ${texts}::text[] as texts, ${large}::bigint[] as large, ${small}::smallint[] as small`
          )
          assert.deepStrictEqual(found, [each])
        })
      )
    }).pipe(
      Effect.provide(
        Layer.unwrap(Effect.sync(() => DatabasePostgres.layer({ url: Redacted.make(postgres.url()), max: 1 })))
      )
    )
  )
})
