/** The stores by whole ids, on a database of which some are still bare: see docs/adr/0021. */
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Parking } from "@znatoki/ports/parking"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { Context, Effect } from "effect"
import { Database } from "../database/database.ts"
import { bareArchive } from "./bare-archive.ts"
import { bareGameStore } from "./bare-game-store.ts"
import { bareDeadLetters, bareOutbox } from "./bare-outbox.ts"
import { bareParking } from "./bare-parking.ts"
import { bareCommunity, makeMode, type Mode } from "./mode.ts"
import { stored } from "./of-conversation.ts"

const bareBank = (under: QuestionBank["Service"], mode: Mode): QuestionBank["Service"] => ({
  draw: (draws) => mode.by((ids) => under.draw(draws.map((draw) => stored(ids, draw))))
})

type Stores = GameStore | Outbox | DeadLetters | Parking | QuestionBank | GameArchive

/** To be asked once the database is up to date. Where all ids are whole, the stores are handed back as they are. */
export const byWholeIds = Effect.fnUntraced(function* <More>(stores: Context.Context<Stores | Database | More>) {
  const database = Context.get(stores, Database)
  const community = yield* bareCommunity(database)
  if (community === null) return stores
  const mode = makeMode(database, community)
  return stores.pipe(
    Context.add(GameStore, bareGameStore(Context.get(stores, GameStore), mode)),
    Context.add(Outbox, bareOutbox(Context.get(stores, Outbox), mode)),
    Context.add(DeadLetters, bareDeadLetters(Context.get(stores, DeadLetters), mode)),
    Context.add(Parking, bareParking(Context.get(stores, Parking), mode)),
    Context.add(QuestionBank, bareBank(Context.get(stores, QuestionBank), mode)),
    Context.add(GameArchive, bareArchive(Context.get(stores, GameArchive), mode))
  )
})
