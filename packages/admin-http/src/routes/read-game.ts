/** A game with its state, and what is said where this version of the program cannot read it. */
import { GameArchive, type GameId } from "@znatoki/ports/game-archive"
import { Effect } from "effect"
import { Problem } from "../problem.ts"

const unreadable = () =>
  new Problem({
    kind: "conflict",
    detail:
      "This version of the program cannot read the state of this game, so it can be neither shown nor stopped. Its conversation stands still as soon as anything happens there (see /api/v1/parked): run the version that wrote it, or a later one, and release the conversation with `retry`."
  })

/** Null: there is none. */
export const readGame = Effect.fnUntraced(function* (id: GameId) {
  return yield* (yield* GameArchive)
    .get(id)
    .pipe(
      Effect.catchTag("GameUnreadable", ({ problem }) =>
        Effect.andThen(
          Effect.logError("a stored game cannot be read", { game: id, problem }),
          Effect.fail(unreadable())
        )
      )
    )
})
