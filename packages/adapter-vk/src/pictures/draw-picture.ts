/** Pictures that nobody has to fetch: a card is in its address, and is drawn. */
import { cardOf } from "@znatoki/chat/result-card"
import { CardPainter } from "@znatoki/ports/card-painter"
import { Effect, Option } from "effect"
import { PictureTrouble } from "./picture-trouble.ts"

interface Drawing {
  /** Whether it is a card, and cards are not drawn here. */
  readonly cannot: (source: string) => boolean
  /** Null: the address is that of something to be fetched. */
  readonly draw: (source: string) => Effect.Effect<Buffer, PictureTrouble> | null
}

/** VK does not say on which ground a picture is shown. */
const scheme = "light"

export const makeDrawing: Effect.Effect<Drawing> = Effect.gen(function* () {
  const painter = Option.getOrNull(yield* Effect.serviceOption(CardPainter))
  return {
    cannot: (source) => painter === null && cardOf(source) !== null,
    draw: (source) => {
      const card = painter === null ? null : cardOf(source)
      if (painter === null || card === null) return null
      return painter.paint(card, scheme).pipe(
        Effect.map((png) => Buffer.from(png)),
        Effect.mapError(({ reason }) => new PictureTrouble({ reason, again: false }))
      )
    }
  }
})
