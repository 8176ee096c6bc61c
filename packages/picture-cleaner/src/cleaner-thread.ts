/** A thread that makes pictures: one after another, away from those who decide and answer. */
import { parentPort } from "node:worker_threads"
import { makePicture } from "./make-picture.ts"
import type { Made, Order } from "./orders.ts"

const answer = (made: Made): void => parentPort?.postMessage(made)

parentPort?.on("message", (order: Order) => {
  makePicture(order).then(answer, () => answer({ refused: "it cannot be read" }))
})
