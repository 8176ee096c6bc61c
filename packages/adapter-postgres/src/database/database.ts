/** One pool of connections for the whole process, closed with the scope; its errors as the ports know them. */
import type { StoreError } from "@znatoki/ports/store-error"
import { StoreBroken } from "@znatoki/ports/store-error"
import { Context, type Duration, Effect, Layer, Metric, type Redacted, Schema } from "effect"
import { inLongTransaction, type Tx } from "./in-transaction.ts"
import { statementFailures } from "./measured.ts"
import { measureStatement } from "./measure-statement.ts"
import { openPool, type Sql } from "./pool.ts"
import { isLost } from "@znatoki/embedded-postgres-server/error-code"
import { storeErrorOf } from "./store-error-of.ts"

export interface DatabaseConfig {
  readonly url: Redacted.Redacted<string>
  /** How many connections at most; 4 unless told otherwise. */
  readonly max?: number
}

type Query = (sql: Sql) => PromiseLike<Iterable<unknown>>

export class Database extends Context.Service<
  Database,
  {
    /** For what is no single statement; the connections of now. */
    readonly sql: () => Sql
    /** How many connections there are at most, and how many statements are asked for and not answered: beyond those one waits. */
    readonly pool: () => { readonly connections: number; readonly underWay: number }
    /** Runs one statement; what it returns is not looked at. */
    readonly run: (operation: string, query: Query) => Effect.Effect<void, StoreError>
    /** Runs one statement; its rows are checked. */
    readonly rows: <Row>(
      operation: string,
      row: Schema.Decoder<Row>,
      query: Query
    ) => Effect.Effect<ReadonlyArray<Row>, StoreError>
    /** As `rows`, for a statement that writes as many rows as there may be: it has minutes. */
    readonly rowsOfMany: <Row>(
      operation: string,
      row: Schema.Decoder<Row>,
      query: (tx: Tx) => PromiseLike<Iterable<unknown>>
    ) => Effect.Effect<ReadonlyArray<Row>, StoreError>
  }
>()("@znatoki/adapter-postgres/Database") {}

const connectionsByDefault = 4
/** Longer than the server lets a statement run: only a connection that went dumb takes longer. */
const patience = "20 seconds"
const patienceWithMany = "310 seconds"

const decoded = <Row>(
  operation: string,
  row: Schema.Decoder<Row>,
  asking: Effect.Effect<Iterable<unknown>, StoreError>
) => {
  const decode = Schema.decodeUnknownEffect(row)
  return asking.pipe(
    Effect.flatMap((found) => Effect.forEach(found, (each) => decode(each))),
    Effect.catchTag("SchemaError", ({ message }) => Effect.fail(new StoreBroken({ operation, problem: message })))
  )
}

export const layer = (config: DatabaseConfig): Layer.Layer<Database> =>
  Layer.effect(
    Database,
    Effect.gen(function* () {
      const connections = config.max ?? connectionsByDefault
      const pool = yield* openPool(config.url, connections)
      let underWay = 0

      const ask = (operation: string, query: Query, duration: Duration.Input = patience) =>
        Effect.suspend(() => {
          const { sql } = pool
          underWay++
          const asking = Effect.tryPromise({ try: () => query(sql), catch: (cause) => cause }).pipe(
            Effect.timeoutOrElse({ duration, orElse: () => Effect.fail({ code: "CONNECT_TIMEOUT" }) }),
            Effect.mapError((cause) => {
              if (isLost(cause)) pool.renew(sql)
              return storeErrorOf(operation, cause)
            }),
            Effect.tapError(() => Metric.update(statementFailures(operation), 1)),
            Effect.ensuring(Effect.sync(() => void underWay--))
          )
          return measureStatement(operation, asking)
        })

      return {
        sql: () => pool.sql,
        pool: () => ({ connections, underWay }),
        run: (operation, query) => Effect.asVoid(ask(operation, query)),
        rows: (operation, row, query) => decoded(operation, row, ask(operation, query)),
        rowsOfMany: (operation, row, query) => {
          const work = (sql: Sql) => inLongTransaction(sql, async (tx) => query(tx))
          return decoded(operation, row, ask(operation, work, patienceWithMany))
        }
      }
    })
  )
