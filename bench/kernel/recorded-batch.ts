/** A batch of commits as the statement gets it: its real text and its real parameters, as postgres.js would send them. */
import { arrayLiteral, numbers, texts } from "@znatoki/adapter-postgres/database/array-types"
import { commitStatement } from "@znatoki/adapter-postgres/games/commit-statement"
import { manners } from "@znatoki/embedded-postgres-server/manners"
import type { Commit } from "@znatoki/ports/game-store"
import postgres from "postgres"
import type { BenchDatabase } from "./database.ts"

export interface RecordedBatch {
  readonly text: string
  /** Each as a literal of Postgres. */
  readonly parameters: ReadonlyArray<string>
}

/** Many values of one column, or one text that holds them all. */
type Column = ReadonlyArray<string | number | null> | string

/** Nothing is stored: the server only describes the statement, and a hook of the driver tells what would be sent. */
export const recordBatches = async (
  { url }: BenchDatabase,
  batches: ReadonlyArray<ReadonlyArray<Commit>>
): Promise<ReadonlyArray<RecordedBatch>> => {
  let sent: { readonly text: string; readonly columns: ReadonlyArray<Column> } | undefined
  const sql = postgres(url, {
    max: 1,
    ...manners,
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number }, numbers, texts },
    debug: (_connection, text, columns) => {
      if (text.includes("conversations as c")) sent = { text, columns }
    }
  })
  const recorded: Array<RecordedBatch> = []
  try {
    for (const batch of batches) {
      await commitStatement(sql, batch).describe()
      if (sent === undefined) throw new Error("the driver did not tell what it sends")
      recorded.push({ text: sent.text, parameters: sent.columns.map(literalOf) })
    }
  } finally {
    await sql.end({ timeout: 5 })
  }
  return recorded
}

const literalOf = (column: Column): string => (typeof column === "string" ? column : arrayLiteral(column))
