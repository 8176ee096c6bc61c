/**
 * Runs the foldings of one batch to their ends: all that wait for a question get theirs in one draw, all that were asked for
 * numbers get theirs together. Where nobody waits for anything, nothing is asked.
 */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Shelves } from "@znatoki/chat/question-choice"
import type { KeptReminders } from "@znatoki/chat/reminder"
import type { Reminding } from "./fold-reminders.ts"
import type { Reminders } from "@znatoki/ports/reminders"
import type { Told } from "@znatoki/chat/statistics"
import { Effect } from "effect"
import { type Folded, type Folding, type Given, nothingGiven, type Wanted } from "./fold-tasks.ts"
import type { Draw, Drawn, QuestionBank } from "@znatoki/ports/question-bank"
import type { QuestionShelves } from "@znatoki/ports/question-shelves"
import type { Asked, Statistics } from "@znatoki/ports/statistics"
import type { StoreError } from "@znatoki/ports/store-error"

export interface Sources {
  readonly draw: QuestionBank["Service"]["draw"]
  readonly shelves: QuestionShelves["Service"]["of"]
  readonly tell: Statistics["Service"]["tell"]
  /** Null: nobody keeps any. */
  readonly remind: Reminders["Service"]["change"] | null
}

interface Waiting {
  readonly conversation: ConversationId
  readonly folding: Folding
  readonly wanted: Wanted
}

export const finishFoldings = Effect.fnUntraced(function* (
  foldings: ReadonlyMap<ConversationId, Folding>,
  sources: Sources
) {
  const folded = new Map<ConversationId, Folded>()
  let waiting: Array<Waiting> = []
  const advance = (conversation: ConversationId, folding: Folding, given: Given): void => {
    const result = folding.next(given)
    if (result.done === true) folded.set(conversation, result.value)
    else waiting.push({ conversation, folding, wanted: result.value })
  }
  for (const [conversation, folding] of foldings) advance(conversation, folding, nothingGiven)
  while (waiting.length > 0) {
    const asking = waiting
    const given = yield* answer(asking, sources)
    waiting = []
    for (const [i, { conversation, folding }] of asking.entries()) {
      advance(conversation, folding, given[i] ?? nothingGiven)
    }
  }
  return folded
})

const answer = Effect.fnUntraced(function* (waiting: ReadonlyArray<Waiting>, { draw, remind, shelves, tell }: Sources) {
  const draws: Array<Draw> = []
  const asked: Array<Asked> = []
  const choosing: Array<ConversationId> = []
  const reminding: Array<Reminding> = []
  for (const { wanted: one } of waiting) {
    if (one._tag === "Question") draws.push(one.draw)
    else if (one._tag === "Told") asked.push(one.asked)
    else if (one._tag === "Shelves") choosing.push(one.conversation)
    else reminding.push(one.reminding)
  }
  const drawn: Array<Drawn | null> = draws.length === 0 ? [] : [...(yield* draw(draws))]
  const told: Array<Told | null> = asked.length === 0 ? [] : [...(yield* orNone(tell(asked)))]
  const shelved: Array<Shelves> = choosing.length === 0 ? [] : [...(yield* shelves(choosing))]
  const kept: Array<KeptReminders | null> = []
  for (const one of reminding) kept.push(yield* keptAfter(one, remind))
  return waiting.map(({ wanted }): Given => {
    switch (wanted._tag) {
      case "Question":
        return { ...nothingGiven, drawn: drawn.shift() ?? null }
      case "Told":
        return { ...nothingGiven, told: told.shift() ?? null }
      case "Shelves":
        return { ...nothingGiven, shelves: shelved.shift() ?? null }
      case "Reminders":
        return { ...nothingGiven, reminders: kept.shift() ?? null }
    }
  })
})

/** Nor because of reminders. Each is asked for alone, for hardly anybody does. */
const keptAfter = ({ conversation, nowMs, wish }: Reminding, remind: Sources["remind"]) =>
  remind === null
    ? Effect.succeed(null)
    : Effect.catchTag(remind(conversation, wish, nowMs), "StoreBroken", (error) =>
        Effect.as(Effect.logError("reminders cannot be changed", error), null)
      )

/** No game stands still because numbers about it make no sense. */
const orNone = (telling: Effect.Effect<ReadonlyArray<Told>, StoreError>) =>
  Effect.catchTag(telling, "StoreBroken", (error) =>
    Effect.as(Effect.logError("the statistics cannot be read", error), [])
  )
