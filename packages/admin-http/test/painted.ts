/** A game that is over, of which somebody draws a picture; how one is drawn is told by the tests of who draws. */
import type { GameState } from "@znatoki/engine"
import { CardPainter, CardTrouble } from "@znatoki/ports/card-painter"
import { Effect, Layer } from "effect"
import { makeClient, type Setup } from "./admin-client.ts"
import { beginGame, endGame } from "./played-game.ts"

export const cardWith = (headline: string) => (state: GameState) =>
  state._tag === "Finished"
    ? {
        headline,
        sides: [
          { name: "Знатоки", points: 2 },
          { name: "Бот", points: 1 }
        ] as const,
        rounds: [true, false, true],
        notes: []
      }
    : null

/** Tells `drawn` of each picture; the one of "broken" cannot be drawn. */
export const painterOf = (drawn: Array<string> = []) =>
  Layer.succeed(CardPainter, {
    paint: ({ headline }, scheme) =>
      Effect.suspend(() => {
        drawn.push(`${headline} ${scheme}`)
        return headline === "broken"
          ? Effect.fail(new CardTrouble({ reason: "there are no letters" }))
          : Effect.succeed(new TextEncoder().encode(`a picture, ${scheme}`))
      })
  })

export const playedToTheEnd = async (setup: Setup) => {
  const client = makeClient(setup)
  await beginGame(client)
  await endGame(client)
  return client
}
