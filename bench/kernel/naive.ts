/**
 * What a bot without batches does: one transaction for each event, statement after statement. It gets the decided commit
 * for nothing: no decoding, no rules, no words.
 */
import { columnsOf } from "@znatoki/adapter-postgres/games/game-columns"
import { encodeSnapshot } from "@znatoki/engine"
import type { Commit } from "@znatoki/ports/game-store"
import { partitionOf } from "@znatoki/ports/slice"
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import type { TransactionSql } from "postgres"

type Tx = TransactionSql<{ bigint: number }>

/** Commits one after another by so many connections; no conversation is near itself. */
export const runNaive = async (sql: Sql, commits: ReadonlyArray<Commit>, connections: number): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    for (;;) {
      const commit = commits[next++]
      if (commit === undefined) return
      await commitOne(sql, commit)
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
}

const commitOne = (sql: Sql, { asked, log, next, outgoing }: Commit): Promise<unknown> =>
  sql.begin(async (tx) => {
    const { conversation, state, version } = next
    const [row] = await tx<ReadonlyArray<{ readonly version: number; readonly events: number; readonly game: number }>>`
      select version, events, game from conversations where conversation = ${conversation} for update`
    if ((row?.version ?? 0) !== version - 1) throw new Error("moved")
    const before = row !== undefined && row.game === state.game ? row.events : 0
    for (const [i, { event, source }] of log.entries()) {
      const stored = await tx`
        insert into game_events (conversation, game, position, source, event)
        values (${conversation}, ${state.game}, ${before + 1 + i}, ${source}, ${JSON.stringify(event)}::text::json)
        on conflict do nothing returning position`
      if (stored.length === 0) throw new Error("a duplicate")
    }
    await storeGame(tx, next)
    for (const { message, seq } of outgoing) {
      const slot = message._tag === "Say" ? message.slot : null
      await tx`
        insert into outbox (conversation, seq, partition, slot, message)
        values (${conversation}, ${seq}, ${partitionOf(conversation)}, ${slot}, ${JSON.stringify(message)}::text::json)`
    }
    for (const [place, question] of asked.entries()) {
      await tx`
        insert into asked_questions (conversation, question, asked_version, asked_place)
        values (${conversation}, ${Number(question)}, ${version}, ${place}) on conflict do nothing`
    }
    await storeConversation(tx, next, before + log.length)
  })

const storeGame = (tx: Tx, { conversation, state, updatedAtMs, version }: Commit["next"]): PromiseLike<unknown> => {
  const { phase, round, score, status } = columnsOf(state)
  return tx`
    insert into games (conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms,
      finished_at_ms, snapshot)
    values (${conversation}, ${state.game}, ${status}, ${phase}, ${round}, ${score.team}, ${score.bot}, ${version},
      ${updatedAtMs}, ${status === "finished" ? updatedAtMs : null}, ${encodeSnapshot(state)}::text::json)
    on conflict (conversation, game) do update set
      status = excluded.status, phase = excluded.phase, round = excluded.round, score_team = excluded.score_team,
      score_bot = excluded.score_bot, version = excluded.version, updated_at_ms = excluded.updated_at_ms,
      finished_at_ms = excluded.finished_at_ms, snapshot = excluded.snapshot`
}

const storeConversation = (tx: Tx, next: Commit["next"], events: number): PromiseLike<unknown> => {
  const { conversation, lastOrder, lastSeq, state, updatedAtMs, version } = next
  const { deadline } = columnsOf(state)
  return tx`
    insert into conversations (conversation, partition, version, game, events, last_order, last_seq, updated_at_ms,
      deadline_timer, deadline_at_ms)
    values (${conversation}, ${partitionOf(conversation)}, ${version}, ${state.game}, ${events}, ${lastOrder}, ${lastSeq},
      ${updatedAtMs}, ${deadline?.timer ?? null}, ${deadline?.atMs ?? null})
    on conflict (conversation) do update set
      version = excluded.version, game = excluded.game, events = excluded.events, last_order = excluded.last_order,
      last_seq = excluded.last_seq, updated_at_ms = excluded.updated_at_ms,
      deadline_timer = excluded.deadline_timer, deadline_at_ms = excluded.deadline_at_ms`
}
