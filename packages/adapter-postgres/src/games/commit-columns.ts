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
  const entries = batch.flatMap(({ log }, i) => log.map((entry, k) => ({ ...entry, n: i + 1, place: k + 1 })))
  return {
    n: entries.map(({ n }) => n),
    place: entries.map(({ place }) => place),
    source: entries.map(({ source }) => source),
    event: joined(entries.map(({ event }) => JSON.stringify(event)))
  }
}

export const outgoingOf = (batch: ReadonlyArray<Commit>) => {
  const messages = batch.flatMap(({ outgoing }, i) => outgoing.map((queued) => ({ ...queued, n: i + 1 })))
  return {
    n: messages.map(({ n }) => n),
    seq: messages.map(({ seq }) => seq),
    slot: messages.map(({ message }) => (message.slot !== null ? storable(message.slot) : null)),
    message: joined(messages.map(({ message }) => JSON.stringify(message)))
  }
}

export const askedOf = (batch: ReadonlyArray<Commit>) => {
  // The ids of this bank are whole numbers; another question cannot be drawn from it.
  const questions = batch.flatMap(({ asked }, i) =>
    asked.flatMap((question, place) =>
      /^\d{1,18}$/.test(question) ? [{ n: i + 1, place, question: Number(question) }] : []
    )
  )
  return {
    n: questions.map(({ n }) => n),
    place: questions.map(({ place }) => place),
    question: questions.map(({ question }) => question)
  }
}

/** What was applied and is in no log. */
export const talkedOf = (batch: ReadonlyArray<Commit>) => {
  const sources = batch.flatMap(({ talked = [] }, i) => talked.map((source) => ({ n: i + 1, source })))
  return { n: sources.map(({ n }) => n), source: sources.map(({ source }) => source) }
}

export const dialogsOf = (batch: ReadonlyArray<Commit>) => {
  const dialogs = batch.flatMap(({ next: { proposal } }, i) => (proposal === undefined ? [] : [{ n: i + 1, proposal }]))
  return {
    n: dialogs.map(({ n }) => n),
    proposal: joined(dialogs.map(({ proposal }) => JSON.stringify(proposal)))
  }
}

/** Few and far between, so each is one JSON. */
export const proposedOf = (batch: ReadonlyArray<Commit>) => {
  const questions = batch.flatMap(({ proposed = [] }, i) =>
    proposed.map((question, place) => ({ n: i + 1, place, question }))
  )
  return {
    n: questions.map(({ n }) => n),
    place: questions.map(({ place }) => place),
    question: questions.map(({ question }) => storable(JSON.stringify(question)))
  }
}
