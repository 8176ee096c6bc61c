/** Answers to presses where those who decide and those who hold the messenger are one process: a call that nobody waits for. */
import { type PressAnswer, PressAnswers } from "@znatoki/ports/press-answers"
import { Effect, Layer } from "effect"
import { Served } from "./served.ts"

export const layer = Layer.sync(PressAnswers, () => {
  const served = new Served<(answer: PressAnswer) => Effect.Effect<void>>()
  return {
    answer: (answer) => Effect.forEach(served.all, (tell) => Effect.forkDetach(tell(answer)), { discard: true }),
    serve: (tell) => served.add(tell)
  }
})
