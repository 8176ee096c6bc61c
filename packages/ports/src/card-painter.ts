/** Port: draws the picture of a finished game, beside whatever else is done. */
import type { ResultCard } from "@znatoki/chat/result-card"
import { Context, type Effect, Schema } from "effect"

export type CardScheme = "light" | "dark"

/** Said without a word of the card. The same card may be drawn the next time. */
export class CardTrouble extends Schema.TaggedError<CardTrouble>()("CardTrouble", { reason: Schema.String }) {}

export class CardPainter extends Context.Service<
  CardPainter,
  {
    /** A PNG of 1080 × 567. */
    readonly paint: (card: ResultCard, scheme: CardScheme) => Effect.Effect<Uint8Array, CardTrouble>
  }
>()("@znatoki/ports/CardPainter") {}
