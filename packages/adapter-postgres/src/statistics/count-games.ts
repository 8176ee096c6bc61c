/** Which games wait to be counted, and counting them: all in one transaction, by one process at a time. */
import { decodeSnapshot, type Finished } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import { countOf, GameCount } from "@znatoki/ports/count-game"
import { ruledAnswers } from "@znatoki/ports/ruled-answers"
import type { NewVariant } from "@znatoki/ports/variant-proposals"
import { Schema } from "effect"
import { proposeStatement } from "../questions/variant-proposals.ts"
import type { Sql } from "../database/pool.ts"
import type { Recount } from "./changes.ts"
import { storeChanges } from "./store-changes.ts"
import { inTransaction, type Tx } from "../database/in-transaction.ts"

/** Any fixed number that nobody else takes for an advisory lock. */
const lock = 7_305_112_025

interface Waiting {
  readonly conversation: string
  readonly game: number
  readonly snapshot: string
  /** As it was counted before; null: it was not. */
  readonly counted: string | null
}

const decodeCount = Schema.decodeUnknownSync(Schema.fromJsonString(GameCount))
const conversationId = Schema.decodeUnknownSync(ConversationId)

interface Over extends Waiting {
  readonly state: Finished
}

/** Nothing of one whose last state was never stored or cannot be read any more. */
const overIn = (waiting: Waiting): ReadonlyArray<Over> => {
  const found = decodeSnapshot(waiting.snapshot)
  return found._tag === "Ok" && found.state._tag === "Finished" ? [{ ...waiting, state: found.state }] : []
}

/** Null: a game of which nothing was played. */
const recountOf = ({ conversation, counted, game, state }: Over): Recount | null => {
  const after = countOf(state)
  if (after === null) return null
  return {
    conversation: conversationId(conversation),
    game,
    before: counted === null ? null : decodeCount(counted),
    after
  }
}

/**
 * A game is read after its row of the queue, so as new as that row or newer: if newer, the later row finds nothing to change.
 * Those of a community whose ids are stored bare come again when they are whole.
 */
const takeWaiting = async (tx: Tx, limit: number) => {
  const taken = await tx<ReadonlyArray<{ readonly conversation: string; readonly game: number }>>`
    with first as (select place from uncounted_games order by place limit ${limit})
    delete from uncounted_games u using first where u.place = first.place
    returning u.conversation, u.game`
  const whole = taken.filter(({ conversation }) => conversation.includes(":"))
  const games = await tx<ReadonlyArray<Waiting>>`
    select g.conversation, g.game, g.snapshot::text, c.counted::text
    from (
      select distinct conversation, game from unnest(
        ${whole.map(({ conversation }) => conversation)}::text[], ${whole.map(({ game }) => game)}::integer[])
        as t(conversation, game)) wanted
    join games g on g.conversation = wanted.conversation and g.game = wanted.game and g.status = 'finished'
    left join counted_games c on c.conversation = g.conversation and c.game = g.game
    order by g.conversation, g.game`
  return { taken: taken.length, games }
}

/** Questions of a bank that is not ours have other ids. */
const isOurs = ({ question }: NewVariant): boolean => /^\d{1,18}$/.test(question)

/** What people ruled right is proposed to the editors, once for each question. */
const proposeRuled = async (tx: Tx, over: ReadonlyArray<Over>): Promise<void> => {
  const variants = over
    .flatMap(({ conversation, game, state }) => ruledAnswers(state, `${conversation}-${game}`))
    .filter(isOurs)
  if (variants.length > 0)
    await proposeStatement(tx, variants, Math.max(...over.map(({ state }) => state.finishedAtMs)))
}

/** How many were taken off the queue. Where nothing waits, nothing is locked. */
export const countIn = async (tx: Tx, limit: number): Promise<number> => {
  const [free] = await tx<ReadonlyArray<{ readonly ours: boolean }>>`
    select pg_try_advisory_xact_lock(${lock}) as ours from (select from uncounted_games limit 1) waiting`
  if (free?.ours !== true) return 0
  const { games, taken } = await takeWaiting(tx, limit)
  const over = games.flatMap(overIn)
  const recounts = over.map(recountOf).filter((recount) => recount !== null)
  if (recounts.length > 0) await storeChanges(tx, recounts)
  await proposeRuled(tx, over)
  return taken
}

export const countGames = (sql: Sql, limit: number): Promise<number> => inTransaction(sql, (tx) => countIn(tx, limit))
