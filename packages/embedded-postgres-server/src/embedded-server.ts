/**
 * A PostgreSQL server of our own in a data folder, for those who have none. Whoever comes first starts it, whoever
 * comes later shares it, one that a killed process left is taken over, and the last one to leave stops it.
 */
import { join, resolve } from "node:path"
import { Effect, Redacted, Schedule, type Scope } from "effect"
import postgres from "postgres"
import { findBinaries } from "./binaries.ts"
import { type Cluster, openCluster } from "./cluster.ts"
import { EmbeddedServerError, useDatabaseUrl } from "./embedded-server-error.ts"
import { launch, type Launch } from "./launch.ts"
import { type Lease, takeLease } from "./lease.ts"
import { findPostmaster, stopPostmaster } from "./postmaster.ts"
import { findServerUser } from "./server-user.ts"
import { makeFolder as makeFolderNow } from "./make-folder.ts"
import { manners } from "./manners.ts"
import { codeOf } from "./error-code.ts"
import { unwritableFolder } from "./unwritable-folder.ts"

export interface EmbeddedServerOptions {
  /** The data is in its folder `postgres`. */
  readonly dataDir: string
  /** The one it had before, or any free one, unless told otherwise. */
  readonly port?: number
}

export interface EmbeddedServer {
  /** Of the database `znatoki`. It holds the password. */
  readonly url: Redacted.Redacted<string>
}

/** Our place at the server. */
interface Place {
  readonly port: number
  /** Another one after the server died and came back. */
  lease: Lease
}

export const startEmbeddedServer = Effect.fn("startEmbeddedServer")(function* (
  options: EmbeddedServerOptions
): Effect.fn.Return<EmbeddedServer, EmbeddedServerError, Scope.Scope> {
  const folder = join(resolve(options.dataDir), "postgres")
  yield* makeFolder(resolve(options.dataDir))
  const user = yield* findServerUser(folder)
  const binaries = yield* findBinaries(user)
  const cluster = yield* openCluster(folder, binaries, user)
  const start: Launch = { folder, binaries, user, port: options.port ?? null }
  const place: Place = yield* Effect.acquireRelease(attach(cluster, start), (held) => leave(folder, held))
  yield* createDatabase(cluster, place.port)
  yield* Effect.forkScoped(watch(cluster, { ...start, port: place.port }, place))
  return { url: urlOf(cluster, place.port, database) }
})

const database = "znatoki"

const urlOf = ({ password }: Cluster, port: number, name: string): Redacted.Redacted<string> =>
  Redacted.make(`postgres://postgres:${password}@127.0.0.1:${port}/${name}`)

const makeFolder = (folder: string) =>
  Effect.try({
    try: () => makeFolderNow(folder),
    catch: (cause) => new EmbeddedServerError(unwritableFolder(folder, codeOf(cause) || String(cause)))
  })

/** Joins the running server of the folder, or starts one; until it works or is certain not to. */
const attach = Effect.fnUntraced(function* (cluster: Cluster, start: Launch) {
  for (let attempts = 0; attempts < 300; attempts++) {
    const running = findPostmaster(cluster.folder) ?? ((yield* launch(start)) ? findPostmaster(cluster.folder) : null)
    if (running?.ready === true) {
      const url = urlOf(cluster, running.port, "postgres")
      const lease = yield* Effect.mapError(takeLease(url), cannotJoin(cluster))
      if (lease !== null) return { lease, port: running.port }
    }
    yield* Effect.sleep("100 millis")
  }
  return yield* new EmbeddedServerError({
    problem: `The embedded PostgreSQL in ${cluster.folder} neither starts nor stops.`,
    advice: `See ${cluster.folder}.log. ${useDatabaseUrl}`
  })
})

/** A server that died comes back where it was, so that the connections of this process find it again. */
const watch = (cluster: Cluster, start: Launch, place: Place) =>
  Effect.gen(function* () {
    if (findPostmaster(cluster.folder) !== null) return
    const lost = place.lease
    place.lease = (yield* attach(cluster, start)).lease
    yield* lost.close
  }).pipe(Effect.uninterruptible, Effect.ignore, Effect.repeat(Schedule.spaced("500 millis")))

const cannotJoin =
  ({ folder }: Cluster) =>
  (cause: unknown) =>
    new EmbeddedServerError({
      problem: `The embedded PostgreSQL in ${folder} runs but refuses us (${codeOf(cause)}).`,
      advice: `Stop it, or move the folder away to begin anew. ${useDatabaseUrl}`
    })

const leave = (folder: string, place: Place) =>
  Effect.gen(function* () {
    if (yield* place.lease.release) yield* stopPostmaster(folder)
    yield* place.lease.close
  })

const createDatabase = (cluster: Cluster, port: number) =>
  Effect.tryPromise({
    try: async () => {
      const sql = postgres(Redacted.value(urlOf(cluster, port, "postgres")), { max: 1, ...manners })
      try {
        const found = await sql`select from pg_database where datname = ${database}`
        if (found.length === 0) await sql`create database ${sql(database)}`.catch(unlessCreated)
      } finally {
        await sql.end({ timeout: 5 })
      }
    },
    catch: (cause) =>
      new EmbeddedServerError({
        problem: `The embedded PostgreSQL could not make its database (${codeOf(cause)}).`,
        advice: `See ${cluster.folder}.log. ${useDatabaseUrl}`
      })
  })

/** Another process was faster: the name is taken, or its row is. */
const unlessCreated = (cause: unknown): void => {
  if (!["42P04", "23505"].includes(codeOf(cause))) throw cause
}
