/** The thread that draws: one card after another, away from those who decide and speak. */
import { parentPort } from "node:worker_threads"
import { drawCard } from "./draw-card.ts"
import type { Drawn, Order } from "./orders.ts"

const answer = (drawn: Drawn): void => parentPort?.postMessage(drawn)

parentPort?.on("message", ({ card, number, scheme }: Order) => {
  drawCard(card, scheme).then(
    (png) => answer({ number, png }),
    (cause: unknown) => answer({ number, problem: cause instanceof Error ? cause.message : String(cause) })
  )
})
