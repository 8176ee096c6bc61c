/**
 * The stores as the buckets of one process share them. Each has few conversations at a time and asks for them alone; what they ask
 * side by side goes to the database as if one had asked for all.
 */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { GameStore } from "@znatoki/ports/game-store"
import { QuestionBank } from "@znatoki/ports/question-bank"
import type { StoreError } from "@znatoki/ports/store-error"
import { Context, Effect, Option } from "effect"
import { askTogether } from "../play/ask-together.ts"

/** How many commits may be under way at once: meanwhile what comes next is decided and gathers. */
const commitsAtOnce = 2

type Find<A> = (
  conversations: ReadonlyArray<ConversationId>
) => Effect.Effect<ReadonlyMap<ConversationId, A>, StoreError>

/** Of what is looked up by conversation, where not each has it. */
const findTogether = Effect.fnUntraced(function* <A>(find: Find<A>, max: number) {
  const ask = yield* askTogether(
    (conversations: ReadonlyArray<ConversationId>) =>
      Effect.map(find(conversations), (found) => conversations.map((each) => found.get(each))),
    { atOnce: 1, max, conversationOf: (each) => each }
  )
  return (conversations: ReadonlyArray<ConversationId>) =>
    Effect.map(ask(conversations), (found) => {
      const all = new Map<ConversationId, A>()
      for (const [i, each] of conversations.entries()) {
        const one = found[i]
        if (one !== undefined) all.set(each, one)
      }
      return all
    })
})

/** For as long as the scope lives. `max`: how much one statement may have. */
export const shareStores = Effect.fnUntraced(function* (max: number) {
  const games = yield* GameStore
  const bank = yield* QuestionBank
  const settings = Option.getOrNull(yield* Effect.serviceOption(ConversationSettings))
  const load = yield* findTogether(games.load, max)
  const commit = yield* askTogether(games.commit, {
    atOnce: commitsAtOnce,
    max,
    conversationOf: ({ next }) => next.conversation
  })
  const draw = yield* askTogether(bank.draw, { atOnce: 1, max, conversationOf: ({ conversation }) => conversation })
  const shared = Context.make(GameStore, { ...games, load, commit }).pipe(Context.add(QuestionBank, { ...bank, draw }))
  if (settings === null) return shared
  return Context.add(shared, ConversationSettings, { ...settings, of: yield* findTogether(settings.of, max) })
})
