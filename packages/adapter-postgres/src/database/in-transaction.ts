/** Several statements in one transaction, undone by a failure; the only place that begins one. */
import { isLost } from "@znatoki/embedded-postgres-server/error-code"
import type { TransactionSql } from "postgres"
import type { Sql } from "./pool.ts"

export type Tx = TransactionSql<{ bigint: number }>

const never = new Promise<never>(() => {})

/**
 * Rejects with what `change` rejects with, or with the loss of the connection.
 *
 * postgres.js 3.4 answers a failure within a transaction by a rollback, also over a connection that is gone: writing to it throws
 * where nobody can catch it, and the process dies. So it does not hear of a lost connection from `change`; it notices the loss by
 * itself, and the server has undone everything.
 */
export const inTransaction = async <A>(sql: Sql, change: (tx: Tx) => Promise<A>): Promise<A> => {
  const [changed] = await sql.begin(async (tx) => [
    await change(tx).catch((cause: unknown) => {
      if (isLost(cause)) return never
      throw cause
    })
  ])
  return changed as A
}

/** For statements that write as many rows as there may be: longer than five minutes none of them takes. */
export const inLongTransaction = <A>(sql: Sql, change: (tx: Tx) => Promise<A>): Promise<A> =>
  inTransaction(sql, async (tx) => {
    await tx`set local statement_timeout = '5min'`
    return change(tx)
  })
