/** Which tables were read from the first row to the last, and how much of them that was. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"

export interface TableReads {
  readonly table: string
  readonly scans: number
  readonly rows: number
}

export const readsSoFar = async (sql: Sql): Promise<ReadonlyArray<TableReads>> =>
  sql<ReadonlyArray<TableReads>>`
    select relname::text as table, seq_scan::integer as scans, seq_tup_read::integer as rows from pg_stat_user_tables`

/** Reading fewer rows than that is no slower than looking into an index. */
const rowsOfNoMatter = 1_000

export interface WholeReads extends TableReads {
  /** More rows at once than a table may have that is read whole. */
  readonly isLong: boolean
}

export const readsSince = (
  before: ReadonlyArray<TableReads>,
  after: ReadonlyArray<TableReads>
): ReadonlyArray<WholeReads> => {
  const old = new Map(before.map((each) => [each.table, each]))
  return after
    .map(({ rows, scans, table }) => {
      const grown = { table, scans: scans - (old.get(table)?.scans ?? 0), rows: rows - (old.get(table)?.rows ?? 0) }
      return { ...grown, isLong: grown.scans > 0 && grown.rows / grown.scans > rowsOfNoMatter }
    })
    .filter(({ scans }) => scans > 0)
    .toSorted((a, b) => b.rows - a.rows)
}
