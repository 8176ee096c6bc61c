/** Whose conversations a store shows to who looks through all there are: everybody's, or those of one community. */
import { Context } from "effect"
import type { PendingQuery, Row } from "postgres"
import type { Sql } from "./pool.ts"

/** Goes on with `and`, over a column `conversation`. */
export type Condition = (sql: Sql) => PendingQuery<ReadonlyArray<Row>>

export class Mine extends Context.Reference<Condition>("@znatoki/adapter-postgres/Mine", {
  defaultValue: () => (sql) => sql``
}) {}

/** By the order of ids, which the keys of the tables have too: `;` comes after `:`. */
export const ofCommunity =
  (community: string): Condition =>
  (sql) =>
    sql`and conversation >= ${`${community}:`}::text and conversation < ${`${community};`}::text`

/** Where those without a community are its own. */
export const ofBareCommunity =
  (community: string): Condition =>
  (sql) =>
    sql`and (position(':' in conversation) = 0 or starts_with(conversation, ${`${community}:`}::text))`
