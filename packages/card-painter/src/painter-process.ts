/** The process that draws: one card after another, away from those who decide and speak. */
import { drawCard } from "./draw-card.ts"
import type { Drawn, Order } from "./orders.ts"

const answer = (drawn: Drawn): void => void process.send?.(drawn)

process.on("message", ({ card, number, scheme }: Order) => {
  drawCard(card, scheme).then(
    (png) => answer({ number, png }),
    (cause: unknown) => answer({ number, problem: cause instanceof Error ? cause.message : String(cause) })
  )
})
// Whoever wanted cards is gone, however that came.
process.on("disconnect", () => process.exit())
// A terminal tells all of a group to end; whoever wants cards ends this one when none is wanted any more.
process.on("SIGINT", () => {})
