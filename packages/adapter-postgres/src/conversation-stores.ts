/** The stores that know of conversations, by whole ids: of everybody's, or of one community's. */
import { Effect, Layer, Schema } from "effect"
import { layer as adminOrders } from "./admins/admin-orders.ts"
import { layer as conversationSettings } from "./admins/conversation-settings.ts"
import { bareCommunity } from "./bare-ids/mode.ts"
import { byWholeIds } from "./bare-ids/whole-ids.ts"
import { Database } from "./database/database.ts"
import { Mine, ofBareCommunity, ofCommunity } from "./database/mine.ts"
import { layer as conversations } from "./games/conversations.ts"
import { layer as gameArchive } from "./games/game-archive.ts"
import { layer as gameStore } from "./games/game-store.ts"
import { layer as heartbeat } from "./games/heartbeat.ts"
import { layer as deadLetters } from "./outbox/dead-letters.ts"
import { layer as outbox } from "./outbox/outbox.ts"
import { layer as parking } from "./parking/parking.ts"
import { layer as questionBank } from "./questions/question-bank.ts"
import { layer as questionShelves } from "./questions/question-shelves.ts"
import { layer as proposals } from "./proposals/proposals.ts"
import { layer as questionVotes } from "./votes/question-votes.ts"
import { layer as dailyQuestions } from "./reminders/daily-questions.ts"
import { layer as reminders } from "./reminders/reminders.ts"
import { layer as statistics } from "./statistics/statistics.ts"

/** A process of the version before may run beside, and would take this community's conversations for its own. */
export class CommunityNotYet extends Schema.TaggedError<CommunityNotYet>()("CommunityNotYet", {
  advice: Schema.String
}) {}

const notYet = (community: string, bare: string) =>
  new CommunityNotYet({
    advice:
      `The database has the conversations of ${bare} as an earlier version stored them, and ${community} cannot join them yet. ` +
      "The first start a day after the update makes room for it; so does `znatoki migrate --now`, if no process of that version runs any more."
  })

const all = Layer.mergeAll(
  gameStore,
  outbox,
  questionBank,
  questionShelves,
  parking,
  gameArchive,
  deadLetters,
  heartbeat,
  conversations,
  statistics,
  questionVotes,
  proposals,
  adminOrders,
  conversationSettings,
  reminders,
  dailyQuestions
)

type Stores = Layer.Success<typeof all>

const built = Effect.fnUntraced(function* (stores: Layer.Layer<Stores, never, Database>, bare: string | null) {
  const context = yield* Layer.build(Layer.provideMerge(stores, Layer.succeed(Database, yield* Database)))
  return bare === null ? context : byWholeIds(context, bare)
})

/** The database has to be up to date. */
export const everybodysStores = Effect.gen(function* () {
  return yield* built(all, yield* bareCommunity(yield* Database))
})

/** Who looks through all there is sees what is this community's, `vk:1`. The database has to be up to date. */
export const communityStores = Effect.fnUntraced(function* (community: string) {
  const bare = yield* bareCommunity(yield* Database)
  if (bare !== null && bare !== community) return yield* notYet(community, bare)
  const mine = bare === null ? ofCommunity(community) : ofBareCommunity(community)
  return yield* built(all.pipe(Layer.fresh, Layer.provide(Layer.succeed(Mine, mine))), bare)
})
