/** What Long Poll tells, as the game hears it: pages of events, silence, and what was lost and is fetched. */
import type { ConversationId, Incoming } from "@znatoki/chat/chat-input"
import type { Envelope, Hearing, InboxRefused } from "@znatoki/ports/inbox"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Clock, Effect, Queue } from "effect"
import type { VkApi } from "../api/vk-api.ts"
import type { CursorKeeper } from "./cursor-keeper.ts"
import type { Us } from "./decode-update.ts"
import type { News } from "./long-poll.ts"
import { makeFetchLost } from "./lost-words.ts"
import { makeReadUpdates } from "./read-updates.ts"

/** Of conversations that were lively lately. */
const numbersMax = 50_000

type Lost = Extract<News, { readonly _tag: "Lost" }>

/** Ends when all of it has its place in `heardNow`. */
export const makeReadNews = Effect.fnUntraced(function* (
  vk: VkApi["Service"],
  heardNow: Queue.Queue<Envelope | Hearing, InboxRefused>
) {
  const readUpdates = yield* makeReadUpdates(vk)
  const fetchLost = yield* makeFetchLost(vk)
  /** The greatest number heard in a conversation. */
  const numbers = new RecentMap<ConversationId, number>(numbersMax)

  const envelopesOf = Effect.fnUntraced(function* (keeper: CursorKeeper, ts: string, heard: ReadonlyArray<Incoming>) {
    for (const { conversation, input } of heard) {
      if (input._tag === "Wrote") numbers.set(conversation, Math.max(numbers.get(conversation) ?? 0, input.order))
    }
    yield* keeper.room
    const dones = yield* keeper.open(ts, heard.length)
    return heard.map((incoming, place): Envelope => ({ incoming, done: dones[place] ?? Effect.void }))
  })

  const readPage = Effect.fnUntraced(function* (
    us: Us,
    keeper: CursorKeeper,
    ts: string,
    updates: ReadonlyArray<unknown>
  ) {
    const atMs = yield* Clock.currentTimeMillis
    const envelopes = yield* envelopesOf(keeper, ts, yield* readUpdates(us, updates, atMs))
    yield* Queue.offerAll(heardNow, [...envelopes, { _tag: "HeardUntil", atMs }])
  })

  /** Lost time is given back before anything is played that was written in it. */
  const readLost = Effect.fnUntraced(function* (us: Us, keeper: CursorKeeper, { sinceMs, ts }: Lost) {
    yield* Queue.offer(heardNow, { _tag: "Deaf", sinceMs: yield* Clock.currentTimeMillis })
    const { hearing, unread, updates } = yield* fetchLost((conversation) => numbers.get(conversation) ?? 0)
    const atMs = yield* Clock.currentTimeMillis
    const read = yield* readUpdates(us, updates, atMs)
    const heard = read.filter(({ conversation, hearsAll }) => hearsAll !== true || hearing.has(conversation))
    const only = unread === null ? {} : { only: unread }
    const envelopes = yield* envelopesOf(keeper, ts, heard)
    yield* Queue.offerAll(heardNow, [{ _tag: "Lost", sinceMs, atMs, ...only }, ...envelopes])
  })

  return (us: Us, keeper: CursorKeeper) =>
    (news: News): Effect.Effect<void> => {
      switch (news._tag) {
        case "Begins":
          return Effect.andThen(keeper.begin(news.ts), readPage(us, keeper, news.ts, []))
        case "Page":
          return readPage(us, keeper, news.ts, news.updates)
        case "Deaf":
          return Effect.asVoid(Queue.offer(heardNow, news))
        case "Lost":
          return readLost(us, keeper, news)
      }
    }
})
