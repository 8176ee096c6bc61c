/** What is measured of the database: how long each kind of statement takes, as this process sees it. */
import { by, counterOf, secondsOf } from "@znatoki/ports/metrics"

export const statementTime = by((operation) =>
  secondsOf("znatoki_database_statement_seconds", "A statement, from the call to its answer", { operation })
)
export const statementFailures = by((operation) =>
  counterOf("znatoki_database_failures_total", "Statements that failed", { operation })
)
