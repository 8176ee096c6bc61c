/** Every store of the runtime over one database in memory: for tests and for simulated worlds. */
import type { Question } from "@znatoki/engine"
import { Layer } from "effect"
import * as ConversationsMemory from "./conversations.ts"
import * as CursorStoreMemory from "./cursor-store.ts"
import * as DeadLettersMemory from "./dead-letters.ts"
import * as GameStoreMemory from "./game-store.ts"
import * as HeartbeatMemory from "./heartbeat.ts"
import { MemoryDatabase } from "./memory-database.ts"
import * as OutboxMemory from "./outbox.ts"
import * as ParkingMemory from "./parking.ts"
import * as QuestionBankMemory from "./question-bank.ts"
import * as QuestionShelvesMemory from "./question-shelves.ts"
import * as ProposalsMemory from "./proposals.ts"
import * as QuestionVotesMemory from "./question-votes.ts"
import * as StatisticsMemory from "./statistics.ts"

/** The stores over a `MemoryDatabase` that is provided from outside, e.g. one that outlives a simulated crash. */
export const layer = Layer.mergeAll(
  GameStoreMemory.layer,
  OutboxMemory.layer,
  QuestionBankMemory.layer,
  QuestionShelvesMemory.layer,
  CursorStoreMemory.layer,
  HeartbeatMemory.layer,
  ParkingMemory.layer,
  DeadLettersMemory.layer,
  ConversationsMemory.layer,
  StatisticsMemory.layer,
  ProposalsMemory.layer,
  QuestionVotesMemory.layer
)

/** The stores over a new database with these questions. */
export const memoryStores = (questions: ReadonlyArray<Question> = []) =>
  Layer.provideMerge(layer, MemoryDatabase.layer(questions))
