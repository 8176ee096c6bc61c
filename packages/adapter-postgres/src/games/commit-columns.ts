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
  const columns = batch.map(({ next }) => columnsOf(next.state))
  return {
    conversation: batch.map(({ next }) => next.conversation),
    partition: batch.map(({ next }) => partitionOf(next.conversation)),
    version: batch.map(({ next }) => next.version),
    game: batch.map(({ next }) => next.state.game),
    events: batch.map(({ log }) => log.length),
    lastOrder: batch.map(({ next }) => next.lastOrder),
    hearsAll: batch.map(({ next }) => (next.hearsAll ? 1 : 0)),
    lastSeq: batch.map(({ next }) => next.lastSeq),
    updatedAtMs: batch.map(({ next }) => next.updatedAtMs),
    snapshot: joined(batch.map(({ next }) => encodeSnapshot(next.state))),
    timer: columns.map(({ deadline }) => deadline?.timer ?? null),
    timerAtMs: columns.map(({ deadline }) => deadline?.atMs ?? null),
    status: columns.map(({ status }) => status),
    phase: columns.map(({ phase }) => phase),
    round: columns.map(({ round }) => round),
    team: columns.map(({ score }) => score.team),
    bot: columns.map(({ score }) => score.bot)
  }
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
