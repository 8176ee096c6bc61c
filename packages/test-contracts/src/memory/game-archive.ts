/** GameArchive in memory: reads what the game store in memory recorded. */
import { type GameState, unpaused } from "@znatoki/engine"
import { GameArchive, type GameId, type GameSummary } from "@znatoki/ports/game-archive"
import { Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedGame } from "./memory-database.ts"

const standing = (game: GameState) => {
  const state = unpaused(game)
  switch (state._tag) {
    case "Idle":
    case "Lobby":
      return { round: 0, score: { team: 0, bot: 0 } }
    case "Finished":
      return { round: state.results.length, score: state.score }
    default:
      return { round: state.round, score: state.score }
  }
}

/** A game that a later one of its conversation follows is over, whatever was recorded last. */
const summaryOf = (
  { conversation, game, state, version, updatedAtMs }: RecordedGame,
  newest: number,
  title: string | null
): GameSummary => ({
  id: `${conversation}-${game}`,
  conversation,
  title,
  game,
  status: state._tag === "Finished" || game < newest ? "finished" : "running",
  phase: state._tag,
  ...standing(state),
  version,
  updatedAtMs
})

/** Newest change first; games of the same instant by conversation and game. */
const comesFirst = (one: Place, other: Place) => {
  if (one.updatedAtMs !== other.updatedAtMs) return one.updatedAtMs > other.updatedAtMs
  return one.conversation === other.conversation ? one.game < other.game : one.conversation < other.conversation
}

type Place = Pick<GameSummary, "updatedAtMs" | "game"> & { readonly conversation: string }

const placeOf = (updatedAtMs: number, id: GameId): Place => {
  const dash = id.lastIndexOf("-")
  return { updatedAtMs, conversation: id.slice(0, dash), game: Number(id.slice(dash + 1)) }
}

export const layer: Layer.Layer<GameArchive, never, MemoryDatabase> = Layer.effect(
  GameArchive,
  Effect.gen(function* () {
    const { conversations, titles } = yield* MemoryDatabase

    /** Idle is no game: nobody has opened a table yet. */
    const all = () =>
      [...conversations.values()].flatMap(({ games, stored }) =>
        [...games.values()]
          .filter(({ state }) => state._tag !== "Idle")
          .map((recorded) => ({
            recorded,
            summary: summaryOf(recorded, stored.state.game, titles.get(recorded.conversation) ?? null)
          }))
      )
    const find = (id: GameId) => all().find(({ summary }) => summary.id === id)

    return GameArchive.of({
      list: ({ status, conversation }, before, limit) =>
        Effect.sync(() =>
          all()
            .map(({ summary }) => summary)
            .filter((summary) => status === null || summary.status === status)
            .filter((summary) => conversation === null || summary.conversation === conversation)
            .filter((summary) => before === null || comesFirst(placeOf(before.updatedAtMs, before.id), summary))
            .toSorted((one, other) => (comesFirst(one, other) ? -1 : 1))
            .slice(0, limit)
        ),
      get: (id) =>
        Effect.sync(() => {
          const found = find(id)
          return found === undefined ? null : { summary: found.summary, state: found.recorded.state }
        }),
      events: (id, after, limit) =>
        Effect.sync(() => {
          const log = find(id)?.recorded.log
          const archived = log?.map(({ source, event }, index) => ({ position: index + 1, source, event }))
          return archived?.filter(({ position }) => position > after).slice(0, limit) ?? null
        })
    })
  })
)
