/** Events of VK's Long Poll on their way to the game: decoded, with names, and safe across restarts. */
import { CursorStore } from "@znatoki/ports/cursor-store"
import type { Envelope, Hearing, InboxRefused } from "@znatoki/ports/inbox"
import type { StoreError } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Clock, Effect, Queue, Schedule, Schema } from "effect"
import { inboxRefusal } from "../api/inbox-refusal.ts"
import { makeCursorKeeper } from "./cursor-keeper.ts"
import { type LongPoll, makeLongPoll } from "./long-poll.ts"
import { Ts } from "./poll-server.ts"
import { makeReadNews } from "./read-news.ts"
import { spokenTo } from "./spoken-to-us.ts"
import { VkApi } from "../api/vk-api.ts"
import { VkCommunity } from "../api/vk-community.ts"

/** Enough to keep polling while pages are handled; few enough to hold in memory. */
const pagesUndoneMax = 256

const patiently = Schedule.min([Schedule.exponential("1 second"), Schedule.spaced("30 seconds")]).pipe(
  Schedule.jittered
)

const cursorName = (groupId: number): string => `vk-long-poll:${groupId}`

/** A cursor that VK cannot have given is none. */
const readable = (cursor: string | null): string | null => (cursor !== null && Schema.is(Ts)(cursor) ? cursor : null)

/** Of anything else the trouble of the store tells. */
const tellBroken = (what: string) => (error: StoreError) =>
  error._tag === "StoreBroken" ? Effect.logWarning(what, error) : Effect.void

/** Brings them to the queue until the scope ends; answers with what makes the next `HeardUntil` come soon. */
export const bringLongPoll = Effect.fnUntraced(function* (heardNow: Queue.Queue<Envelope | Hearing, InboxRefused>) {
  const vk = yield* VkApi
  const community = yield* VkCommunity
  const cursors = yield* CursorStore
  const trouble = yield* StoreTrouble
  const readNews = yield* makeReadNews(vk, heardNow)

  // Until VK has been heard for the first time.
  yield* Queue.offer(heardNow, { _tag: "Deaf", sinceMs: yield* Clock.currentTimeMillis })
  const place = { load: yield* trouble.watching, save: yield* trouble.watching }
  let ask: LongPoll["ask"] = Effect.void

  const listen = Effect.gen(function* () {
    const name = cursorName(community.id)
    const from = yield* place
      .load(cursors.load(name))
      .pipe(
        Effect.tapError(tellBroken("the kept cursor could not be read, trying again")),
        Effect.retry(patiently),
        Effect.orDie
      )
    const keeper = yield* makeCursorKeeper(pagesUndoneMax, (cursor) =>
      place
        .save(cursors.save(name, cursor))
        .pipe(Effect.tapError(tellBroken("the cursor could not be kept, trying again")))
    )
    const us = { groupId: community.id, spokenTo: spokenTo(community) }
    const longPoll = makeLongPoll(vk, community.id)
    ask = longPoll.ask
    return yield* longPoll.run(readable(from), readNews(us, keeper))
  })

  yield* listen.pipe(
    Effect.catchTag(["VkForbidden", "VkRefused"], (error) => Queue.fail(heardNow, inboxRefusal(error))),
    Effect.catchCause((cause) => Queue.failCause(heardNow, cause)),
    Effect.forkScoped
  )
  return Effect.suspend(() => ask)
})
