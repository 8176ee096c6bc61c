/** What whoever owns conversations does as long as the scope is open: takes their events, fires their deadlines, gives lost time back. */
import { type Carried, EventLine } from "@znatoki/ports/event-line"
import type { Before } from "@znatoki/ports/heartbeat"
import type { Hearing } from "@znatoki/ports/inbox"
import type { Slice } from "@znatoki/ports/slice"
import { Effect } from "effect"
import { fireTimers } from "../deadlines/fire-timers.ts"
import { Pulse } from "../outage/pulse.ts"
import { beat, giveBack, wake } from "../outage/recover.ts"
import { type LikeEvent, makeLikeCounter } from "../likes/count-likes.ts"
import { watchReleases } from "../park/watch-releases.ts"
import { watchOrders, watchSettings } from "../play/watch-orders.ts"
import { Worker } from "../play/worker.ts"

export interface OwnOptions {
  /** Names the heartbeat: those who share the work share no role. */
  readonly role: string
  readonly slice: Slice
  /** Who may have owned the same before, under other names. */
  readonly before: Before
  /** So long nobody may have owned it before us without that being an outage; 0 unless told otherwise. */
  readonly handOverMs?: number
}

/** What is no matter of a game goes another way. */
const isLike = (event: Carried): event is LikeEvent => {
  if (event._tag !== "Chat") return false
  const { input } = event.incoming
  return (input._tag === "Pressed" || input._tag === "Wrote") && input.action?._tag === "Like"
}

export const own = Effect.fnUntraced(function* ({ before, handOverMs, role, slice }: OwnOptions) {
  const line = yield* EventLine
  const pulse = yield* Pulse
  const worker = yield* Worker
  const likes = yield* makeLikeCounter
  yield* wake(role, before, handOverMs)
  yield* Effect.forkScoped(beat(role))
  yield* Effect.forkScoped(fireTimers(slice))
  yield* Effect.forkScoped(giveBack(role, slice))
  yield* Effect.forkScoped(watchReleases)
  yield* Effect.forkScoped(watchOrders(slice))
  yield* Effect.forkScoped(watchSettings(slice))
  const take = (event: Carried): Effect.Effect<void> => {
    if (event._tag === "Chat") pulse.hearSome()
    return isLike(event) ? likes.count(event) : worker.offer(event)
  }
  const hear = (hearing: Hearing): void => {
    switch (hearing._tag) {
      case "HeardUntil":
        return pulse.hear(hearing.atMs)
      case "Deaf":
        return pulse.deafen(hearing.sinceMs)
      case "Lost":
        return pulse.miss(hearing.sinceMs, hearing.atMs, hearing.only === undefined ? null : new Set(hearing.only))
    }
  }
  yield* line.serve(slice, { take, hear })
})
