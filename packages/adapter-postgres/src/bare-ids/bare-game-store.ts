/** GameStore by whole ids, where those of one community are stored bare. */
import type { SourceId } from "@znatoki/chat/chat-input"
import { type Commit, type CommitResult, type GameStore, sourcesOf, type TimerPage } from "@znatoki/ports/game-store"
import { Effect } from "effect"
import type { BareIds } from "./bare-ids.ts"
import type { Mode } from "./mode.ts"
import { stored, whole } from "./of-conversation.ts"

export const bareGameStore = (under: GameStore["Service"], mode: Mode): GameStore["Service"] => {
  const timers = (
    { after, limit }: TimerPage,
    read: (page: TimerPage) => ReturnType<GameStore["Service"]["timersDue"]>
  ) =>
    mode.by((ids) =>
      Effect.map(read({ after: after === null ? null : stored(ids, after), limit }), (rows) =>
        rows.map((row) => whole(ids, row))
      )
    )
  return {
    load: (conversations) =>
      mode.by(
        (ids) =>
          Effect.map(
            under.load(conversations.map(ids.stored)),
            (games) => new Map([...games.values()].map((game) => [ids.whole(game.conversation), whole(ids, game)]))
          ),
        // What was never played is not there, and what is whole by now is not there either.
        (games) => games.size < conversations.length
      ),
    commit: (batch) =>
      mode.by((ids) =>
        Effect.map(under.commit(batch.map((commit) => storedCommit(ids, commit))), (results) =>
          results.map((result, i) => asGiven(ids, batch[i], result))
        )
      ),
    applied: (sources) =>
      mode.by((ids) =>
        Effect.map(
          under.applied(sources.map(ids.storedSource)),
          (found) => new Set(sources.filter((source) => found.has(ids.storedSource(source))))
        )
      ),
    timersDue: (slice, beforeMs, page) => timers(page, (stored) => under.timersDue(slice, beforeMs, stored)),
    timersUnmoved: (slice, beforeMs, page) => timers(page, (stored) => under.timersUnmoved(slice, beforeMs, stored))
  }
}

const storedCommit = (ids: BareIds, { next, log, talked, ...rest }: Commit): Commit => ({
  ...rest,
  ...(talked === undefined ? {} : { talked: talked.map(ids.storedSource) }),
  next: stored(ids, next),
  log: log.map(({ event, source }) => ({ event, source: source === null ? null : ids.storedSource(source) }))
})

/** A repeated source is called what it was called by whoever committed it. */
const asGiven = (ids: BareIds, commit: Commit | undefined, result: CommitResult): CommitResult => {
  if (result._tag !== "Duplicate" || commit === undefined) return result
  const repeated = new Set<SourceId>(result.sources)
  return { _tag: "Duplicate", sources: sourcesOf(commit).filter((source) => repeated.has(ids.storedSource(source))) }
}
