/** What the worker works with, and the games it has in its hands. */
import { initialState, type Lexicon, type Settings } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { SaidLately } from "@znatoki/host/said-lately"
import { Effect } from "effect"
import { Deadlines } from "../deadlines/deadlines.ts"
import { Deliverer } from "../deliver/deliver.ts"
import { Dice } from "@znatoki/ports/dice"
import { GameStore, type StoredGame } from "@znatoki/ports/game-store"
import { Messenger } from "@znatoki/ports/messenger"
import { Parking } from "@znatoki/ports/parking"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { Pulse } from "../outage/pulse.ts"
import { RecentMap } from "@znatoki/ports/recent-map"
import { StoreTrouble } from "@znatoki/ports/store-trouble"

export interface Workshop {
  readonly store: GameStore["Service"]
  readonly parking: Parking["Service"]
  readonly bank: QuestionBank["Service"]
  readonly messenger: Messenger["Service"]
  readonly deliverer: Deliverer["Service"]
  readonly deadlines: Deadlines["Service"]
  readonly dice: Dice["Service"]
  /** Games as they are in the store, to the best of our knowledge. */
  readonly resident: RecentMap<ConversationId, StoredGame>
  /** Who lost this says something once more: nothing is spoilt. */
  readonly saidLately: RecentMap<ConversationId, SaidLately>
  /** The greatest `order` of a message that was heard in a conversation. */
  readonly heardOrder: RecentMap<ConversationId, number>
  /** Conversations that stand still: their tasks are set aside, unlooked at. */
  readonly parked: Set<ConversationId>
  readonly settings: Settings
  readonly lexicon: Lexicon | undefined
  readonly pulse: Pulse["Service"]
  readonly trouble: StoreTrouble["Service"]
}

/** Conversations in which somebody was refused within seconds; far more than there are at once. */
const saidLatelyMax = 1_000

export const openWorkshop = Effect.fnUntraced(function* (options: {
  readonly settings: Settings
  readonly residentMax: number
  readonly lexicon?: Lexicon
}) {
  const workshop: Workshop = {
    store: yield* GameStore,
    parking: yield* Parking,
    bank: yield* QuestionBank,
    messenger: yield* Messenger,
    deliverer: yield* Deliverer,
    deadlines: yield* Deadlines,
    dice: yield* Dice,
    resident: new RecentMap(options.residentMax),
    saidLately: new RecentMap(saidLatelyMax),
    heardOrder: new RecentMap(options.residentMax),
    parked: new Set(),
    settings: options.settings,
    lexicon: options.lexicon,
    pulse: yield* Pulse,
    trouble: yield* StoreTrouble
  }
  return workshop
})

/** The games of these conversations. Whoever is put into memory here may put another of them out, hence the map. */
export const load = Effect.fnUntraced(function* (workshop: Workshop, conversations: Iterable<ConversationId>) {
  const games = new Map<ConversationId, StoredGame>()
  const missing: Array<ConversationId> = []
  for (const conversation of conversations) {
    const resident = workshop.resident.get(conversation)
    if (resident === undefined) missing.push(conversation)
    else games.set(conversation, resident)
  }
  if (missing.length === 0) return games
  const found = yield* workshop.store.load(missing)
  // Whoever played here before may not have said everything, and it goes before what follows.
  // against: unsaid not fetched
  if (found.size > 0) yield* workshop.deliverer.fetch([...found.keys()])
  for (const conversation of missing) {
    const game = found.get(conversation) ?? unplayed(conversation, workshop.settings)
    games.set(conversation, game)
    put(workshop, game)
  }
  return games
})

export const put = (workshop: Workshop, stored: StoredGame): void => {
  workshop.resident.set(stored.conversation, stored)
  // against: deadlines only read
  workshop.deadlines.follow(stored)
}

const unplayed = (conversation: ConversationId, settings: Settings): StoredGame => ({
  conversation,
  version: 0,
  state: initialState(settings),
  lastOrder: 0,
  hearsAll: false,
  lastSeq: 0,
  updatedAtMs: 0
})
