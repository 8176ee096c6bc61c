/** `/api/v1/games/{id}/card`: the picture of a game that is over, drawn by a process of its own when somebody looks. */
import { cardAddress, type ResultCard } from "@znatoki/chat/result-card"
import type { GameState } from "@znatoki/engine"
import { CardPainter } from "@znatoki/ports/card-painter"
import type { Conversations } from "@znatoki/ports/conversations"
import type { GameArchive } from "@znatoki/ports/game-archive"
import { Effect, Option, Schema } from "effect"
import { createHash } from "node:crypto"
import { type Route, route, saysMedia, saysNothing } from "../api/route.ts"
import { Problem } from "../problem.ts"
import { GameIdText } from "../schemas/game-json.ts"
import { readGame } from "./read-game.ts"
import { wholeGame } from "../whole-name.ts"

/** Null: there is nothing to draw. */
export type CardOf = (state: GameState) => ResultCard | null

const Query = Schema.Struct({ scheme: Schema.optionalKey(Schema.Literals(["light", "dark"])) })
const media = "image/png"
/** A ruling on an appeal changes it; whoever looks again asks whether it is the same. */
const keeps = "private, max-age=60"

const missing = (detail: string) => new Problem({ kind: "not-found", detail })

/** What it shows is its version. */
const tagOf = (card: ResultCard, scheme: string): string =>
  `"${createHash("sha256")
    .update(`${scheme} ${cardAddress(card)}`)
    .digest("base64url")
    .slice(0, 22)}"`

export const cardRoutes = (cardOf: CardOf): ReadonlyArray<Route<Conversations | GameArchive>> => [
  route({
    method: "GET",
    path: "/api/v1/games/{id}/card",
    operationId: "showCard",
    summary: "The picture of a game that is over",
    tag: "games",
    role: "viewer",
    params: { id: GameIdText },
    query: Query,
    answers: { 200: saysMedia("The picture", media), 304: saysNothing("The same as by `If-None-Match`") },
    refuses: ["not-found", "conflict"],
    example: { params: { id: "vk:1:2000000001-3" }, query: { scheme: "dark" } },
    handle: Effect.fnUntraced(function* ({ context, params: { id }, query: { scheme = "light" } }) {
      const found = yield* readGame(yield* wholeGame(id))
      if (found === null) return yield* missing("There is no game with this id.")
      const card = cardOf(found.state)
      if (card === null)
        return yield* missing("This game has no picture: it goes on, was broken off, or was too short.")
      const headers = { ETag: tagOf(card, scheme), "Cache-Control": keeps }
      if (context.req.header("If-None-Match") === headers.ETag) return context.body(null, 304, headers)
      const painter = Option.getOrNull(yield* Effect.serviceOption(CardPainter))
      if (painter === null) return yield* missing("Pictures are not drawn here (ZNATOKI_CARDS).")
      const png = yield* painter
        .paint(card, scheme)
        .pipe(Effect.mapError(({ reason }) => missing(`The picture could not be drawn: ${reason}.`)))
      return context.body(new Uint8Array(png), 200, { ...headers, "Content-Type": media })
    })
  })
]
