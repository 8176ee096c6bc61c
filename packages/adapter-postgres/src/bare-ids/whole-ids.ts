/** The stores by whole ids, on a database of which some are still bare: see docs/adr/0021. */
import { Conversations } from "@znatoki/ports/conversations"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore } from "@znatoki/ports/game-store"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Context, Effect } from "effect"
import { Database } from "../database/database.ts"
import { bareArchive } from "./bare-archive.ts"
import { bareGameStore } from "./bare-game-store.ts"
import { bareDeadLetters, bareOutbox } from "./bare-outbox.ts"
import { bareParking } from "./bare-parking.ts"
import { makeMode, type Mode } from "./mode.ts"
import { stored, whole } from "./of-conversation.ts"

const bareBank = (under: QuestionBank["Service"], mode: Mode): QuestionBank["Service"] => ({
  draw: (draws) => mode.by((ids) => under.draw(draws.map((draw) => stored(ids, draw))))
})

const bareShelves = (under: QuestionShelves["Service"], mode: Mode): QuestionShelves["Service"] => ({
  of: (conversations) => mode.by((ids) => under.of(conversations.map((id) => ids.stored(id))))
})

/** The version before had one heart, and goes on from its last beat. */
const bareHeartbeat = (under: Heartbeat["Service"], mode: Mode): Heartbeat["Service"] => ({
  beat: (role, atMs) => mode.by((ids) => under.beat(ids.storedRole(role), atMs)),
  last: (role) => mode.by((ids) => under.last(ids.storedRole(role))),
  wake: (role, atMs) => mode.by((ids) => under.wake(ids.storedRole(role), atMs)),
  forget: (role, untilMs) => mode.by((ids) => under.forget(ids.storedRole(role), untilMs))
})

const bareConversations = (under: Conversations["Service"], mode: Mode): Conversations["Service"] => ({
  setTitle: (conversation, title) => mode.by((ids) => under.setTitle(ids.stored(conversation), title)),
  find: (name) =>
    mode.by((ids) => Effect.map(under.find(ids.stored(name)), (found) => (found === null ? null : ids.whole(found)))),
  playing: (after, limit) =>
    mode.by((ids) =>
      Effect.map(under.playing(after === null ? null : ids.stored(after), limit), (found) =>
        found.map((playing) => whole(ids, playing))
      )
    )
})

type Stores =
  | GameStore
  | Outbox
  | DeadLetters
  | Parking
  | QuestionBank
  | QuestionShelves
  | GameArchive
  | Heartbeat
  | Conversations

/** `community`: whose ids are bare. */
export const byWholeIds = <More>(stores: Context.Context<Stores | Database | More>, community: string) => {
  const mode = makeMode(Context.get(stores, Database), community)
  return stores.pipe(
    Context.add(GameStore, bareGameStore(Context.get(stores, GameStore), mode)),
    Context.add(Outbox, bareOutbox(Context.get(stores, Outbox), mode)),
    Context.add(DeadLetters, bareDeadLetters(Context.get(stores, DeadLetters), mode)),
    Context.add(Parking, bareParking(Context.get(stores, Parking), mode)),
    Context.add(QuestionBank, bareBank(Context.get(stores, QuestionBank), mode)),
    Context.add(QuestionShelves, bareShelves(Context.get(stores, QuestionShelves), mode)),
    Context.add(GameArchive, bareArchive(Context.get(stores, GameArchive), mode)),
    Context.add(Heartbeat, bareHeartbeat(Context.get(stores, Heartbeat), mode)),
    Context.add(Conversations, bareConversations(Context.get(stores, Conversations), mode))
  )
}
