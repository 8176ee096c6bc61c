/** A batch of commits as columns, the form in which one statement takes many rows. `n` is a commit's place, from 1. */
import { encodeSnapshot } from "@znatoki/engine"
import type { Commit } from "@znatoki/ports/game-store"
import { partitionOf } from "@znatoki/ports/slice"
import { columnsOf } from "./game-columns.ts"
import { storable } from "../database/storable.ts"

/**
 * A whole column of JSON as one text: in an array every quote would be escaped, which costs more than all the rest. JSON
 * never holds the sign between the values: in a string it is written as `\u001e`, and elsewhere it may not stand.
 */
const joined = (values: ReadonlyArray<string>): string => values.join("\u001e")

export const headsOf = (batch: ReadonlyArray<Commit>) => {
  const heads = {
    conversation: new Array<string>(),
    partition: new Array<number>(),
    version: new Array<number>(),
    game: new Array<number>(),
    events: new Array<number>(),
    lastOrder: new Array<number>(),
    hearsAll: new Array<number>(),
    lastSeq: new Array<number>(),
    updatedAtMs: new Array<number>(),
    timer: new Array<string | null>(),
    timerAtMs: new Array<number | null>(),
    status: new Array<string>(),
    phase: new Array<string>(),
    round: new Array<number>(),
    team: new Array<number>(),
    bot: new Array<number>()
  }
  const snapshot: Array<string> = []
  for (const { log, next } of batch) {
    const { deadline, phase, round, score, status } = columnsOf(next.state)
    heads.conversation.push(next.conversation)
    heads.partition.push(partitionOf(next.conversation))
    heads.version.push(next.version)
    heads.game.push(next.state.game)
    heads.events.push(log.length)
    heads.lastOrder.push(next.lastOrder)
    heads.hearsAll.push(next.hearsAll ? 1 : 0)
    heads.lastSeq.push(next.lastSeq)
    heads.updatedAtMs.push(next.updatedAtMs)
    heads.timer.push(deadline?.timer ?? null)
    heads.timerAtMs.push(deadline?.atMs ?? null)
    heads.status.push(status)
    heads.phase.push(phase)
    heads.round.push(round)
    heads.team.push(score.team)
    heads.bot.push(score.bot)
    snapshot.push(encodeSnapshot(next.state))
  }
  return { ...heads, snapshot: joined(snapshot) }
}

export const logsOf = (batch: ReadonlyArray<Commit>) => {
  const [n, place] = [new Array<number>(), new Array<number>()]
  const source: Array<string | null> = []
  const event: Array<string> = []
  for (const [i, { log }] of batch.entries()) {
    for (const [k, entry] of log.entries()) {
      n.push(i + 1)
      place.push(k + 1)
      source.push(entry.source)
      event.push(JSON.stringify(entry.event))
    }
  }
  return { n, place, source, event: joined(event) }
}

export const outgoingOf = (batch: ReadonlyArray<Commit>) => {
  const [n, seq] = [new Array<number>(), new Array<number>()]
  const slot: Array<string | null> = []
  const message: Array<string> = []
  for (const [i, { outgoing }] of batch.entries()) {
    for (const queued of outgoing) {
      n.push(i + 1)
      seq.push(queued.seq)
      slot.push(queued.message.slot === null ? null : storable(queued.message.slot))
      message.push(JSON.stringify(queued.message))
    }
  }
  return { n, seq, slot, message: joined(message) }
}

export const askedOf = (batch: ReadonlyArray<Commit>) => {
  const [n, place, question] = [new Array<number>(), new Array<number>(), new Array<number>()]
  for (const [i, { asked }] of batch.entries()) {
    for (const [k, id] of asked.entries()) {
      // The ids of this bank are whole numbers; another question cannot be drawn from it.
      if (!/^\d{1,18}$/.test(id)) continue
      n.push(i + 1)
      place.push(k)
      question.push(Number(id))
    }
  }
  return { n, place, question }
}

/** What was applied and is in no log. */
export const talkedOf = (batch: ReadonlyArray<Commit>) => {
  const n: Array<number> = []
  const source: Array<string> = []
  for (const [i, { talked = [] }] of batch.entries()) {
    for (const each of talked) {
      n.push(i + 1)
      source.push(each)
    }
  }
  return { n, source }
}

export const dialogsOf = (batch: ReadonlyArray<Commit>) => {
  const n: Array<number> = []
  const proposal: Array<string> = []
  for (const [i, { next }] of batch.entries()) {
    if (next.proposal === undefined) continue
    n.push(i + 1)
    proposal.push(JSON.stringify(next.proposal))
  }
  return { n, proposal: joined(proposal) }
}

/** One changes twice a day. */
export const dailyOf = (batch: ReadonlyArray<Commit>) => {
  const [n, number] = [new Array<number>(), new Array<number>()]
  const closesAtMs: Array<number | null> = []
  const daily: Array<string> = []
  for (const [i, { daily: changed }] of batch.entries()) {
    if (changed === undefined) continue
    n.push(i + 1)
    number.push(changed.number)
    closesAtMs.push(changed.open?.closesAtMs ?? null)
    daily.push(JSON.stringify(changed))
  }
  return { n, number, closesAtMs, daily: joined(daily) }
}

/** Few and far between, so each is one JSON. */
export const proposedOf = (batch: ReadonlyArray<Commit>) => {
  const [n, place] = [new Array<number>(), new Array<number>()]
  const question: Array<string> = []
  for (const [i, { proposed = [] }] of batch.entries()) {
    for (const [k, each] of proposed.entries()) {
      n.push(i + 1)
      place.push(k)
      question.push(storable(JSON.stringify(each)))
    }
  }
  return { n, place, question }
}
