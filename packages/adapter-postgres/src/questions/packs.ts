/** Packs on Postgres. */
import { type Pack, type PackDraft, PackKey, Packs, PackDraft as Draft } from "@znatoki/ports/packs"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const text = Schema.NullOr(Schema.String)

const PackRow = Schema.Struct({
  key: Schema.String,
  title: Schema.String,
  licence: text,
  url: text,
  editors: text,
  played: text,
  info: text,
  commercial: Draft.fields.commercial,
  fixed: Schema.Boolean,
  credit: text,
  owner: text,
  version: Schema.Int,
  draft: Schema.Int,
  review: Schema.Int,
  published: Schema.Int,
  retired: Schema.Int,
  resting: Schema.Int
})

const KeyRow = Schema.Struct({ key: PackKey })

const packOf = ({ draft, published, resting, retired, review, ...pack }: typeof PackRow.Type): Pack => ({
  ...pack,
  questions: { draft, review, published, retired, resting }
})

const selected = (sql: Sql, after: string | null, one: string | null, limit: number) => sql`
  select p.key, p.title, p.licence, p.url, p.editors, p.played, p.info, p.commercial, p.fixed, p.credit, p.owner,
    p.version, counted.*
  from packs p, lateral (
    select count(*) filter (where state = 'draft') as draft,
      count(*) filter (where state = 'review') as review,
      count(*) filter (where state = 'published' and not rests) as published,
      count(*) filter (where state = 'retired') as retired,
      count(*) filter (where state = 'published' and rests) as resting
    from questions where questions.pack = p.id
  ) counted
  where ${one === null ? sql`true` : sql`p.key = ${storable(one)}`}
    ${after === null ? sql`` : sql`and p.key collate "C" > ${storable(after)}`}
  order by p.key collate "C"
  limit ${limit}`

const columns = ["title", "licence", "url", "editors", "played", "info", "commercial", "fixed", "credit"] as const

const kept = (value: string | boolean | null) => (typeof value === "string" ? storable(value) : value)

/** Only what is named. */
const written = (changes: Partial<PackDraft>) =>
  Object.fromEntries(
    columns.flatMap((name) => {
      const value = changes[name]
      return value === undefined ? [] : [[name, kept(value)] as const]
    })
  )

export const layer: Layer.Layer<Packs, never, Database> = Layer.effect(
  Packs,
  Effect.gen(function* () {
    const database = yield* Database

    const get = Effect.fnUntraced(function* (key: string) {
      const [row] = yield* database.rows("get pack", PackRow, (sql) => selected(sql, null, key, 1))
      return row === undefined ? null : packOf(row)
    })

    return Packs.of({
      list: Effect.fnUntraced(function* (after, limit) {
        const rows = yield* database.rows("list packs", PackRow, (sql) => selected(sql, after, null, limit))
        return rows.map(packOf)
      }),

      get,

      create: Effect.fnUntraced(function* (key, draft, owner) {
        const row = { key: storable(key), owner, ...written(draft) }
        const created = yield* database.rows(
          "create pack",
          KeyRow,
          (sql) => sql`insert into packs ${sql(row)} on conflict (key) do nothing returning key`
        )
        return created.length === 0 ? null : yield* get(key)
      }),

      change: Effect.fnUntraced(function* (key, changes, version) {
        const row = { key: storable(key), ...written(changes) }
        const names = Object.keys(row) as Array<keyof typeof row>
        const changed = yield* database.rows(
          "change pack",
          KeyRow,
          (sql) => sql`
            update packs set ${sql(row, ...names)}, version = version + 1
            where key = ${storable(key)} ${version === null ? sql`` : sql`and version = ${version}`}
            returning key`
        )
        const pack = yield* get(key)
        if (pack === null) return { _tag: "Missing" }
        return changed.length === 0 ? { _tag: "Moved", pack } : { _tag: "Changed", pack }
      })
    })
  })
)
