/** The database and every store on it: the one of DATABASE_URL, or the embedded server. */
import { adminStores } from "@znatoki/adapter-postgres/admins/admin-stores"
import { everybodysStores } from "@znatoki/adapter-postgres/conversation-stores"
import { resolveDatabase } from "@znatoki/adapter-postgres/database/connect"
import { layer as housekeeping } from "@znatoki/adapter-postgres/housekeeping/housekeeping"
import { layer as cursorStore } from "@znatoki/adapter-postgres/games/cursor-store"
import { Database, layer as database } from "@znatoki/adapter-postgres/database/database"
import { grantRights, type Roles } from "@znatoki/adapter-postgres/database/grant-rights"
import { DatabaseTooNew, migrate, type MigrateOptions } from "@znatoki/adapter-postgres/database/migrate"
import { layer as packImports } from "@znatoki/adapter-postgres/questions/pack-imports"
import { layer as packs } from "@znatoki/adapter-postgres/questions/packs"
import { layer as pictures } from "@znatoki/adapter-postgres/questions/pictures"
import { layer as questionCatalog } from "@znatoki/adapter-postgres/questions/question-catalog"
import { layer as variantProposals } from "@znatoki/adapter-postgres/questions/variant-proposals"
import { layer as receivedEvents } from "@znatoki/adapter-postgres/intake/received-events"
import { layer as uploadedMedia } from "@znatoki/adapter-postgres/outbox/uploaded-media"
import { addReadiness } from "@znatoki/adapter-postgres/database/readiness"
import type { StoreError } from "@znatoki/ports/store-error"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Context, Effect, Layer } from "effect"
import type { Environment } from "../config/environment.ts"
import { CannotRun } from "../cannot-run.ts"
import { cacheOf } from "./cache.ts"
import { DatabaseAddress } from "./database-address.ts"
import { jobsInstalled } from "./jobs.ts"
import { layer as pictureCleaner } from "@znatoki/picture-cleaner/cleaner"
import { layer as deskJobs } from "@znatoki/jobs/desk-jobs"

const health = Layer.effectDiscard(addReadiness).pipe(
  Layer.provideMerge(Layer.merge(ReadinessChecks.layer, StoreTrouble.layer))
)

/** What knows of no conversation; with who makes pictures, wherever they may come in. */
const common = Layer.mergeAll(
  cursorStore,
  questionCatalog,
  packImports,
  packs,
  pictures,
  pictureCleaner,
  variantProposals,
  receivedEvents,
  uploadedMedia,
  housekeeping,
  adminStores,
  health
)

const migrated = (options?: MigrateOptions) =>
  Effect.gen(function* () {
    const { sql } = yield* Database
    return yield* Effect.tryPromise({ try: () => migrate(sql(), options), catch: migrationAdvice })
  })

const migrationAdvice = (cause: unknown): CannotRun =>
  cause instanceof DatabaseTooNew
    ? new CannotRun({ advice: cause.advice })
    : new CannotRun({
        advice:
          `The database could not be brought up to this version (${cause instanceof Error ? cause.message : "unknown error"}): ` +
          "run `znatoki migrate` as the user who owns its tables, or see that the user of DATABASE_URL may create them."
      })

const unread = (error: StoreError): CannotRun =>
  new CannotRun({ advice: `The database failed as soon as it was read (${error.message}): try again.` })

/** What `znatoki migrate` does after it: needs the database of `openDatabase`. */
export const granted = (roles: Roles) =>
  Effect.gen(function* () {
    const { sql } = yield* Database
    yield* jobsInstalled
    yield* Effect.tryPromise({
      try: () => grantRights(sql(), roles),
      catch: (cause) =>
        new CannotRun({
          advice:
            `The rights could not be given (${cause instanceof Error ? cause.message : "unknown error"}): see that the ` +
            "roles exist, and that the user of DATABASE_URL owns the tables and is a member of the bot's role."
        })
    })
  })

/** Every store, on a database that is up to date; and the names of the migrations that were applied for that. */
export const openDatabase = Effect.fnUntraced(function* (environment: Environment, options?: MigrateOptions) {
  const { databaseUrl, dataDir } = environment
  const { url } = yield* resolveDatabase({ databaseUrl, dataDir }).pipe(
    Effect.catchTag("DatabaseUnusable", ({ advice }) => Effect.fail(new CannotRun({ advice })))
  )
  const connected = database({ url })
  const base = yield* Layer.build(Layer.provideMerge(common, connected))
  const applied = yield* Effect.provide(migrated(options), base)
  const stores = yield* everybodysStores.pipe(Effect.provide(base), Effect.mapError(unread))
  const cache = yield* Layer.build(cacheOf(environment))
  // The desk's view of them: nothing is opened before it asks.
  const jobs = yield* Layer.build(deskJobs({ url }))
  const context = Context.mergeAll(base, stores, cache, jobs).pipe(Context.add(DatabaseAddress, { url }))
  return { context, applied }
})

/** Gives a program the stores, for as long as it runs. */
export const withDatabase =
  (environment: Environment) =>
  <A, E, R>(program: Effect.Effect<A, E, R>) =>
    openDatabase(environment).pipe(
      Effect.flatMap(({ context }) => Effect.provide(program, context)),
      Effect.scoped
    )
