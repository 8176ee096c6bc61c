/** The stores over a database that holds nothing but some questions, whenever the layer is built. */
import type { Question } from "@znatoki/engine"
import * as CursorStorePostgres from "@znatoki/adapter-postgres/games/cursor-store"
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { Database } from "@znatoki/adapter-postgres/database/database"
import * as DeadLettersPostgres from "@znatoki/adapter-postgres/outbox/dead-letters"
import * as GameStorePostgres from "@znatoki/adapter-postgres/games/game-store"
import * as HeartbeatPostgres from "@znatoki/adapter-postgres/games/heartbeat"
import * as OutboxPostgres from "@znatoki/adapter-postgres/outbox/outbox"
import * as ParkingPostgres from "@znatoki/adapter-postgres/parking/parking"
import * as PackImportsPostgres from "@znatoki/adapter-postgres/questions/pack-imports"
import * as QuestionCatalogPostgres from "@znatoki/adapter-postgres/questions/question-catalog"
import * as PacksPostgres from "@znatoki/adapter-postgres/questions/packs"
import * as PicturesPostgres from "@znatoki/adapter-postgres/questions/pictures"
import * as VariantProposalsPostgres from "@znatoki/adapter-postgres/questions/variant-proposals"
import * as QuestionBankPostgres from "@znatoki/adapter-postgres/questions/question-bank"
import * as QuestionShelvesPostgres from "@znatoki/adapter-postgres/questions/question-shelves"
import * as ReceivedEventsPostgres from "@znatoki/adapter-postgres/intake/received-events"
import * as ProposalsPostgres from "@znatoki/adapter-postgres/proposals/proposals"
import * as QuestionVotesPostgres from "@znatoki/adapter-postgres/votes/question-votes"
import * as StatisticsPostgres from "@znatoki/adapter-postgres/statistics/statistics"
import * as UploadedMediaPostgres from "@znatoki/adapter-postgres/outbox/uploaded-media"
import type { TestDatabase } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { Effect, Layer, Redacted } from "effect"

const stores = Layer.mergeAll(
  GameStorePostgres.layer,
  OutboxPostgres.layer,
  QuestionBankPostgres.layer,
  QuestionShelvesPostgres.layer,
  CursorStorePostgres.layer,
  HeartbeatPostgres.layer,
  ParkingPostgres.layer,
  DeadLettersPostgres.layer,
  ReceivedEventsPostgres.layer,
  PackImportsPostgres.layer,
  PacksPostgres.layer,
  QuestionCatalogPostgres.layer,
  PicturesPostgres.layer,
  VariantProposalsPostgres.layer,
  StatisticsPostgres.layer,
  ProposalsPostgres.layer,
  QuestionVotesPostgres.layer,
  UploadedMediaPostgres.layer
)

const holding = (questions: ReadonlyArray<Question>) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const { run } = yield* Database
      yield* run(
        "empty",
        (sql) =>
          sql`with
            -- So little is there that this takes less time than new files for each table.
            a as (delete from conversations), b as (delete from games), c as (delete from game_events),
            d as (delete from applied_sources), e as (delete from outbox), f as (delete from said_slots),
            g as (delete from questions), h as (delete from asked_questions), i as (delete from cursors),
          j as (delete from parked_tasks), k as (delete from parked),
            l as (delete from outages), m as (delete from received_events), n as (delete from uncounted_games),
            o as (delete from counted_games), p as (delete from player_statistics), q as (delete from mate_statistics),
            r as (delete from conversation_statistics), s as (delete from question_statistics),
            t as (delete from dialogs), u as (delete from proposals), v as (delete from question_votes),
            w as (delete from day_statistics), x as (delete from uploaded_media),
            y as (delete from packs where key <> 'own-1'), z as (delete from question_states),
            aa as (delete from variant_proposals), ab as (delete from pictures), ac as (delete from imports), ad as (delete from import_pieces),
            ae as (delete from reminders), ag as (delete from daily_questions), af as (delete from admin_orders)
          delete from heartbeats`
      )
      yield* Effect.forEach(questions, ({ accepted, answer, author, comment, handout, id, rejected, source, text }) =>
        run(
          "insert question",
          (sql) =>
            sql`insert into questions (id, text, handout_text, handout_image_url, answer, accepted, rejected, comment,
                source, author, difficulty, published, created_at_ms, updated_at_ms)
              overriding system value
              values (${id}, ${text}, ${handout?.text ?? null}, ${handout?.imageUrl ?? null}, ${answer},
                ${[...accepted]}::text[], ${[...rejected]}::text[], ${comment}, ${source}, ${author}, 3, true, 0, 0)`
        )
      )
    })
  )

/** `max`: how many connections. */
export const emptyStores = (postgres: TestDatabase, questions: ReadonlyArray<Question> = [], max = 4) =>
  stores.pipe(
    Layer.provide(holding(questions)),
    Layer.provideMerge(
      Layer.unwrap(Effect.sync(() => DatabasePostgres.layer({ url: Redacted.make(postgres.url()), max })))
    )
  )
