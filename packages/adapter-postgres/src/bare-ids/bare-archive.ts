/** GameArchive by whole ids, where those of one community are stored bare. Who knows a game by its bare id still finds it. */
import type { GameArchive, GameSummary } from "@znatoki/ports/game-archive"
import { Effect } from "effect"
import type { BareIds } from "./bare-ids.ts"
import type { Mode } from "./mode.ts"
import { whole } from "./of-conversation.ts"

const wholeSummary = (ids: BareIds, summary: GameSummary): GameSummary => ({
  ...whole(ids, summary),
  id: ids.whole(summary.id)
})

export const bareArchive = (under: GameArchive["Service"], mode: Mode): GameArchive["Service"] => ({
  list: ({ conversation, status }, before, limit) =>
    mode.by((ids) =>
      Effect.map(
        under.list(
          { status, conversation: conversation === null ? null : ids.stored(conversation) },
          before === null ? null : { ...before, id: ids.stored(before.id) },
          limit
        ),
        (games) => games.map((game) => wholeSummary(ids, game))
      )
    ),
  get: (id) =>
    mode.by((ids) =>
      Effect.map(under.get(ids.stored(id)), (found) =>
        found === null ? null : { ...found, summary: wholeSummary(ids, found.summary) }
      )
    ),
  events: (id, after, limit) => mode.by((ids) => under.events(ids.stored(id), after, limit))
})
