/** UploadedMedia on Postgres. */
import { EpochMs } from "@znatoki/engine"
import { UploadedMedia } from "@znatoki/ports/uploaded-media"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const Row = Schema.Struct({
  source: Schema.String,
  sha256: Schema.String,
  name: Schema.String,
  uploaded_at_ms: EpochMs
})

const firstOf = (rows: ReadonlyArray<typeof Row.Type>) => {
  const [row] = rows
  if (row === undefined) return null
  const { uploaded_at_ms: atMs, ...rest } = row
  return { ...rest, atMs }
}

export const layer: Layer.Layer<UploadedMedia, never, Database> = Layer.effect(
  UploadedMedia,
  Effect.gen(function* () {
    const database = yield* Database
    return {
      bySource: (community, source) =>
        database
          .rows(
            "uploaded media by source",
            Row,
            (sql) =>
              sql`select source, sha256, name, uploaded_at_ms from uploaded_media
                where community = ${community} and source_digest = sha256(convert_to(${source}, 'UTF8'))`
          )
          .pipe(Effect.map(firstOf)),

      byContent: (community, sha256) =>
        database
          .rows(
            "uploaded media by content",
            Row,
            (sql) =>
              sql`select source, sha256, name, uploaded_at_ms from uploaded_media
                where community = ${community} and sha256 = ${sha256} order by uploaded_at_ms desc limit 1`
          )
          .pipe(Effect.map(firstOf)),

      keep: (community, { atMs, name, sha256, source }) =>
        database.run(
          "keep uploaded media",
          (sql) =>
            sql`insert into uploaded_media (community, source_digest, source, sha256, name, uploaded_at_ms)
              values (${community}, sha256(convert_to(${source}, 'UTF8')), ${source}, ${sha256}, ${name}, ${atMs})
              on conflict (community, source_digest)
              do update set sha256 = excluded.sha256, name = excluded.name, uploaded_at_ms = excluded.uploaded_at_ms`
        ),

      forget: (community, name) =>
        database.run(
          "forget uploaded media",
          // Rare: no index of its own.
          (sql) => sql`delete from uploaded_media where community = ${community} and name = ${name}`
        )
    }
  })
)
